import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { disclosureSourceTexts } from '../../contract/disclosure-source-texts.ts'
import type { BudgetDocument } from '../../rules/budget/budget-document.ts'
import type { BudgetKey } from '../../rules/budget/budget-ref.ts'
import { openFaults } from '../../rules/budget/budget-step.ts'
import { publishedBudget, readBudget } from '../desks/budget/budget-shelf.ts'
import { readBudgetFile } from '../desks/budget/read-budget-file.ts'
import { bareFacts, renderFormats, type RenderFormat } from '../desks/budget/render/facts.ts'
import { renderBudget } from '../desks/budget/render/render.ts'
import { demonstrationBudget } from '../desks/budget/seed-budget.ts'
import { budgetInWords, isOpen, yearIn } from './budget-arguments.ts'
import { openBook, withSentences } from './open-book.ts'

const usage = `用法：
  oneseal disclosure render 年度 --to ${renderFormats.join('|')} [--output 文件] [--draft] [--accounts] [--bureau 代号] [--from 文件]
      从账簿中取出一年的预算，排成公开文件；不写 --output 时输出到标准输出。
      --draft     取正在编制的内容（默认取最近公开的；没有公开过的取正在编制的）
      --accounts  决算
      --from      不用账簿，直接把一份文件读入后重新排版
`

/** `disclosure render YEAR --to FORMAT`. Exit status 0, 1 with a sentence when there is nothing to draw, 2 for a wrong call. */
export async function run(_input: Readable, output: Writable, args: readonly string[]): Promise<number> {
  const asked = argumentsOf(args)
  if (asked === undefined) {
    process.stderr.write(usage)
    return 2
  }
  return withSentences(async () => {
    const budget = asked.from === undefined ? await fromBook(asked) : await fromFile(asked.from)
    if (budget === undefined) return 1
    const bytes = await renderBudget(budget, asked.to, bareFacts(budget.document.department ?? ''))
    if (asked.output !== undefined) await writeFile(asked.output, bytes)
    else await written(output, bytes)
    return 0
  })
}

/** A reader that went away ends the writing without complaint. */
const written = (output: Writable, bytes: Uint8Array): Promise<void> =>
  new Promise((resolve) => {
    output.once('error', () => resolve())
    output.write(bytes, () => resolve())
  })

interface Asked {
  readonly key: BudgetKey
  readonly to: RenderFormat
  readonly output: string | undefined
  readonly draft: boolean
  readonly bureau: string | undefined
  readonly from: string | undefined
}

async function fromFile(path: string): Promise<BudgetDocument | undefined> {
  const read = await readBudgetFile(await readFile(path), basename(path))
  if (read.ok) return read.value.content
  process.stderr.write(`${disclosureSourceTexts[read.refusal.code] ?? '文件无法读取。'}（${read.refusal.code}）\n`)
  return undefined
}

async function fromBook({ key, draft, bureau }: Asked): Promise<BudgetDocument | undefined> {
  const { settings, database } = await openBook()
  const of = bureau ?? settings.bureau
  try {
    const published = draft ? null : await publishedBudget(database, of, key)
    if (published !== null) return published.content
    const found = await readBudget(database, of, key)
    if (found !== undefined) {
      if (!draft) process.stderr.write(`${budgetInWords(key)}还没有公开，以下是正在编制的内容。\n`)
      const open = openFaults(found.state).length
      if (open > 0) process.stderr.write(`原文件还有 ${open} 处差错在统一格式中无法照原样保留，尚未作出决定：这是草稿，不能公开。\n`)
      return found.state.content
    }
    if (key.year === 2020 && key.kind === 'budget' && !(await isOpen(database, of))) {
      process.stderr.write(`审批局“${of}”还没有开办，以下用随产品附带的演示文件。\n`)
      return (await demonstrationBudget()).content
    }
    process.stderr.write(`审批局“${of}”的账簿中没有${budgetInWords(key)}，请先运行 oneseal disclosure import 导入，或者用 --from 写明文件。\n`)
    return undefined
  } finally {
    await database.close()
  }
}

function argumentsOf(args: readonly string[]): Asked | undefined {
  try {
    const text = { type: 'string' } as const
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { to: text, output: text, bureau: text, from: text, draft: { type: 'boolean' }, accounts: { type: 'boolean' } },
    })
    const year = yearIn(positionals[0] ?? '')
    const to = renderFormats.find((format) => format === values.to)
    if (year === undefined || positionals.length !== 1 || to === undefined) return undefined
    const { output, bureau, from, draft = false, accounts = false } = values
    return { key: { year, kind: accounts ? 'accounts' : 'budget' }, to, output, draft, bureau, from }
  } catch {
    return undefined
  }
}
