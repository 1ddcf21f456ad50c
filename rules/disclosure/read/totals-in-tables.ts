import type { DisclosureDocument, DisclosureTable, MoneyLeaf, TextLeaf } from '../document.ts'
import { type MoneyUnit, parseMoney, trailingUnit } from '../../money.ts'
import { headingKey } from './headings.ts'
import { key } from './plain-words.ts'

type Totals = DisclosureDocument['totals']
type Field = keyof Totals

/** Words that name a total when they stand beside its amount, and words that name it when they stand above it in the row of sums. */
const BESIDE: readonly [RegExp, Field][] = [
  [/^(收入总计|收入合计|本年收入合计|收入总额)$/, 'income'],
  [/^(支出总计|支出合计|本年支出合计|支出总额)$/, 'expenditure'],
]
const ABOVE: readonly [RegExp, Field][] = [
  [/^基本支出(合计|小计)?$/, 'basic'],
  [/^项目支出(合计|小计)?$/, 'project'],
  [/^人员经费(合计|小计)?$/, 'personnel'],
  [/^(日常)?公用经费(合计|小计)?$/, 'publicFunds'],
]

/** Tables of the whole income or expenditure, whose row of sums has it in the column of sums. */
const WHOLE: readonly [RegExp, Field][] = [
  [/^(20\d\d年(度)?)?(部门|单位)?(预算|决算)?收入(预算|决算)?(总)?表$/, 'income'],
  [/^(20\d\d年(度)?)?(部门|单位)?(预算|决算)?支出(预算|决算)?(总)?表$/, 'expenditure'],
]
const SUM = /^(合计|总计|本年(收入|支出)合计)$/

/** The totals a document's public tables state, for those that its prose does not. A table without a money unit tells nothing. */
export function totalsInTables(tables: readonly DisclosureTable[]): Totals {
  const found: { -readonly [name in Field]: MoneyLeaf | null } = {
    income: null,
    expenditure: null,
    basic: null,
    personnel: null,
    publicFunds: null,
    project: null,
  }
  for (const table of tables) {
    const unit = unitOf(table)
    if (unit === null) continue
    const whole = WHOLE.find(([pattern]) => pattern.test(headingKey(table.title?.raw ?? '')))?.[1]
    for (const row of table.rows) {
      const words = row.map((cell) => key(cell.raw))
      words.forEach((word, index) => {
        const field = BESIDE.find(([pattern]) => pattern.test(word))?.[1]
        const cell = row[index + 1]
        // 总计 includes what is carried over; where 本年合计 came first it gives way.
        if (field && cell && (found[field] === null || /总计/.test(word))) found[field] = money(cell, unit) ?? found[field]
      })
      if (!words.some((word) => /^(合计|总计)$/.test(word))) continue
      const head = table.head.find(
        (cells) => cells.length === row.length && cells.some((cell) => ABOVE.some(([pattern]) => pattern.test(key(cell.raw)))),
      )
      const sums = whole ? table.head.find((cells) => cells.length === row.length && cells.some((cell) => SUM.test(key(cell.raw)))) : undefined
      const sum = sums?.findIndex((cell) => SUM.test(key(cell.raw))) ?? -1
      if (whole && sum >= 0) found[whole] ??= money(row[sum]!, unit)
      head?.forEach((cell, index) => {
        const field = ABOVE.find(([pattern]) => pattern.test(key(cell.raw)))?.[1]
        if (field) found[field] ??= money(row[index]!, unit)
      })
    }
  }
  return found
}

function unitOf(table: DisclosureTable): MoneyUnit | null {
  const word = table.unit?.value
  return word == null ? null : (trailingUnit(word)?.unit ?? null)
}

function money(cell: TextLeaf, unit: MoneyUnit): MoneyLeaf | null {
  const value = parseMoney(cell.raw, unit)
  return value === null ? null : { raw: cell.raw, value, place: cell.place }
}
