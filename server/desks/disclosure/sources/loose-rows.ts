import { beginsAnew, type PrintedRow } from './pdf-text.ts'

/** One cell of a table without ruled lines: its text, and how far it reaches across the page. */
export interface LooseCell {
  readonly text: string
  readonly left: number
  readonly right: number
  /** The middle of its lines down the page. */
  readonly y: number
}
/** One row of such a table, put together from one printed line or several. */
export interface LooseRow {
  readonly cells: readonly LooseCell[]
  readonly y: number
}
/** The rows of a region; `centred` tells that cells stand in the middle of the rows they are merged over. */
export interface LooseRows {
  readonly rows: readonly LooseRow[]
  readonly centred: boolean
}

type PrintedChunk = PrintedRow['chunks'][number]

/** What an amount, a share, a count or a target looks like; a month (3月底) is a word of a head. */
export const VALUE = /^(?!\d{1,2}月)[≥≤＞＜=<>±\-－(（]*[\d０-９][\d０-９.,，．%％]*\D{0,3}$/

/** A printed run on its way into a cell. */
interface Run extends PrintedChunk {
  readonly size: number
}
type Stack = readonly [Run, ...Run[]]

/**
 * Printed lines of a table without ruled lines as rows of cells. Lines of one cell stand closer than rows do, where rows have room between them at
 * all; where they have not, every line is a row. A cell stands in the row that its first line or its middle is level with.
 */
export function looseRows(lines: readonly PrintedRow[]): LooseRows {
  const runs = lines.flatMap((line) => line.chunks.map((chunk): Run => ({ ...chunk, size: line.size })))
  const rows: { y: number; cells: LooseCell[] }[] = []
  let centred = false
  const put = (stack: Stack): void => {
    const [first] = stack
    const cell = cellOf(stack)
    const rowAt = (y: number): (typeof rows)[number] | undefined => rows.find((row) => Math.abs(row.y - y) < first.size * 0.3)
    const level = rowAt(first.y)
    const middle = level || stack.length === 1 ? undefined : rowAt(cell.y)
    centred ||= middle !== undefined
    const row = level ?? middle
    if (row) row.cells.push(cell)
    else rows.push({ y: first.y, cells: [cell] })
  }
  const stacks = stacked(runs)
  for (const stack of stacks) if (stack.length === 1) put(stack)
  for (const stack of stacks) if (stack.length > 1) put(stack)
  rows.sort((a, b) => a.y - b.y)
  for (const row of rows) row.cells.sort((a, b) => a.left - b.left)
  const parted = betweenTwo(rows)
  return { rows: parted, centred: centred || parted.length < rows.length }
}

/** A cell merged over two rows and centred stands between them: it begins in the upper one. */
function betweenTwo(rows: readonly { readonly y: number; readonly cells: readonly LooseCell[] }[]): LooseRow[] {
  const gaps = rows.slice(1).map((row, index) => row.y - rows[index]!.y)
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length * 0.6)] ?? 0
  const out: LooseRow[] = []
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!
    const above = out.at(-1)
    const below = rows[at + 1]
    const between = above && below && below.y - above.y <= usual * 1.4 && row.cells.length <= 2 && below.y - row.y < usual * 0.8
    const free = (other: LooseRow): boolean => row.cells.every((cell) => other.cells.every((each) => overlap(cell, each) <= 0))
    if (!between || !free(above) || !free(below)) out.push(row)
    else out[out.length - 1] = { y: above.y, cells: [...above.cells, ...row.cells].sort((a, b) => a.left - b.left) }
  }
  return out
}

/** Lines of a text stand at most so many times their height apart. */
const WIDEST_PITCH = 1.6

/** Runs that are lines of one cell, together. */
function stacked(runs: readonly Run[]): Stack[] {
  const above = runs.map((run, index) => nearestAbove(runs, index, run))
  const pitch = above.reduce((least, up, index) => (up < 0 ? least : Math.min(least, runs[index]!.y - runs[up]!.y)), Number.POSITIVE_INFINITY) * 1.1
  const stacks: [Run, ...Run[]][] = []
  const owner = new Map<number, [Run, ...Run[]]>()
  runs.forEach((run, index) => {
    const up = above[index]!
    const near = up >= 0 && !VALUE.test(run.text) && run.y - runs[up]!.y <= Math.min(pitch, run.size * WIDEST_PITCH)
    const stack = near ? owner.get(up) : undefined
    if (stack) stack.push(run)
    else stacks.push([run])
    owner.set(index, stack ?? stacks.at(-1)!)
  })
  return stacks.flatMap((stack) => (isOneCell(stack) ? [stack] : stack.map((run): Stack => [run])))
}

/** True for a line that ended for want of room: as long as the longest, but for one character, or for an opening bracket that took the next along. */
function goesOn(run: Run, next: Run, longest: number): boolean {
  return run.right - run.left > longest - run.size * (/^[（“《]/.test(next.text) ? 2.6 : 1.6)
}

/** A line that goes on in the next is as long as the longest; one that does not is followed by a number of its own. */
function isOneCell(stack: Stack): boolean {
  const longest = Math.max(...stack.map((run) => run.right - run.left))
  return stack.every((run, index) => {
    const next = stack[index + 1]
    return !next || goesOn(run, next, longest) || beginsAnew(next.text)
  })
}

function nearestAbove(runs: readonly Run[], index: number, run: Run): number {
  for (let at = index - 1; at >= 0; at--) {
    const other = runs[at]!
    if (run.y - other.y > run.size * 6) return -1
    if (run.y - other.y > run.size * 0.9 && overlap(run, other) > 0) return at
  }
  return -1
}

export function overlap(a: { readonly left: number; readonly right: number }, b: { readonly left: number; readonly right: number }): number {
  return Math.min(a.right, b.right) - Math.max(a.left, b.left)
}

/** The text of a cell: a line that reaches as far as the longest goes on in the next. */
function cellOf(stack: Stack): LooseCell {
  const left = Math.min(...stack.map((run) => run.left))
  const own = Math.max(...stack.map((run) => run.right))
  let text = ''
  stack.forEach((run, index) => {
    const before = stack[index - 1]
    if (before) text += goesOn(before, run, own - left) && !beginsAnew(run.text) ? '' : '\n'
    text += run.text
  })
  return { text, left, right: own, y: (stack[0].y + stack.at(-1)!.y) / 2 }
}
