import { readFile } from 'node:fs/promises'
import type { Readable, Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import type { SealHead } from '../platform/book/seal.ts'
import { verifyLines } from '../platform/book/verify-journal.ts'
import { fileLines } from './file-lines.ts'

const usage = '用法：oneseal verify 账簿文件 [--heads 封存值文件]\n'

/**
 * `oneseal verify FILE [--heads HEADS]`: checks an exported book offline. Exit status 0 when it is whole, 1 with the first wrong entry named,
 * 2 when there is nothing to check.
 */
export async function run(_input: Readable, output: Writable, args: readonly string[]): Promise<number> {
  const asked = argumentsOf(args)
  const file = asked?.positionals[0]
  if (asked === undefined || file === undefined || asked.positionals.length > 1) {
    process.stderr.write(usage)
    return 2
  }
  try {
    const heads = asked.values.heads === undefined ? [] : headsOf(await readFile(asked.values.heads, 'utf8'))
    if (heads === undefined) {
      process.stderr.write(`封存值文件 ${asked.values.heads} 不对：应为 oneseal journal heads 打印的内容。\n`)
      return 2
    }
    const found = await verifyLines(fileLines(file), heads)
    output.write(`${found.sentence}\n`)
    return found.ok ? 0 : 1
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && 'path' in error)) throw error
    process.stderr.write(`读不到文件 ${String(error.path)}（${String(error.code)}）。\n`)
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

/** The heads as `oneseal journal heads` prints them, alone or with the bureau around them. */
function headsOf(text: string): SealHead[] | undefined {
  try {
    const parsed: unknown = JSON.parse(text)
    const list = Array.isArray(parsed) ? parsed : (parsed as { heads?: unknown }).heads
    const right = (head: Partial<SealHead>) => typeof head.day === 'string' && Number.isSafeInteger(head.position) && typeof head.digest === 'string'
    return Array.isArray(list) && list.length > 0 && list.every(right) ? (list as SealHead[]) : undefined
  } catch {
    return undefined
  }
}
