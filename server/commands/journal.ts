import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import type { Readable, Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { catchUp } from '../platform/writer/projections.ts'
import { sealer, sealHeads } from '../platform/book/seal.ts'
import { openBook, withSentences } from './open-book.ts'

const usage = `用法：
  oneseal journal export [--public] [--bureau 代号] [--output 文件]   导出账簿（每行一条 JSON；--public 不含个人信息、自由填写的文字和文件）
  oneseal journal import 文件                                        把导出的账簿连同文件搬进空的审批局
  oneseal journal heads [--bureau 代号]                              打印每日封存值，供公布
  oneseal journal refold [--mend] [--bureau 代号]                    照账簿重算各主体，与库里保存的比对；--mend 改正不一致的
`

/** `oneseal journal export | import | heads | refold`. Exit status 1 with a sentence when it is refused, 2 for a wrong call. */
export async function run(_input: Readable, output: Writable, args: readonly string[]): Promise<number> {
  const [what, ...rest] = args
  const asked = argumentsOf(rest)
  const file = asked?.positionals[0]
  const right = what === 'import' ? asked?.positionals.length === 1 : asked?.positionals.length === 0
  if (asked === undefined || !right || !['export', 'import', 'heads', 'refold'].includes(what ?? '')) {
    process.stderr.write(usage)
    return 2
  }
  const { values } = asked
  return withSentences(async () => {
    if (what === 'export') return exportTo(output, values)
    if (what === 'heads') return printHeads(output, values.bureau)
    if (what === 'refold') {
      const { refoldBook } = await import('./journal-refold.ts')
      return refoldBook(output, { bureau: values.bureau, mending: values.mend === true })
    }
    const { importFrom } = await import('./journal-import.ts')
    return importFrom(file!, output)
  })
}

function argumentsOf(args: readonly string[]) {
  try {
    const options = { public: { type: 'boolean' }, bureau: { type: 'string' }, output: { type: 'string' }, mend: { type: 'boolean' } } as const
    return parseArgs({ args: [...args], allowPositionals: true, options })
  } catch {
    return undefined
  }
}

async function exportTo(
  output: Writable,
  asked: { public?: boolean | undefined; bureau?: string | undefined; output?: string | undefined },
): Promise<number> {
  const { exportBook } = await import('./journal-export.ts')
  // The file is made with the first line: a refused export must not empty an older one.
  let to: Writable | undefined
  let gone: Promise<never> | undefined
  const write = async (line: string): Promise<void> => {
    if (to === undefined) {
      const opened = asked.output === undefined ? output : createWriteStream(asked.output)
      to = opened
      gone = new Promise((_, reject) => opened.once('error', reject))
      gone.catch(() => {})
    }
    if (!to.write(`${line}\n`)) await Promise.race([once(to, 'drain'), gone])
  }
  const status = await exportBook(write, { publicOnly: asked.public === true, bureau: asked.bureau })
  if (to !== undefined && asked.output !== undefined) {
    ;(to as Writable).end()
    await finished(to)
  }
  return status
}

async function printHeads(output: Writable, bureau: string | undefined): Promise<number> {
  const { settings, database } = await openBook()
  try {
    const of = bureau ?? settings.bureau
    await catchUp(database, sealer, of)
    output.write(`${JSON.stringify({ bureau: of, heads: await sealHeads(database, of) }, undefined, 1)}\n`)
    return 0
  } finally {
    await database.close()
  }
}
