import { type Amount, compareSum, inWan, sameFigure, sumOf } from './amounts.ts'
import { balanceFaults } from './balance-table.ts'
import type { DocumentFacts } from './document-facts.ts'
import { rawOf } from './leaves.ts'
import { amountOf } from './amounts.ts'
import { type PublicTable, tableName } from './public-tables.ts'
import { ARITHMETIC, type DocumentRule } from './rule.ts'
import { threePublicGridFaults } from './three-public-grid.ts'
import { amountIn, codeIn, columnOf, type Grid, type GridCell, isTotalRow, labelIn } from './table-grid.ts'
import { tableTotals } from './table-totals.ts'

/** Columns that make up a total column in the public tables. */
const COLUMN_SUMS: readonly { readonly total: RegExp; readonly parts: readonly RegExp[]; readonly atLeast: number }[] = [
  {
    total: /^(?:本年)?(?:支出)?(?:合计|总计|小计)$/,
    parts: [/^基本支出$/, /^项目支出$/, /^上缴上级/, /^经营支出$|^事业单位经营支出$/, /^对附属单位补助/],
    atLeast: 2,
  },
  { total: /^(?:合计|总计|小计|基本支出(?:合计)?)$/, parts: [/^人员经费$/, /^(?:日常)?公用经费$/], atLeast: 2 },
]

function rowFaults(grid: Grid, report: (cell: GridCell, total: Amount, parts: readonly Amount[], row: readonly GridCell[]) => void): void {
  for (const { total, parts, atLeast } of COLUMN_SUMS) {
    const at = columnOf(grid, total)
    const columns = parts.map((part) => columnOf(grid, part)).filter((column) => column !== null)
    if (at === null || columns.length < atLeast) continue
    for (const row of grid.rows) {
      const sum = amountIn(grid, row[at])
      const cells = columns.map((column) => row[column]!)
      // A cell with something in it that is no number is unknown.
      if (!sum || cells.some((cell) => cell.raw !== '' && !/^[-—－/]+$/.test(cell.raw) && amountIn(grid, cell) === null)) continue
      const amounts = cells.map((cell) => amountIn(grid, cell)).filter((amount): amount is Amount => amount !== null)
      if (amounts.length > 0 && compareSum(amounts, sum) === 'broken') report(row[at]!, sum, amounts, row)
    }
  }
}

const tableRow: DocumentRule = {
  id: 'TABLE-ROW',
  demands: '表中每一行的合计等于各栏之和（合计 = 基本支出 + 项目支出等；合计 = 人员经费 + 公用经费）',
  source: ARITHMETIC,
  severity: 'error',
  certainty: 'certain',
  satisfy: '核对该行各栏',
  check({ grids }, report) {
    for (const grid of grids) {
      rowFaults(grid, (cell, total, parts, row) =>
        report(cell.place, cell.raw, `${grid.title || '表'}“${labelIn(row)}”合计${inWan(total.fen)}，各栏相加为${inWan(sumOf(parts))}`),
      )
    }
  },
}

/** For each numeric column: a code's amount against the amounts of the codes right below it. */
function hierarchyFaults(grid: Grid, tell: (cell: GridCell, what: string, total: Amount, parts: readonly Amount[]) => void): void {
  const coded = grid.rows.flatMap((row) => {
    const code = codeIn(row)
    return code === null ? [] : [{ code, row }]
  })
  // The same code twice means the table is divided some other way (by unit, by item): then codes do not add up by prefix.
  if (coded.length < 2 || new Set(coded.map(({ code }) => code)).size !== coded.length) return
  const columns = grid.columns.flatMap((name, at) => (/编码|代码|名称|科目|序号|行次|栏次|人数|%|％|率|比/.test(name) ? [] : [at]))
  const children = new Map<string, (readonly GridCell[])[]>(coded.map(({ code }) => [code, []]))
  const tops: typeof coded = []
  for (const one of coded) {
    children.get(one.code.slice(0, -2))?.push(one.row)
    if (![3, 5].some((length) => length < one.code.length && children.has(one.code.slice(0, length)))) tops.push(one)
  }
  const total = grid.rows.find(isTotalRow)
  for (const at of columns) {
    for (const { code, row } of coded) {
      const below = children.get(code)!
      if (below.length > 0)
        check(
          row[at],
          below.map((one) => one[at]),
          `${code}“${labelIn(row)}”`,
        )
    }
    if (total && new Set(tops.map(({ code }) => code.length)).size === 1)
      check(
        total[at],
        tops.map(({ row }) => row[at]),
        `“${labelIn(total)}”`,
      )
  }

  function check(cell: GridCell | undefined, below: readonly (GridCell | undefined)[], what: string): void {
    const sum = amountIn(grid, cell)
    if (!cell || !sum || below.length === 0) return
    const amounts = below.map((one) => amountIn(grid, one)).filter((amount): amount is Amount => amount !== null)
    if (amounts.length === 0 || below.some((one) => one && one.raw !== '' && /\d/.test(one.raw) && amountIn(grid, one) === null)) return
    if (compareSum(amounts, sum) === 'broken') tell(cell, what, sum, amounts)
  }
}

const tableHierarchy: DocumentRule = {
  id: 'TABLE-HIER',
  demands: '类等于所属各款之和，款等于所属各项之和，合计等于各类之和',
  source: ARITHMETIC,
  severity: 'error',
  certainty: 'certain',
  satisfy: '核对该科目和下级科目',
  check({ grids }, report) {
    for (const grid of grids) {
      hierarchyFaults(grid, (cell, what, total, parts) =>
        report(cell.place, cell.raw, `${grid.title || '表'}${what}为${inWan(total.fen)}，下级相加为${inWan(sumOf(parts))}`),
      )
    }
  },
}

