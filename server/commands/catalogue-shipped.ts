import type { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { draftUpgradedItems, readItemFiles } from '../desks/catalogue/public.ts'
import type { Tx } from '../platform/database/database.ts'
import { release } from '../serve.ts'
import { withSentences } from './open-book.ts'
import { withCatalogue } from './open-catalogue.ts'

/** Puts the shipped items into a bureau's catalogue as drafts, each once: a real bureau opens empty. Undefined for a wrong call. */
export async function draftShipped(output: Writable, args: readonly string[]): Promise<number | undefined> {
  const asked = argumentsOf(args)
  if (asked === undefined) return undefined
  const { bureau } = asked
  return withSentences(() =>
    withCatalogue(bureau, async (writer, of, database) => {
      const offices = await officesOf(database, of)
      const office = asked.office === undefined ? undefined : offices.find(({ id, name }) => id === asked.office || name === asked.office)?.id
      if (asked.office !== undefined && office === undefined) {
        const here = offices.map(({ id, name }) => `${name}（${id}）`).join('、')
        process.stderr.write(`本局没有科室“${asked.office}”。${here === '' ? '请系统管理员先增设科室。' : `现有：${here}`}\n`)
        return 1
      }
      // The shipped items name the pattern bureau's own: a bureau of one institution has no other.
      const institutions = offices.filter(({ kind }) => kind === 'institution').map(({ id, unit_code }) => unit_code || id)
      const institution = asked.institution ?? (institutions.length === 1 ? institutions[0] : undefined)
      const items = readItemFiles().map((item) => ({ ...item, ...(institution && { institution }), ...(office && { office }) }))
      const { written, kept } = await draftUpgradedItems(writer, of, release, items)
      output.write(`草稿 ${written.length} 个${kept.length > 0 ? `，已在目录里的 ${kept.length} 个没有动` : ''}。\n`)
      output.write('请事项编辑逐个核对承办科室、办理地点、电话和标为“待核”的依据，再提交审核。\n')
      const missing = [...new Set(items.map((item) => item.office))].filter((id) => !offices.some((one) => one.id === id))
      if (missing.length > 0)
        output.write(`本局没有这些承办科室：${missing.join('、')}。请系统管理员照这些代号增设，或者在草稿里改成本局的科室，不然不能提交。\n`)
      return 0
    }),
  )
}

const officesOf = async (tx: Tx, bureau: string) =>
  (
    await tx.query<{ id: string; name: string; kind: string; unit_code: string }>(
      'SELECT id, name, kind, unit_code FROM office WHERE bureau = $1 AND NOT closed ORDER BY id',
      [bureau],
    )
  ).rows

function argumentsOf(args: readonly string[]) {
  try {
    const text = { type: 'string' } as const
    return parseArgs({ args: [...args], options: { bureau: text, institution: text, office: text } }).values
  } catch {
    return undefined
  }
}
