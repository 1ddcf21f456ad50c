import { type MoneyUnit, parseMoney } from '../../money.ts'
import type { DisclosureTable, Place, TextLeaf } from '../document.ts'
import { type Amount, grainOf } from './amounts.ts'
import { rawOf, textOf, tight } from './leaves.ts'

export interface GridCell {
  readonly raw: string
  readonly place: Place
}

/** A table with its columns named: only rows as wide as the head are kept, so that a column is a column. */
export interface Grid {
  readonly title: string
  readonly place: Place
  readonly unit: MoneyUnit | null
  /** Names of the columns, blanks removed; the words of several head rows together. */
  readonly columns: readonly string[]
  readonly rows: readonly (readonly GridCell[])[]
}

const UNITS = new Set<string>(['亿元', '百万元', '万元', '千元', '百元', '元'])

const cellOf = (leaf: TextLeaf): GridCell => ({ raw: rawOf(leaf), place: leaf.place })

/** A row of column numbers under the head: 栏次 1 2 3. */
const isNumbering = (row: readonly GridCell[]): boolean =>
  row.filter((cell) => cell.raw !== '').every((cell) => /^(?:栏次|行次|序号|\d{1,2}|[A-Z]|\d{1,2}[=+＝＋\d]+)$/.test(cell.raw))

/** Reads a kept table as a grid; null where no head row is as wide as the body. */
export function gridOf(table: DisclosureTable): Grid | null {
  const body = table.rows.map((row) => row.map(cellOf))
  const widths = new Map<number, number>()
  for (const row of body) widths.set(row.length, (widths.get(row.length) ?? 0) + 1)
  const width = [...widths].sort((a, b) => b[1] - a[1])[0]?.[0]
  if (width === undefined || width < 2) return null
  const heads = table.head.filter((row) => row.length === width)
  if (heads.length === 0) return null
  const columns = Array.from({ length: width }, (_, at) => tight([...new Set(heads.map((row) => rawOf(row[at])))].join('')))
  const first = table.title ?? table.head[0]?.[0] ?? table.rows[0]?.[0]
  const declared = tight(textOf(table.unit))
  return {
    title: tight(textOf(table.title)),
    place: first?.place ?? { line: 1 },
    unit: UNITS.has(declared) ? (declared as MoneyUnit) : ((['万元', '元'] as const).find((unit) => declared.includes(unit)) ?? '万元'),
    columns,
    rows: body.filter((row) => row.length === width && !isNumbering(row)),
  }
}

/** The amount in a cell; null where there is none. A dash or an empty cell says nothing. */
export function amountIn(grid: Grid, cell: GridCell | undefined): Amount | null {
  if (!cell || cell.raw === '') return null
  const fen = parseMoney(cell.raw, grid.unit)
  return fen === null ? null : { fen, grain: grainOf(cell.raw, fen) }
}

/** The column whose name matches, if there is exactly one. */
export function columnOf(grid: Grid, name: RegExp): number | null {
  const found = grid.columns.flatMap((column, at) => (name.test(column) ? [at] : []))
  return found.length === 1 ? found[0]! : null
}

/** A column that numbers the rows: its figures are no amounts. */
export const countsRows = (grid: Grid, at: number): boolean => /(?:行次|栏次|序号)$/.test(grid.columns[at] ?? '')

export const labelIn = (row: readonly GridCell[]): string => tight(row.find((cell) => /[\p{Script=Han}]/u.test(cell.raw))?.raw ?? '')

/** 3, 5 or 7 digits in the first two cells. */
export function codeIn(row: readonly GridCell[]): string | null {
  for (const cell of row.slice(0, 2)) {
    const digits = tight(cell.raw)
    if (/^\d{3}(?:\d{2}){0,2}$/.test(digits)) return digits
  }
  return null
}

export const isTotalRow = (row: readonly GridCell[]): boolean => /^(?:合计|总计|合计[:：].*|支出合计|收入合计)$/.test(labelIn(row))
