import type { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { draftUpgradedItems, readItemFiles } from '../desks/catalogue/public.ts'
import { release } from '../serve.ts'
import { withSentences } from './open-book.ts'
import { withCatalogue } from './open-catalogue.ts'

/** Puts the shipped items into a bureau's catalogue as drafts, each once: a real bureau opens empty. Undefined for a wrong call. */
export async function draftShipped(output: Writable, args: readonly string[]): Promise<number | undefined> {
  const asked = argumentsOf(args)
  if (asked === undefined) return undefined
  const { bureau, institution, office } = asked
  const items = readItemFiles().map((item) => ({ ...item, ...(institution && { institution }), ...(office && { office }) }))
  return withSentences(() =>
    withCatalogue(bureau, async (writer, of) => {
      const { written, kept } = await draftUpgradedItems(writer, of, release, items)
      output.write(`草稿 ${written.length} 个${kept.length > 0 ? `，已在目录里的 ${kept.length} 个没有动` : ''}。\n`)
      output.write('请事项编辑逐个核对承办科室、办理地点、电话和标为“待核”的依据，再提交审核。\n')
      return 0
    }),
  )
}

function argumentsOf(args: readonly string[]) {
  try {
    const text = { type: 'string' } as const
    return parseArgs({ args: [...args], options: { bureau: text, institution: text, office: text } }).values
  } catch {
    return undefined
  }
}
