import { type Amount, compareSum, inWan, sumOf } from './amounts.ts'
import { amountIn, countsRows, type Grid, type GridCell } from './table-grid.ts'
import { tight } from './leaves.ts'

export interface BalanceFault {
  readonly cell: GridCell
  readonly wrong: string
}

interface Entry {
  readonly label: string
  readonly cell: GridCell
  readonly amount: Amount | null
}

const isLabel = (cell: GridCell): boolean => /\p{Script=Han}/u.test(cell.raw)

/** The column in which the labels of the right half stand: where most rows with two labels have their second. */
function rightHalf(grid: Grid): number {
  const counts = new Map<number, number>()
  for (const row of grid.rows) {
    const second = row.flatMap((cell, at) => (isLabel(cell) ? [at] : []))[1]
    if (second !== undefined) counts.set(second, (counts.get(second) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? Number.POSITIVE_INFINITY
}

/** A balance table has two halves, each with a label and its number: income left, expenditure right. Either may be empty in a row. */
function halves(grid: Grid): readonly [Entry[], Entry[]] {
  const sides: [Entry[], Entry[]] = [[], []]
  const middle = rightHalf(grid)
  for (const row of grid.rows) {
    for (const [at, cell] of row.entries()) {
      if (!isLabel(cell)) continue
      const side = at < middle ? 0 : 1
      const end = side === 0 ? middle : row.length
      const next = row.find((one, position) => position > at && position < end && one.raw !== '' && !countsRows(grid, position))
      const amount = next && !isLabel(next) ? amountIn(grid, next) : null
      sides[side].push({ label: tight(cell.raw), cell: amount && next ? next : cell, amount })
    }
  }
  return sides
}

const ITEM = /^[一二三四五六七八九十]{1,3}、/
const YEAR_SUM = /^本年(?:收入|支出)(?:合计)?$|^(?:收入|支出)合计$/
const GRAND = /^(?:收入|支出)总计$|^总计$/

function sideFaults(entries: readonly Entry[]): BalanceFault[] {
  const faults: BalanceFault[] = []
  const yearAt = entries.findIndex(({ label }) => YEAR_SUM.test(label))
  const grandAt = entries.findIndex(({ label }) => GRAND.test(label))
  const [year, grand] = [entries[yearAt], entries[grandAt]]
  const sumAt = yearAt >= 0 ? yearAt : grandAt
  const sum = entries[sumAt]
  const known = (list: readonly Entry[]): Amount[] => list.flatMap(({ amount }) => amount ?? [])
  const items = known(entries.slice(0, Math.max(sumAt, 0)).filter(({ label }) => ITEM.test(label)))
  // Without a 本年合计 the carried balance may stand among the items, numbered or not: then nothing is said.
  if (
    sum?.amount &&
    items.length > 0 &&
    (year || entries.slice(0, sumAt).every(({ label }) => ITEM.test(label))) &&
    compareSum(items, sum.amount) === 'broken'
  ) {
    faults.push({ cell: sum.cell, wrong: `“${sum.label}”为${inWan(sum.amount.fen)}，各项相加为${inWan(sumOf(items))}` })
  }
  if (year?.amount && grand?.amount && yearAt < grandAt) {
    const between = entries
      .slice(yearAt + 1, grandAt)
      .filter(
        ({ label }) =>
          !/其中|^[（(]?[一二三四五六七八九十\d]+[）)]|基本支出结转|项目支出结转|一般公共预算|政府性基金|国有资本/.test(label) || ITEM.test(label),
      )
    const parts = [year.amount, ...known(between)]
    if (compareSum(parts, grand.amount) === 'broken')
      faults.push({ cell: grand.cell, wrong: `“${grand.label}”为${inWan(grand.amount.fen)}，本年合计加结转等为${inWan(sumOf(parts))}` })
  }
  return faults
}

/** What does not add up in a balance table: each side by itself, and the two grand totals. */
export function balanceFaults(grid: Grid): BalanceFault[] {
  const [income, expenditure] = halves(grid)
  const faults = [...sideFaults(income), ...sideFaults(expenditure)]
  const [left, right] = [income.find(({ label }) => GRAND.test(label)), expenditure.find(({ label }) => GRAND.test(label))]
  if (left?.amount && right?.amount && compareSum([left.amount], right.amount) === 'broken') {
    faults.push({ cell: right.cell, wrong: `收入总计${inWan(left.amount.fen)}，支出总计${inWan(right.amount.fen)}，不相等` })
  }
  return faults
}
