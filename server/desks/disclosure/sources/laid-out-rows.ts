import type { SourceCell } from '../../../../rules/disclosure/read/source-block.ts'
import { type LooseCell, type LooseRow, type LooseRows, overlap, VALUE } from './loose-rows.ts'

/** How far a column reaches across the page, as far as its cells show. */
export interface Column {
  readonly left: number
  readonly right: number
}
/** The rows of a region, their cells in the columns of the head above them where they fit; and the last head's columns, for the next page. */
export interface LaidOut {
  readonly rows: readonly { readonly y: number; readonly cells: readonly SourceCell[] }[]
  readonly columns: readonly Column[] | null
  /** True when the first row stands in the columns of the page before. */
  readonly goesOn: boolean
}

/**
 * Gives rows without ruled lines the columns of the head above them, so that an empty cell keeps its place: a head is a row of three words or more
 * and no value. A row that does not fit stands with its cells as they follow one another, and ends the head's reach. `carried` are the columns of the page before.
 */
export function laidOut({ rows, centred }: LooseRows, carried: readonly Column[] | null): LaidOut {
  let group: HeadGroup | null = carried ? { names: [], columns: [...carried], before: 0, heads: 0, carried: true, body: [] } : null
  const laid: Laid = []
  const goesOn = carried !== null && rows[0] !== undefined && seatsOf(rows[0].cells, carried) !== null
  const endGroup = (): void => {
    if (group) placeGroup(laid, group, centred)
    group = null
  }
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!
    if (group) {
      const { left } = group.columns[0]!
      const outside = row.cells.filter((each) => each.right <= left)
      const cells = row.cells.filter((each) => each.right > left)
      const seats = seatsOf(cells, group.columns)
      if (seats) {
        group.columns = widened(group.columns, cells, seats)
        group.body.push({ y: row.y, outside, seats: group.columns.map((_, index) => cells[seats.indexOf(index)] ?? null) })
        continue
      }
      endGroup()
    }
    if (!isHead(row)) {
      laid.push({ y: row.y, cells: row.cells.map(({ text }) => cell(text)) })
      continue
    }
    const before = laid.length
    const below = rows[at + 1]
    const split = below ? splitHead(row, below) : null
    if (split) {
      laid.push({ y: row.y, cells: split.upper }, { y: below!.y, cells: split.lower })
      at++
    } else laid.push({ y: row.y, cells: row.cells.map(({ text }) => cell(text)) })
    group = {
      names: row.cells.map(({ text }) => text),
      columns: split?.columns ?? row.cells.map(({ left, right }) => ({ left, right })),
      before,
      heads: split ? 2 : 1,
      carried: false,
      body: [],
    }
  }
  const columns = group?.columns ?? null
  endGroup()
  return { rows: laid, columns, goesOn }
}

/** The rows under one head. */
interface HeadGroup {
  /** The head's words; none where it stands on the page before. */
  readonly names: readonly string[]
  columns: Column[]
  /** Where the head stands among the rows laid out, and how many of them it is. */
  readonly before: number
  readonly heads: number
  /** True when the head stands on the page before: the first rows may belong to a group begun there. */
  readonly carried: boolean
  /** `outside` are the cells left of the head's first column. */
  readonly body: { readonly y: number; readonly outside: readonly LooseCell[]; readonly seats: readonly (LooseCell | null)[] }[]
}

type Body = HeadGroup['body']
type Laid = { y: number; cells: readonly SourceCell[] }[]

/**
 * The group's rows among those laid out. What stands left of the head is a column that the head has no word for; where one row alone has something
 * there, it belongs to all of the group and stands before it.
 */
function placeGroup(laid: Laid, group: HeadGroup, centred: boolean): void {
  const named = group.body.filter(({ outside }) => outside.length > 0)
  const extra: Column[] = []
  if (named.length > 1)
    for (const each of named.flatMap(({ outside }) => outside).sort((a, b) => a.left - b.left)) {
      const last = extra.at(-1)
      if (last && overlap(each, last) > 0) extra[extra.length - 1] = { left: last.left, right: Math.max(last.right, each.right) }
      else extra.push({ left: each.left, right: each.right })
    }
  else
    for (const { y, outside } of named)
      laid.splice(group.before, 0, { y: (laid[group.before]?.y ?? y) - 0.01, cells: outside.map(({ text }) => cell(text)) })
  if (extra.length === 0) {
    laid.push(...bodyRows(group, centred))
    return
  }
  for (let at = group.before; at < group.before + group.heads; at++) laid[at]!.cells = [...extra.map(() => cell('')), ...laid[at]!.cells]
  const body = group.body.map(({ y, outside, seats }) => ({
    y,
    outside,
    seats: [...extra.map((column) => outside.find((each) => overlap(each, column) > 0) ?? null), ...seats],
  }))
  laid.push(...bodyRows({ ...group, names: [...extra.map(() => ''), ...group.names], columns: [...extra, ...group.columns], body }, centred))
}

