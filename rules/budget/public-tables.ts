import { publicTable, type PublicTable, tableName } from '../disclosure/audit/public-tables.ts'
import { parseMoney, type MoneyUnit, FEN_PER_UNIT } from '../money.ts'
import type { BudgetDocument, BudgetKind, PrintedTable } from './budget-document.ts'
import { kindWord } from './words.ts'

/** What a column of a public table holds. `prior` is the year before, `other` money of another source. */
export type ColumnKey =
  | 'code'
  | 'name'
  | 'incomeName'
  | 'incomeAmount'
  | 'expenditureName'
  | 'total'
  | 'carried'
  | 'general'
  | 'fund'
  | 'capital'
  | 'basic'
  | 'project'
  | 'personnel'
  | 'publicFunds'
  | 'abroad'
  | 'vehicles'
  | 'vehiclePurchase'
  | 'vehicleRunning'
  | 'reception'
  | 'prior'
  | 'change'
  | 'other'
type TableColumn = { readonly key: ColumnKey; readonly head: string }

const column = (key: ColumnKey, head: string): TableColumn => ({ key, head })
const coded = [column('code', '科目编码'), column('name', '科目名称')]
const byFunction = [...coded, column('total', '合计'), column('basic', '基本支出'), column('project', '项目支出')]

/** The nine public tables (财预〔2016〕143号; 预算法 第四十六条: by function to 项, 基本支出 by economy to 款) with their columns. */
const publicTableColumns: Readonly<Record<PublicTable, readonly TableColumn[]>> = {
  balance: [
    column('incomeName', '收入项目'),
    column('incomeAmount', '收入预算数'),
    column('expenditureName', '支出项目'),
    column('total', '支出预算数'),
  ],
  income: [
    ...coded,
    column('total', '合计'),
    column('carried', '上年结转'),
    column('general', '一般公共预算'),
    column('fund', '政府性基金预算'),
    column('capital', '国有资本经营预算'),
    column('other', '财政专户管理资金'),
    column('other', '事业收入'),
    column('other', '上级补助收入'),
    column('other', '附属单位上缴收入'),
    column('other', '事业单位经营收入'),
    column('other', '其他收入'),
  ],
  expenditure: [...byFunction, column('other', '上缴上级支出'), column('other', '事业单位经营支出'), column('other', '对附属单位补助支出')],
  'fiscal-balance': [
    column('incomeName', '收入项目'),
    column('incomeAmount', '收入预算数'),
    column('expenditureName', '支出项目'),
    column('total', '支出合计'),
    column('general', '一般公共预算'),
    column('fund', '政府性基金预算'),
    column('capital', '国有资本经营预算'),
  ],
  'general-budget': [...byFunction, column('prior', '上年预算数'), column('change', '比上年增减')],
  basic: [
    column('code', '经济分类编码'),
    column('name', '科目名称'),
    column('total', '合计'),
    column('personnel', '人员经费'),
    column('publicFunds', '公用经费'),
  ],
  'government-fund': byFunction,
  'state-capital': byFunction,
  'three-public': [
    column('name', '年度'),
    column('total', '合计'),
    column('abroad', '因公出国（境）费'),
    column('vehicles', '公务用车购置及运行费小计'),
    column('vehiclePurchase', '公务用车购置费'),
    column('vehicleRunning', '公务用车运行费'),
    column('reception', '公务接待费'),
  ],
}

const publicTableKinds = Object.keys(publicTableColumns) as readonly PublicTable[]

/** The nine tables without rows, to be filled in. */
export function blankPublicTables(kind: BudgetKind): PrintedTable[] {
  const word = kindWord(kind)
  return publicTableKinds.map((table) => ({
    title: tableName(table),
    unit: '万元',
    head: [publicTableColumns[table].map(({ head }) => head.replace('预算数', `${word}数`))],
    rows: [],
  }))
}

/** The table of this kind in a budget, by its title; null where there is none. */
export function findPublicTable({ tables }: BudgetDocument, kind: PublicTable): PrintedTable | null {
  return tables.find(({ title }) => title !== null && publicTable(title) === kind) ?? null
}

/** The amount in a cell, in 分; null where it is empty or no number. */
export function amountInCell(table: PrintedTable, cell: string | undefined): number | null {
  return cell === undefined ? null : parseMoney(cell, unitOf(table))
}

const unitOf = ({ unit }: PrintedTable): MoneyUnit => (unit !== null && Object.hasOwn(FEN_PER_UNIT, unit) ? (unit as MoneyUnit) : '万元')

/** The grid column that holds `key`, by its head; null where the table has no such column. */
export function columnAt(table: PrintedTable, kind: PublicTable, key: ColumnKey): number | null {
  const heads = publicTableColumns[kind].filter((one) => one.key === key).map(({ head }) => plain(head))
  const at = (table.head.at(-1) ?? []).findIndex((head) => heads.includes(plain(head)))
  return at < 0 ? null : at
}

const NAMES: ReadonlySet<ColumnKey> = new Set<ColumnKey>(['code', 'name', 'incomeName', 'expenditureName'])

/** Whether a column of one of the nine tables holds amounts; of other tables it is not known. */
export function isAmountColumn(table: PrintedTable, at: number): boolean {
  const kind = table.title === null ? null : publicTable(table.title)
  const head = plain(table.head.at(-1)?.[at] ?? '')
  return kind !== null && publicTableColumns[kind].some(({ key, head: own }) => !NAMES.has(key) && plain(own) === head)
}

const plain = (head: string): string =>
  head
    .replace(/\s+|其中[:：]/g, '')
    .replace(/(预算|决算)数$/, '数')
    .replace('政府性基金预算', '政府性基金')
    .replace('国有资本经营预算', '国有资本经营')

const EMPTY_OF: Partial<Record<PublicTable, string>> = {
  'government-fund': '政府性基金预算支出',
  'state-capital': '国有资本经营预算支出',
  'three-public': '“三公”经费支出',
}

/** "本部门2026年没有政府性基金预算支出，本表为空。"; for a table that is not one of the nine just that it is empty. */
export function emptyStatement(table: PrintedTable, { year }: BudgetDocument['document']): string {
  const kind = table.title === null ? null : publicTable(table.title)
  const what = kind === null ? undefined : EMPTY_OF[kind]
  return what === undefined ? '本表无数据。' : `本部门${year === null ? '' : `${year}年`}没有${what}，本表为空。`
}
