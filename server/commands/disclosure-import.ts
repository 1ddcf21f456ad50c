import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { disclosureSourceTexts } from '../../contract/disclosure-source-texts.ts'
import { sentenceOf } from '../../contract/refusal-texts.ts'
import type { Actor } from '../../rules/act.ts'
import type { BudgetKey } from '../../rules/budget/budget-ref.ts'
import type { ImportInput } from '../../rules/budget/open-budget.ts'
import { budgetDesk } from '../desks/budget/desk.ts'
import { readBudgetFile } from '../desks/budget/read-budget-file.ts'
import type { Database } from '../platform/database/database.ts'
import { openFileStore } from '../platform/files/store.ts'
import { budgetInWords, isOpen, yearIn } from './budget-arguments.ts'
import { deskWriter } from './desk-writer.ts'
import { filesFolder, openBook, withSentences } from './open-book.ts'

const usage = `用法：
  oneseal disclosure import 文件 [--year 年度] [--accounts] [--original] [--replace] [--as 登录名] [--bureau 代号]
      把一份预算（决算）文件读入账簿，成为编制中的内容，由财务人员核对后送复核。
      --original  这是已公开的原文件：差错照原样保留，由财务人员逐处决定更正还是保留，每处改动都记下原因
      --replace   账簿中已有这一年正在编制的内容时，整份替换
      --as        由哪位财务人员导入；本局只有一位时可以不写
`

/** `disclosure import FILE`. Exit status 0 when it is in the book, 1 with a sentence when not, 2 for a wrong call. */
export async function run(_input: Readable, output: Writable, args: readonly string[]): Promise<number> {
  const asked = argumentsOf(args)
  if (asked === undefined) {
    process.stderr.write(usage)
    return 2
  }
  return withSentences(async () => {
    const bytes = await readFile(asked.path)
    const read = await readBudgetFile(bytes, basename(asked.path), asked.original)
    if (!read.ok) return sorry(`${disclosureSourceTexts[read.refusal.code] ?? '文件无法读取。'}（${read.refusal.code}）`)
    const { content, faults } = read.value
    const year = asked.year ?? content.document.year
    if (year === null) return sorry('文件中没有写明年度，请用 --year 指定。')
    const key: BudgetKey = { year, kind: asked.accounts ? 'accounts' : (content.document.kind ?? 'budget') }
    const { settings, database } = await openBook()
    const bureau = asked.bureau ?? settings.bureau
    const writer = deskWriter(database, budgetDesk)
    try {
      if (!(await isOpen(database, bureau))) return sorry(`审批局“${bureau}”还没有开办，请先运行 oneseal init，或者用 --bureau 写明代号。`)
      const actor = await officer(database, bureau, asked.as)
      if (typeof actor === 'string') return sorry(actor)
      const digest = await openFileStore(filesFolder(settings), settings.uploadLimitBytes).keep(bytes)
      const source = { name: basename(asked.path), digest, original: asked.original }
      const input = { ...key, content, source, faults, replace: asked.replace }
      const outcome = await writer.submit({ bureau, act: 'import-budget', input, actor, channel: 'agent' })
      if (!outcome.ok) return sorry(sentenceOf(outcome.refusal))
      output.write(
        `已导入${budgetInWords(key)}：项目 ${content.projects.length} 个，表 ${content.tables.length} 张。由${actor.name}办理，现为编制中。\n`,
      )
      if (faults.length > 0) output.write(faultsInWords(faults))
      return 0
    } finally {
      await writer.stop()
      await database.close()
    }
  })
}

/** How many faults of the original wait for a decision; nothing is corrected by importing. */
function faultsInWords(faults: ImportInput['faults']): string {
  const must = faults.filter(({ carried }) => !carried).length
  const blocking = must === 0 ? '' : `其中 ${must} 处在统一格式中无法照原样保留，作出决定后才能送复核和公开；`
  return `原文件有 ${faults.length} 处差错，都还没有改动：${blocking}请财务人员在“预算”的“原文件差错”一页逐处决定。\n`
}

function sorry(sentence: string): number {
  process.stderr.write(`${sentence}\n`)
  return 1
}

/** The finance officer in whose name the file goes into the book, or a sentence that says what is missing. */
async function officer(database: Database, bureau: string, login: string | undefined): Promise<Actor | string> {
  const { rows } = await database.query<{ id: string; name: string; roles: string[]; office: string }>(
    `select id, name, roles, office from staff where bureau = $1 and active and roles @> array['finance-officer'] and ($2::text is null or login = $2) order by id`,
    [bureau, login ?? null],
  )
  const [one, other] = rows
  if (one === undefined) return login === undefined ? '本局还没有财务人员，请先在机构人员中授予这个角色。' : `没有登录名为 ${login} 的财务人员。`
  return other === undefined ? { kind: 'staff', ...one } : '本局有几位财务人员，请用 --as 写明由谁导入。'
}

function argumentsOf(args: readonly string[]) {
  try {
    const text = { type: 'string' } as const
    const flag = { type: 'boolean' } as const
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { year: text, as: text, bureau: text, accounts: flag, original: flag, replace: flag },
    })
    const [path, ...more] = positionals
    const year = values.year === undefined ? undefined : yearIn(values.year)
    if (path === undefined || more.length > 0 || (values.year !== undefined && year === undefined)) return undefined
    const { as, bureau, accounts = false, original = false, replace = false } = values
    return { path, year, as, bureau, accounts, original, replace }
  } catch {
    return undefined
  }
}