/** The rows under a head, the merged cells of levels (一级指标, 二级指标, or without a word) in the first row they are merged over. */
function bodyRows({ names, body, carried }: HeadGroup, centred: boolean): { y: number; cells: SourceCell[] }[] {
  const isLevel = names.map((name) => name === '' || LEVEL.test(name))
  const own = names.length === 0 ? body : body.filter(({ seats }) => seats.some((each, column) => each !== null && !isLevel[column]))
  const apart = own.length < body.length
  const rows = own.map(({ y, seats }) => ({ y, cells: seats.map((each) => cell(each?.text ?? '')) }))
  const lost: string[] = []
  for (const column of isLevel.flatMap((level, index) => (level ? [index] : []))) {
    const merged = own.some(({ seats }) => seats[column] === null)
    if (!merged || !(centred || apart || (!carried && own[0]?.seats[column] === null))) continue
    const labels = body.flatMap(({ seats }) => seats[column] ?? [])
    const starts = groupStarts(labels, own)
    // Each level with a row of its own, from the first row on: nothing is merged but the rest below each.
    if (!starts && !apart && own[0]?.seats[column] && own.every(({ y, seats }) => !seats[column] || Math.abs(seats[column].y - y) < 3)) continue
    rows.forEach(({ cells }, index) => {
      const label = starts?.indexOf(index) ?? -1
      cells[column] = label >= 0 ? cell(labels[label]!.text) : cell('', { covered: true })
    })
    if (!starts) lost.push(...labels.map(({ text }) => text))
  }
  // Which rows these group cannot be told: they stand alone.
  return [...rows, ...lost.map((text) => ({ y: (body.at(-1)?.y ?? 0) + 0.01, cells: [cell(text)] }))]
}

const LEVEL = /^[一二]级指标$/

/** The first row of each group, from labels that stand in the middle of theirs; null when no parting fits. */
function groupStarts(labels: readonly LooseCell[], body: Body): number[] | null {
  const starts: number[] = []
  let from = 0
  for (const { y } of labels) {
    if (from >= body.length) return null
    const first = body[from]!.y
    let best = from
    for (let end = from; end < body.length; end++) if (miss(first, body[end]!.y, y) < miss(first, body[best]!.y, y)) best = end
    const pitch = body.length > 1 ? (body.at(-1)!.y - body[0]!.y) / (body.length - 1) : Number.POSITIVE_INFINITY
    if (miss(first, body[best]!.y, y) > pitch * 0.3) return null
    starts.push(from)
    from = best + 1
  }
  return from === body.length ? starts : null
}

function miss(first: number, last: number, middle: number): number {
  return Math.abs((first + last) / 2 - middle)
}

function cell(text: string, more: Partial<SourceCell> = {}): SourceCell {
  return { text, line: 0, ...more }
}

function isHead(row: LooseRow): boolean {
  return row.cells.length >= 3 && row.cells.every(({ text }) => text.length <= 16 && !VALUE.test(text))
}

/** A head in two rows: the words of the lower one stand under one word of the upper. */
function splitHead(upper: LooseRow, lower: LooseRow): { upper: SourceCell[]; lower: SourceCell[]; columns: Column[] } | null {
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
  const covered = (list: readonly LooseCell[]): SourceCell[] => list.map(() => cell('', { covered: true }))
  return {
    upper: [...before.map(({ text }) => cell(text)), cell(upper.cells[over]!.text, { span }), ...after.map(({ text }) => cell(text))],
    lower: [...covered(before), ...lower.cells.map(({ text }) => cell(text)), ...covered(after)],
    columns: [...before, ...lower.cells, ...after].map(({ left, right }) => ({ left, right })),
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
