import type { SourceCell } from '../../../../rules/disclosure/read/source-block.ts'
import type { Column } from './bare-cells.ts'
import type { LooseCell } from './bare-rows.ts'

/** A row under a head: what stands in each of its columns. */
export interface BodyRow {
  readonly y: number
  /** True for a row that nothing but the place of its text makes one. */
  readonly free: boolean
  readonly seats: readonly (LooseCell | null)[]
}
export interface LaidRow {
  readonly y: number
  readonly cells: readonly SourceCell[]
  /** Of each cell whether its last line left no room for more. */
  readonly full: readonly boolean[]
  /** True for a row at the head of a page that may be the rest of the last one overleaf. */
  readonly rest: boolean
  /** Where its cells were printed. */
  readonly places: readonly (LooseCell | null)[]
}

const LEVEL = /^[一二]级指标$/

/** The rows under a head, the merged cells of levels (一级指标, 二级指标, or without a word) in the first row they are merged over. */
export function bodyRows(
  names: readonly string[],
  columns: readonly Column[],
  body: readonly BodyRow[],
  overleaf: boolean,
  centred: boolean,
): LaidRow[] {
  const isLevel = names.map((name) => name === '' || LEVEL.test(name))
  const own = body.filter(({ seats }) => seats.some((each, column) => each !== null && !isLevel[column]))
  const apart = own.length < body.length
  const widest = columns.map((_, column) => Math.max(0, ...body.map(({ seats }) => seats[column]?.widest ?? 0)))
  const rows = withoutFragments(own, overleaf).map(({ y, seats, rest }) => ({
    y,
    rest,
    places: seats,
    cells: seats.map((each): SourceCell => cellFrom(each)),
    full: seats.map((each, column) => each !== null && each.last + each.size * 1.3 > widest[column]!),
  }))
  for (const [column, level] of isLevel.entries()) {
    const merged = level && own.some((row) => !row.free && row.seats[column] === null && !isSum(row))
    if (!merged || !(centred || apart || (!overleaf && own[0]?.seats[column] === null))) continue
    const labels = body.flatMap(({ seats }) => seats[column] ?? [])
    // Each with a row of its own, from the first row on: nothing is merged but the rest below each.
    if (
      !apart &&
      own[0]?.seats[column] &&
      own.every(({ y, seats }) => !seats[column] || Math.abs(seats[column].y - y) < 3) &&
      !groupStarts(labels, own)
    )
      continue
    placeLabels(rows, own, labels, column, names[column] !== '二级指标')
  }
  return rows
}

/** 总分, 合计 and their like stand below all groups. */
function isSum({ seats }: BodyRow): boolean {
  const first = seats.find((each) => each !== null)
  return first != null && /^(总分|合计|总计|小计)/.test(first.text)
}

/** Puts the labels of merged cells where their groups begin; where that cannot be told they stand beside the nearest row, and the second level is unsure. */
function placeLabels(rows: { cells: SourceCell[] }[], own: readonly BodyRow[], labels: readonly LooseCell[], column: number, alone: boolean): void {
  const starts = groupStarts(labels, own)
  const near = starts ?? labels.map(({ y }) => nearestRow(own, y))
  rows.forEach(({ cells }, index) => {
    const at = near.indexOf(index)
    const text = at >= 0 ? labels[at]!.text : null
    if (starts) cells[column] = text === null ? { text: '', line: 0, covered: true } : { text, line: 0 }
    else if (alone) cells[column] = { text: text ?? '', line: 0 }
    else cells[column] = { text: '', line: 0, unsure: text ?? '' }
  })
}

function nearestRow(rows: readonly BodyRow[], y: number): number {
  let best = 0
  rows.forEach((row, index) => {
    if (Math.abs(row.y - y) < Math.abs(rows[best]!.y - y)) best = index
  })
  return best
}

/** A text that no row asks for may be half of what stands above or below it: neither is known. One at the head of a page may be the rest of a row overleaf. */
function withoutFragments(body: readonly BodyRow[], overleaf: boolean): (BodyRow & { readonly rest: boolean })[] {
  const doubtful = new Set<LooseCell>()
  const rows = body.map((row, index) => ({ ...row, rest: overleaf && row.free && index === 0 }))
  rows.forEach((row, index) => {
    if (!row.free || row.rest) return
    row.seats.forEach((each, column) => {
      if (!each) return
      doubtful.add(each)
      for (const beside of [rows[index - 1]?.seats[column], rows[index + 1]?.seats[column]])
        if (beside && (Math.abs(beside.bottom - each.top) < each.size * 1.8 || Math.abs(beside.top - each.bottom) < each.size * 1.8))
          doubtful.add(beside)
    })
  })
  return rows.map((row) => ({ ...row, seats: row.seats.map((each) => (each && doubtful.has(each) ? { ...each, unsure: true } : each)) }))
}

export function cellFrom(cell: LooseCell | null): SourceCell {
  if (cell === null) return { text: '', line: 0 }
  return cell.unsure ? { text: '', line: 0, unsure: cell.text } : { text: cell.text, line: 0 }
}

/** The first row of each group, from labels that stand in the middle of theirs; null when no parting fits. */
function groupStarts(labels: readonly LooseCell[], body: readonly BodyRow[]): number[] | null {
  const reach = body.map(({ seats }) => {
    const cells = seats.filter((each) => each !== null && !labels.includes(each)) as LooseCell[]
    return { top: Math.min(...cells.map(({ top }) => top)), bottom: Math.max(...cells.map(({ bottom }) => bottom)) }
  })
  const starts: number[] = []
  let from = 0
  for (const { y, size } of labels) {
    if (from >= body.length) return null
    const miss = (end: number): number => Math.abs((reach[from]!.top + reach[end]!.bottom) / 2 - y)
    let best = from
    for (let end = from; end < body.length; end++) if (miss(end) < miss(best)) best = end
    if (miss(best) > size * 0.35) return null
    starts.push(from)
    from = best + 1
  }
  return from === body.length ? starts : null
}
