import type { DisclosureDocument, MoneyLeaf } from '../document.ts'
import type { AmountInText } from './amounts-in-text.ts'
import type { Section } from './headings.ts'

type Field = keyof DisclosureDocument['totals']
type Totals = { -readonly [name in Field]: MoneyLeaf | null }
type Found = { readonly rank: number; readonly leaf: MoneyLeaf }

/** Words of a difference, a rest or another year: such an amount is no total. */
const COMPARISON = /增加|减少|增长|下降|增幅|降幅|提高|降低|结余|持平|压减|节约|相比|同比|上年|去年|比\d{4}年|较\d{4}年|较年初|比年初|人均/
const NAMES: readonly [string, Field][] = [
  ['基本支出', 'basic'],
  ['项目支出', 'project'],
  ['人员经费', 'personnel'],
  ['人员支出', 'personnel'],
  ['公用经费', 'publicFunds'],
  ['公用支出', 'publicFunds'],
  ['收入', 'income'],
  ['支出', 'expenditure'],
]
const FILLERS = '预算 决算 支出 安排 总额 金额 总数 总预算 数 资金 拨款 合计 总计 预计 完成 实际 计划 为 是 共 计 约 总 :'.split(' ')
/** What may stand before 收入 or 支出 when the whole is meant: 部门, 年, 本年, 总 …; 事业, 经营, 一般公共服务 and the like are parts. */
const WHOLE_BEFORE = /(^|年|年度|部门|单位|局|委|中心|本级|总|收支|计划|安排|当年|全部)$/
const BUDGET_BEFORE = /(公共|基金|资本|财政|经营)(预算|决算)$/

/** "收支总预算均为", "收、支总计各", "收入支出总计": one amount for both, unless one is told of its own. */
const BOTH = /(?<!拨款|基金|资本经营|预算)收(入)?[、和及与]?支(出)?(预算|决算)?(总计|合计|总额|总数|总预算|总决算)(数)?[均各都]?(为|是|计)?$/

/** Gathers 收入, 支出, 基本, 人员, 公用, 项目 from the prose of a document; the best-named mention wins, then the first. */
export interface TotalsFinder {
  /** Takes the amount when its words name a total; false when they do not. */
  offer(amount: AmountInText, section: Section, year: number | null): boolean
  totals(): DisclosureDocument['totals']
}

export function totalsFinder(): TotalsFinder {
  const best: Partial<Record<Field, Found>> = {}
  const keep = (field: Field, rank: number, leaf: MoneyLeaf): void => {
    const known = best[field]
    if (!known || known.rank < rank) best[field] = { rank, leaf }
  }
  return {
    offer(amount, section, year) {
      const clause = lastClause(amount.label)
      if (COMPARISON.test(clause) || namesOtherYear(amount.label, year)) return false
      if (BOTH.test(amount.label)) {
        for (const field of ['income', 'expenditure'] as const) keep(field, 2, amount.leaf)
        return true
      }
      const named = nameAtEnd(clause)
      if (!named) return false
      const rank = rankOf(named, clause, amount, section)
      if (rank === null) return false
      keep(named.field, rank, amount.leaf)
      return true
    },
    totals() {
      const totals: Totals = { income: null, expenditure: null, basic: null, personnel: null, publicFunds: null, project: null }
      for (const field of Object.keys(totals) as Field[]) totals[field] = best[field]?.leaf ?? null
      return totals
    },
  }
}

interface Named {
  readonly field: Field
  readonly before: string
  readonly tail: string
}

/** The name a clause ends with, filler words ("预算为", "共安排") taken off one after another. */
function nameAtEnd(clause: string): Named | null {
  let rest = clause
  for (let guard = 0; guard < 12; guard++) {
    for (const [word, field] of NAMES) {
      if (rest.endsWith(word)) return { field, before: rest.slice(0, rest.length - word.length), tail: clause.slice(rest.length) }
    }
    const filler = FILLERS.find((word) => rest.endsWith(word))
    if (filler === undefined) return null
    rest = rest.slice(0, rest.length - filler.length)
  }
  return null
}

function rankOf(named: Named, clause: string, amount: AmountInText, section: Section): number | null {
  const { field, before, tail } = named
  if (section === 'threePublic' || section === 'operatingCost' || section === 'procurement') return null
  if (field !== 'income' && field !== 'expenditure') return 2
  const whole = WHOLE_BEFORE.test(before) || (/(预算|决算)$/.test(before) && !BUDGET_BEFORE.test(before))
  if (whole && (/总计|合计|总额|总数|总预算/.test(tail) || /(总|本年|全部|收支)$/.test(before))) return 4
  if (whole && (/预算|决算/.test(tail) || /(预算|决算)$/.test(before))) return 3
  if (/其中/.test(clause)) return null
  // A chapter on income that names only its source: the first amount of the sentence is the whole.
  if (section === field && amount.first) return 1
  return whole && section === 'overview' ? 1 : null
}

function lastClause(label: string): string {
  return label.slice(Math.max(label.lastIndexOf(','), label.lastIndexOf('、')) + 1)
}

/** True when the last year named is not the document's. */
export function namesOtherYear(label: string, year: number | null): boolean {
  if (year === null) return false
  const years = label.match(/\d{4}(?=年)/g)
  return years !== null && Number(years.at(-1)) !== year
}
