import { readFile } from 'node:fs/promises'
import type { Readable, Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { desks } from '../desks.ts'
import { headerOf, parseExactLine } from '../platform/book/export-lines.ts'
import type { SealHead } from '../platform/book/seal.ts'
import { verifyLines } from '../platform/book/verify-journal.ts'
import { fileLines } from './file-lines.ts'

const usage = '用法：oneseal verify 账簿文件 [--heads 封存值文件]\n'

const fileEntries = desks.flatMap((desk) => desk.fileEntries ?? [])

/**
 * `oneseal verify FILE [--heads HEADS]`: checks an exported book offline. Exit status 0 when it is whole, 1 with the first wrong entry named,
 * 2 when there is nothing to check, 3 when its entries are right but files that they name did not come along.
 */
export async function run(_input: Readable, output: Writable, args: readonly string[]): Promise<number> {
  const asked = argumentsOf(args)
  const file = asked?.positionals[0]
  if (asked === undefined || file === undefined || asked.positionals.length > 1) {
    process.stderr.write(usage)
    return 2
  }
  try {
    const published = asked.values.heads === undefined ? { heads: [] } : headsOf(await readFile(asked.values.heads, 'utf8'))
    if (published === undefined) {
      process.stderr.write(`封存值文件 ${asked.values.heads} 不对：应为 oneseal journal heads 打印的内容。\n`)
      return 2
    }
    const bureau = await bureauOf(file)
    if (published.bureau !== undefined && bureau !== undefined && published.bureau !== bureau) {
      process.stderr.write(`封存值是审批局 ${published.bureau} 的，账簿是审批局 ${bureau} 的，无从对照。\n`)
      return 2
    }
    const found = await verifyLines(fileLines(file), published.heads, fileEntries)
    output.write(`${found.sentence}\n`)
    if (!found.ok) return 1
    return found.missing === 0 ? 0 : 3
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    // Reading a folder names no path.
    process.stderr.write(`读不到文件 ${'path' in error ? String(error.path) : file}（${String(error.code)}）。\n`)
    return 2
  }
}

function argumentsOf(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { heads: { type: 'string' } } })
  } catch {
    return undefined
  }
}

/** The bureau that the book's header names; undefined where there is no header. */
async function bureauOf(file: string): Promise<string | undefined> {
  for await (const line of fileLines(file)) return headerOf(parseExactLine(line))?.bureau
  return undefined
}

interface Published {
  readonly bureau?: string
  readonly heads: SealHead[]
}

/** The heads as `oneseal journal heads` prints them, alone or with the bureau around them. */
function headsOf(text: string): Published | undefined {
  try {
    const parsed: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    const { bureau, heads } = Array.isArray(parsed) ? { bureau: undefined, heads: parsed } : (parsed as { bureau?: unknown; heads?: unknown })
    const right = ({ day, position, digest }: Partial<SealHead>) =>
      typeof day === 'string' && Number.isSafeInteger(position) && position! > 0 && typeof digest === 'string'
    if (!Array.isArray(heads) || heads.length === 0 || !heads.every(right)) return undefined
    return typeof bureau === 'string' ? { bureau, heads } : { heads }
  } catch {
    return undefined
  }
}