const tableBalance: DocumentRule = {
  id: 'TABLE-BALANCE',
  demands: '收支总表中收入总计等于支出总计，本年合计加结转等于总计，各项相加等于本年合计',
  source: ARITHMETIC,
  severity: 'error',
  certainty: 'certain',
  satisfy: '核对收支总表各行',
  check({ grids }, report) {
    for (const grid of grids) {
      if (grid.kind !== 'balance' && grid.kind !== 'fiscal-balance') continue
      for (const fault of balanceFaults(grid)) report(fault.cell.place, fault.cell.raw, `${grid.title}${fault.wrong}`)
    }
  },
}

const tableThreePublic: DocumentRule = {
  id: 'TABLE-THREE-PUBLIC',
  demands: '“三公”经费表中合计等于因公出国（境）、公务用车购置及运行、公务接待之和，购置及运行等于购置加运行',
  source: ARITHMETIC,
  severity: 'error',
  certainty: 'certain',
  satisfy: '核对该行各栏',
  check({ grids }, report) {
    for (const grid of grids) {
      if (grid.kind !== 'three-public') continue
      for (const { cell, wrong } of threePublicGridFaults(grid)) report(cell.place, cell.raw, wrong)
    }
  },
}

/** Pairs of figures that must be the same in two tables. Where a table has both 本年合计 and 总计, either will do. */
const CROSS: readonly (readonly [
  PublicTable,
  'income' | 'expenditure' | 'basic' | 'project',
  PublicTable,
  'income' | 'expenditure' | 'basic' | 'project',
  string,
])[] = [
  ['balance', 'income', 'income', 'income', '收入'],
  ['balance', 'expenditure', 'expenditure', 'expenditure', '支出'],
  ['general-budget', 'basic', 'basic', 'basic', '基本支出'],
]

const tableCross: DocumentRule = {
  id: 'TABLE-CROSS',
  demands: '同一数字在各表之间相等：收支总表与收入总表、支出总表；一般公共预算支出表的基本支出与基本支出表合计',
  source: ARITHMETIC,
  severity: 'error',
  certainty: 'certain',
  satisfy: '核对两张表',
  check({ grids }, report) {
    const totals = grids.map((grid) => ({ kind: grid.kind, totals: tableTotals(grid) }))
    for (const [kindA, figureA, kindB, figureB, name] of CROSS) {
      const a = totals.find(({ kind }) => kind === kindA)?.totals[figureA] ?? []
      const b = totals.find(({ kind }) => kind === kindB)?.totals[figureB] ?? []
      const at = b[0]
      if (a.length === 0 || !at || a.some((one) => b.some((two) => sameFigure(one.amount, two.amount)))) continue
      report(at.cell.place, at.cell.raw, `${tableName(kindB)}的${name}${inWan(at.amount.fen)}，${tableName(kindA)}是${inWan(a[0]!.amount.fen)}`)
    }
  },
}

const TEXT_FIGURES = [
  ['income', '收入', ['balance', 'income']],
  ['expenditure', '支出', ['balance', 'expenditure']],
  ['basic', '基本支出', ['expenditure']],
  ['project', '项目支出', ['expenditure']],
] as const satisfies readonly (readonly ['income' | 'expenditure' | 'basic' | 'project', string, readonly PublicTable[]])[]

const textTable: DocumentRule = {
  id: 'TABLE-TEXT',
  demands: '文字说明中的数字与表中的数字相同',
  source: ARITHMETIC,
  severity: 'error',
  certainty: 'certain',
  satisfy: '以批复的预算为准，改正文字或表',
  check(facts: DocumentFacts, report) {
    for (const [figure, name, kinds] of TEXT_FIGURES) {
      const leaf = facts.document.totals[figure]
      const told = amountOf(leaf)
      if (!told || !leaf) continue
      // 本年收入 or 总计, with or without what was carried over: any of the tables' figures may be the one the text means.
      const inTables = facts.grids
        .filter((grid) => grid.kind !== null && (kinds as readonly PublicTable[]).includes(grid.kind))
        .flatMap((grid) => tableTotals(grid)[figure])
      const first = inTables[0]
      if (!first || inTables.some(({ cell, amount }) => cell.place.line === leaf.place.line || sameFigure(amount, told))) continue
      report(leaf.place, rawOf(leaf), `文字写${name}${inWan(told.fen)}，表中（第${first.cell.place.line}行）是${inWan(first.amount.fen)}`)
    }
    const grid = facts.grids.find((one) => one.kind === 'three-public')
    const year = facts.document.threePublic.find((one) => one.year?.value === facts.year) ?? facts.document.threePublic[0]
    const told = amountOf(year?.total)
    const at = grid ? columnOf(grid, /合计/) : null
    if (!grid || !told || !year?.total || at === null) return
    const amounts = grid.rows.map((row) => amountIn(grid, row[at])).filter((amount): amount is Amount => amount !== null)
    if (amounts.length > 0 && !amounts.some((amount) => sameFigure(amount, told))) {
      report(year.total.place, rawOf(year.total), `文字写“三公”经费${inWan(told.fen)}，${tableName('three-public')}中没有这个数`)
    }
  },
}

export const tableRules: readonly DocumentRule[] = [tableRow, tableHierarchy, tableBalance, tableThreePublic, tableCross, textTable]
