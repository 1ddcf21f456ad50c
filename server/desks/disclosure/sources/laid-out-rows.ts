import { VALUE_LABELS } from '../../../../rules/disclosure/read/form-draft.ts'
import { labelOf } from '../../../../rules/disclosure/read/form-words.ts'
import { key } from '../../../../rules/disclosure/read/plain-words.ts'
import type { SourceCell } from '../../../../rules/disclosure/read/source-block.ts'
import { type Column, overlap, VALUE } from './bare-cells.ts'
import type { LooseCell, LooseRow, LooseRows } from './bare-rows.ts'
import { bodyRows, type BodyRow, cellFrom, type LaidRow } from './merged-levels.ts'

/** The columns of a table that may go on overleaf, with the words of its head, one list for each row of it. */
export interface Carried {
  readonly columns: readonly Column[]
  readonly names: readonly string[]
  readonly heads: readonly (readonly string[])[]
}
/** The rows of a region, their cells in the columns of the head above them where they fit; and the last head, for the next page. */
export interface LaidOut {
  readonly rows: readonly LaidRow[]
  readonly carried: Carried | null
  /** True when the first row stands in the columns of the page before. */
  readonly goesOn: boolean
}

/**
 * Gives rows without ruled lines the columns of the head above them, so that an empty cell keeps its place: a head is a row of three words or more
 * and no value. A row that does not fit stands with its cells as they follow one another, and ends the head's reach. `carried` is the head of the page before;
 * where it stands again it is left out.
 */
export function laidOut({ rows, centred }: Pick<LooseRows, 'rows' | 'centred'>, carried: Carried | null): LaidOut {
  const repeated = carried && carried.heads.length > 0 && carried.heads.every((head, at) => sameWords(head, rows[at])) ? carried.heads.length : 0
  const first = rows[repeated]
  const goesOn =
    carried !== null && (repeated > 0 || (first !== undefined && !asksForValues(first) && seatsOf(first.cells, carried.columns) !== null))
  let group: HeadGroup | null = goesOn ? { ...carried, columns: [...carried.columns], before: 0, overleaf: true, body: [] } : null
  const laid: LaidRow[] = []
  const endGroup = (): void => {
    if (group) placeGroup(laid, group, centred)
    group = null
  }
  for (let at = repeated; at < rows.length; at++) {
    const row = rows[at]!
    if (group) {
      const { left } = group.columns[0]!
      const outside = row.cells.filter((each) => each.right <= left)
      const cells = row.cells.filter((each) => each.right > left)
      const seats = seatsOf(cells, group.columns)
      if (seats) {
        group.columns = widened(group.columns, cells, seats)
        group.body.push({ y: row.y, free: row.free, outside, seats: group.columns.map((_, index) => cells[seats.indexOf(index)] ?? null) })
        continue
      }
      endGroup()
    }
    if (!isHead(row)) {
      laid.push(plainRow(row.y, row.cells.map(cellFrom), row.cells))
      continue
    }
    const before = laid.length
    const below = rows[at + 1]
    const split = below ? splitHead(row, below) : null
    if (split) {
      laid.push(plainRow(row.y, split.upper), plainRow(below!.y, split.lower))
      at++
    } else laid.push(plainRow(row.y, row.cells.map(cellFrom), row.cells))
    const words = row.cells.map(({ text }) => text)
    group = {
      names: split ? split.names : words,
      heads: split ? [words, below!.cells.map(({ text }) => text)] : [words],
      columns: split?.columns ?? row.cells.map(({ left, right }) => ({ left, right })),
      before,
      overleaf: false,
      body: [],
    }
  }
  const last: Carried | null = group && { columns: group.columns, names: group.names, heads: group.heads }
  endGroup()
  return { rows: laid, carried: last, goesOn }
}

/** True for a row of a form's labels: it begins something else. */
function asksForValues({ cells }: LooseRow): boolean {
  return cells.some(({ text }) => VALUE_LABELS.some((label) => label !== 'ignored' && label === labelOf(key(text))))
}

function sameWords(head: readonly string[], row: LooseRow | undefined): boolean {
  return row !== undefined && row.cells.length === head.length && row.cells.every(({ text }, index) => text === head[index])
}

function plainRow(y: number, cells: readonly SourceCell[], places: readonly (LooseCell | null)[] = cells.map(() => null)): LaidRow {
  const edge = Math.max(...places.map((place) => place?.right ?? 0))
  // The last line of several is full when it is as long as the longest; a single one when it reaches the table's edge, or the cell beside it.
  const full = places.map((place, at) => {
    if (!place) return false
    const room = place.widest > place.last ? place.widest : (places[at + 1]?.left ?? edge) - place.left
    return place.last + place.size * 1.4 > room
  })
  return { y, cells, full, rest: false, places }
}

