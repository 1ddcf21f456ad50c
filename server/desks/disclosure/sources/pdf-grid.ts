import type { PageContent, Ruling } from './pdf-page.ts'

/** One cell of a ruled table, in rows and columns of its grid. */
interface GridBox {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}
/** A ruled table on a page. */
export interface Grid {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly boxes: readonly GridBox[]
}

const NEAR = 2.5
/** Lower than this there is no room for a row's text. */
const LEAST_ROW = 6

/** The ruled tables of a page, from top to bottom. A table needs two lines each way. */
export function grids(page: PageContent): Grid[] {
  const horizontal = joined(page.horizontal)
  const vertical = joined(page.vertical)
  return groups(horizontal, vertical)
    .map(([rows, columns]) => gridOf(rows, columns))
    .filter((grid): grid is Grid => grid !== null)
    .sort((a, b) => a.ys[0]! - b.ys[0]!)
}

/** Pieces of one and the same line, drawn cell by cell, become one. */
function joined(rulings: readonly Ruling[]): Ruling[] {
  const sorted = [...rulings].sort((a, b) => a.at - b.at || a.from - b.from)
  const rows: { at: number; parts: Ruling[] }[] = []
  for (const ruling of sorted) {
    const last = rows.at(-1)
    if (last && ruling.at - last.at <= NEAR) last.parts.push(ruling)
    else rows.push({ at: ruling.at, parts: [ruling] })
  }
  return rows.flatMap(({ at, parts }) => {
    const out: { at: number; from: number; to: number }[] = []
    for (const part of parts.sort((a, b) => a.from - b.from)) {
      const last = out.at(-1)
      if (last && part.from <= last.to + NEAR) last.to = Math.max(last.to, part.to)
      else out.push({ at, from: part.from, to: part.to })
    }
    return out
  })
}

/** Sets of lines that touch one another. */
function groups(horizontal: readonly Ruling[], vertical: readonly Ruling[]): [Ruling[], Ruling[]][] {
  const owner = horizontal.map((_, index) => index)
  const root = (index: number): number => {
    let at = index
    while (owner[at] !== at) at = owner[at]!
    owner[index] = at
    return at
  }
  const touchedBy = vertical.map((line) => {
    let first = -1
    horizontal.forEach((other, index) => {
      const crosses = other.at >= line.from - NEAR && other.at <= line.to + NEAR && line.at >= other.from - NEAR && line.at <= other.to + NEAR
      if (!crosses) return
      if (first < 0) first = index
      else owner[root(index)] = root(first)
    })
    return first
  })
  const sets = new Map<number, [Ruling[], Ruling[]]>()
  const setOf = (index: number): [Ruling[], Ruling[]] => {
    const key = root(index)
    const known = sets.get(key) ?? [[], []]
    sets.set(key, known)
    return known
  }
  vertical.forEach((line, index) => {
    if (touchedBy[index]! >= 0) setOf(touchedBy[index]!)[1].push(line)
  })
  horizontal.forEach((line, index) => {
    if (sets.has(root(index))) setOf(index)[0].push(line)
  })
  return [...sets.values()]
}

function gridOf(horizontal: readonly Ruling[], vertical: readonly Ruling[]): Grid | null {
  const xs = distinct(vertical.map((line) => line.at))
  const ys = withOpenEnds(distinct(horizontal.map((line) => line.at)), vertical)
  const rows = ys.length - 1
  const columns = xs.length - 1
  if (rows < 1 || columns < 1 || (rows === 1 && columns === 1) || rows * columns > 40_000) return null
  const covers = (lines: readonly Ruling[], at: number, middle: number): boolean =>
    lines.some((line) => Math.abs(line.at - at) <= NEAR && line.from <= middle && line.to >= middle)
  const openRight = (row: number, column: number): boolean =>
    column + 1 < columns && !covers(vertical, xs[column + 1]!, (ys[row]! + ys[row + 1]!) / 2)
  const openBelow = (row: number, column: number): boolean => row + 1 < rows && !covers(horizontal, ys[row + 1]!, (xs[column]! + xs[column + 1]!) / 2)
  const taken = new Set<number>()
  const boxes: GridBox[] = []
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken.has(row * columns + column)) continue
      let wide = 1
      while (openRight(row, column + wide - 1) && !taken.has(row * columns + column + wide)) wide++
      let high = 1
      while (openBelow(row + high - 1, column)) high++
      for (let r = row; r < row + high; r++) for (let c = column; c < column + wide; c++) taken.add(r * columns + c)
      boxes.push({ row, column, rows: high, columns: wide, left: xs[column]!, right: xs[column + wide]!, top: ys[row]!, bottom: ys[row + high]! })
    }
  }
  return { xs, ys, boxes }
}

/** Where the page's end cuts a table, the upright lines go on beyond the last level one: they end the row. */
function withOpenEnds(ys: number[], vertical: readonly Ruling[]): number[] {
  const from = Math.min(...vertical.map((line) => line.from))
  const to = Math.max(...vertical.map((line) => line.to))
  if (ys.length === 0) return ys
  return [...(from < ys[0]! - LEAST_ROW ? [from] : []), ...ys, ...(to > ys.at(-1)! + LEAST_ROW ? [to] : [])]
}

function distinct(values: readonly number[]): number[] {
  const out: number[] = []
  for (const value of [...values].sort((a, b) => a - b)) if (out.length === 0 || value - out.at(-1)! > NEAR) out.push(value)
  return out
}
