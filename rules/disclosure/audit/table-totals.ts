import type { Amount } from './amounts.ts'
import type { NamedGrid } from './public-tables.ts'
import { amountIn, columnOf, countsRows, type GridCell, isTotalRow } from './table-grid.ts'
import { tight } from './leaves.ts'

interface TableFigure {
  readonly cell: GridCell
  readonly amount: Amount
}

/** What a public table says in all. Several figures where the table has 本年合计 and 总计. */
export interface TableTotals {
  readonly income: readonly TableFigure[]
  readonly expenditure: readonly TableFigure[]
  readonly basic: readonly TableFigure[]
  readonly project: readonly TableFigure[]
}

const INCOME = /^(?:本年)?收入(?:合计|总计)$|^本年收入(?:合计)?$|^收入总计$/
const EXPENDITURE = /^(?:本年)?支出(?:合计|总计)$|^本年支出(?:合计)?$|^支出总计$/

/** The number that stands behind a label in the same row. */
function behind(grid: NamedGrid, row: readonly GridCell[], at: number): TableFigure | null {
  for (let next = at + 1; next < row.length; next++) {
    const cell = row[next]!
    if (countsRows(grid, next)) continue
    const amount = amountIn(grid, cell)
    if (amount) return { cell, amount }
    if (/\p{Script=Han}/u.test(cell.raw)) return null
  }
  return null
}

/** The grand totals of a public table, found by label in the balance tables and by the row 合计 in the others. */
export function tableTotals(grid: NamedGrid): TableTotals {
  const found = { income: [] as TableFigure[], expenditure: [] as TableFigure[], basic: [] as TableFigure[], project: [] as TableFigure[] }
  if (grid.kind === 'balance' || grid.kind === 'fiscal-balance') {
    for (const row of grid.rows) {
      for (const [at, cell] of row.entries()) {
        const side = INCOME.test(tight(cell.raw)) ? found.income : EXPENDITURE.test(tight(cell.raw)) ? found.expenditure : null
        const figure = side && behind(grid, row, at)
        if (side && figure) side.push(figure)
      }
    }
    return found
  }
  const total = grid.rows.find(isTotalRow)
  if (!total) return found
  const take = (into: TableFigure[], name: RegExp): void => {
    const at = columnOf(grid, name)
    const amount = at === null ? null : amountIn(grid, total[at])
    if (at !== null && amount) into.push({ cell: total[at]!, amount })
  }
  if (grid.kind === 'income') {
    take(found.income, /^(?:收入)?(?:合计|总计)$/)
    take(found.income, /^本年收入(?:合计|小计)?$/)
    const carriedAt = columnOf(grid, /^上年结转|^上年结余/)
    const carried = carriedAt === null ? null : amountIn(grid, total[carriedAt])
    const all = found.income[0]
    if (all && carried) found.income.push({ cell: all.cell, amount: { fen: all.amount.fen - carried.fen, grain: all.amount.grain + carried.grain } })
  }
  if (grid.kind === 'expenditure') take(found.expenditure, /^(?:支出)?(?:合计|总计)$|^本年支出(?:合计)?$/)
  if (grid.kind === 'basic') take(found.basic, /^(?:基本支出)?(?:合计|总计|小计)$|^基本支出$/)
  else {
    take(found.basic, /^基本支出(?:小计|合计)?$/)
    take(found.project, /^项目支出(?:小计|合计)?$/)
  }
  return found
}