/** The rows under one head. */
interface HeadGroup extends Carried {
  columns: Column[]
  /** Where the head stands among the rows laid out. */
  readonly before: number
  /** True when the head stands on the page before: the first rows may belong to a group begun there. */
  readonly overleaf: boolean
  /** `outside` are the cells left of the head's first column. */
  readonly body: (BodyRow & { readonly outside: readonly LooseCell[] })[]
}

/**
 * The group's rows among those laid out. What stands left of the head is a column that the head has no word for; where one row alone has something
 * there, it belongs to all of the group and stands before it.
 */
function placeGroup(laid: LaidRow[], group: HeadGroup, centred: boolean): void {
  const named = group.body.filter(({ outside }) => outside.length > 0)
  const extra: Column[] = []
  if (named.length > 1)
    for (const each of named.flatMap(({ outside }) => outside).sort((a, b) => a.left - b.left)) {
      const last = extra.at(-1)
      if (last && overlap(each, last) > 0) extra[extra.length - 1] = { left: last.left, right: Math.max(last.right, each.right) }
      else extra.push({ left: each.left, right: each.right })
    }
  else for (const { y, outside } of named) laid.splice(group.before, 0, plainRow((laid[group.before]?.y ?? y) - 0.01, outside.map(cellFrom)))
  if (extra.length > 0 && !group.overleaf)
    for (let at = group.before; at < group.before + group.heads.length; at++)
      laid[at] = plainRow(laid[at]!.y, [...extra.map(() => cellFrom(null)), ...laid[at]!.cells])
  const body = group.body.map(({ y, free, outside, seats }) => ({
    y,
    free,
    seats: [...extra.map((column) => outside.find((each) => overlap(each, column) > 0) ?? null), ...seats],
  }))
  laid.push(...bodyRows([...extra.map(() => ''), ...group.names], [...extra, ...group.columns], body, group.overleaf, centred))
}

function isHead(row: LooseRow): boolean {
  return row.cells.length >= 3 && row.cells.every(({ text }) => text.length <= 16 && !VALUE.test(text))
}

/** A head in two rows: the words of the lower one stand under one word of the upper. */
function splitHead(upper: LooseRow, lower: LooseRow): { upper: SourceCell[]; lower: SourceCell[]; columns: Column[]; names: string[] } | null {
  if (lower.cells.length < 2 || lower.cells.length > 6 || lower.cells.some(({ text }) => text.length > 12 || VALUE.test(text))) return null
  const over = upper.cells.findIndex((each, index) => {
    const from = upper.cells[index - 1]?.right ?? Number.NEGATIVE_INFINITY
    const to = upper.cells[index + 1]?.left ?? Number.POSITIVE_INFINITY
    return lower.cells.every(({ left, right }) => left > from && right < to) && lower.cells.some((below) => overlap(each, below) > 0)
  })
  if (over < 0) return null
  const span = lower.cells.length
  const before = upper.cells.slice(0, over)
  const after = upper.cells.slice(over + 1)
  const covered = (list: readonly LooseCell[]): SourceCell[] => list.map(() => ({ text: '', line: 0, covered: true }))
  const own = (list: readonly LooseCell[]): SourceCell[] => list.map(({ text }) => ({ text, line: 0 }))
  return {
    upper: [...own(before), { text: upper.cells[over]!.text, line: 0, span }, ...own(after)],
    lower: [...covered(before), ...own(lower.cells), ...covered(after)],
    columns: [...before, ...lower.cells, ...after].map(({ left, right }) => ({ left, right })),
    names: [...before, ...lower.cells, ...after].map(({ text }) => text),
  }
}

/** The column of each cell; null when one stands under two columns, or two under one. */
function seatsOf(cells: readonly LooseCell[], columns: readonly Column[]): number[] | null {
  if (cells.length > columns.length) return null
  const over = cells.map((each) => columns.flatMap((column, index) => (overlap(each, column) > 0 ? [index] : [])))
  const ordered = cells.length === columns.length && over.every((list, index) => list.length === 0 || list.includes(index))
  if (ordered) return cells.map((_, index) => index)
  const seats: number[] = []
  for (const [index, list] of over.entries()) {
    const seat = list.length === 1 ? list[0]! : list.length === 0 ? nearest(cells[index]!, columns) : -1
    if (seat < 0 || seat <= (seats.at(-1) ?? -1)) return null
    seats.push(seat)
  }
  return seats
}

/** The column a cell between two belongs to: the nearer by far, or none. */
function nearest(each: LooseCell, columns: readonly Column[]): number {
  const distances = columns.map((column, index) => ({ index, distance: -overlap(each, column) })).sort((a, b) => a.distance - b.distance)
  const [first, second] = distances
  return first && (!second || second.distance > first.distance * 2) ? first.index : -1
}

function widened(columns: readonly Column[], cells: readonly LooseCell[], seats: readonly number[]): Column[] {
  return columns.map((column, index) => {
    const own = cells[seats.indexOf(index)]
    return own ? { left: Math.min(column.left, own.left), right: Math.max(column.right, own.right) } : column
  })
}
