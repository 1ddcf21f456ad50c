import type { DisclosureDocument } from '../document.ts'
import type { SourceLine } from './input.ts'
import type { Grid } from './table-grid.ts'

/** Which of the nine public tables a title names. */
export type PublicTable =
  | 'balance'
  | 'income'
  | 'expenditure'
  | 'fiscal-balance'
  | 'general-budget'
  | 'basic'
  | 'government-fund'
  | 'state-capital'
  | 'three-public'

export const PUBLIC_TABLES: readonly (readonly [PublicTable, string, RegExp])[] = [
  ['balance', '部门收支总表', /^(?:部门)?(?:预算)?(?:收支|收入支出)(?:预算|决算)?总表/],
  ['income', '部门收入总表', /^(?:部门)?收入(?:预算|决算)?(?:总|情况)?表/],
  ['expenditure', '部门支出总表', /^(?:部门)?支出(?:预算|决算)?(?:总|情况)?表/],
  ['fiscal-balance', '财政拨款收支总表', /^财政拨款(?:收支|收入支出)(?:预算|决算)?总表/],
  ['general-budget', '一般公共预算支出表', /^一般公共预算(?:财政拨款)?支出(?:预算|决算)?(?:情况)?表/],
  ['basic', '一般公共预算基本支出表', /^(?:一般公共预算)?(?:财政拨款)?基本支出(?:预算|决算)?(?:明细|情况)?表/],
  ['government-fund', '政府性基金预算支出表', /^政府性基金(?:预算)?(?:财政拨款)?(?:收入支出|支出|收支)(?:预算|决算)?(?:情况)?表/],
  ['state-capital', '国有资本经营预算支出表', /^国有资本经营(?:预算)?(?:财政拨款)?(?:收入支出|支出|收支)(?:预算|决算)?(?:情况)?表/],
  [
    'three-public',
    '财政拨款“三公”经费支出表',
    /^(?:一般公共预算)?(?:财政拨款)?[“"「]?三公[”"」]?经费(?:预算|决算)?(?:支出)?(?:预算|决算)?(?:情况)?表/,
  ],
]

/** A title without its number, year and the body's name in front. */
const bareTitle = (title: string): string =>
  title
    .replace(/\s+/g, '')
    .replace(/^(?:公开)?(?:附?表)?[（(]?(?:[\d-]{1,4}|[一二三四五六七八九十]{1,3}(?=[）)、.．：:]))?[）)、.．：:]?/, '')
    .replace(/^20\d\d年度?/, '')
    .replace(/^.{0,24}(?:局|中心|委员会|办公室|厅|所|站)(?=部门|收|支|财政|一般|政府性|国有|20)/, '')
    .replace(/^20\d\d年度?/, '')

export function publicTable(title: string): PublicTable | null {
  const bare = bareTitle(title)
  return PUBLIC_TABLES.find(([, , pattern]) => pattern.test(bare))?.[0] ?? null
}

export const tableName = (kind: PublicTable): string => PUBLIC_TABLES.find(([one]) => one === kind)![1]

export interface NamedGrid extends Grid {
  readonly kind: PublicTable | null
}

/** The public tables of a document: by a table's own title, or a short line that ends in 表, of the lines that hold the word. */
export function tableKindsIn(document: DisclosureDocument, linesWithTable: readonly SourceLine[]): ReadonlySet<PublicTable> {
  const titles = document.tables.map((table) => table.title?.raw ?? '')
  for (const { text } of linesWithTable) {
    if (text.length > 60) continue
    const tight = text.trim()
    if (tight.length <= 40 && /表(?:[（(].{0,12}[）)])?$/.test(tight)) titles.push(tight)
  }
  return new Set(titles.flatMap((title) => publicTable(title) ?? []))
}
