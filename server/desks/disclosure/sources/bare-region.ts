import { labelOf } from '../../../../rules/disclosure/read/form-words.ts'
import { isTableTitle, sectionOpened } from '../../../../rules/disclosure/read/headings.ts'
import { declaredUnit } from '../../../../rules/disclosure/read/money-cell.ts'
import { key } from '../../../../rules/disclosure/read/plain-words.ts'
import { type Column, mayBeMerged, overlap } from './bare-cells.ts'
import type { Grid } from './pdf-grid.ts'
import type { PrintedRow } from './pdf-text.ts'

/** The printed lines of a page beside its ruled tables; `edge` is where its text begins. */
export interface PageLines {
  readonly rows: readonly PrintedRow[]
  readonly tables: readonly Grid[]
  readonly width: number
  readonly edge: number
}

/** Where the lines end that stand from here in columns without ruled lines (`from` itself when they do not), and how many of them have several runs. */
export function regionOf(
  { rows, tables, width, edge }: PageLines,
  from: number,
  lead: number,
  overleaf: boolean,
): { readonly end: number; readonly several: number } {
  // A centred cell may begin above the row it belongs to, and goals above their label.
  let first = Math.max(beginningAbove(rows, from), beginningAbove(rows, from + lead), overleaf ? firstOfSeveral(rows, edge) : 0)
  if (first === from + lead) while (first < from + lead + 3 && rows[first]?.chunks.length === 1 && tight(rows[first]!, rows[first + 1])) first++
  const alone = (rows[first]?.chunks.length ?? 0) < 2
  if (alone && !(first > from + lead && mayBeMerged(key(rows[first]!.chunks[0]!.text)))) return { end: from + lead, several: 0 }
  let left = Math.min(...rows.slice(from, first + 1).map((row) => row.chunks[0]!.left))
  const parted = (at: number): boolean => {
    const [above, row] = [rows[at - 1]!, rows[at]!]
    return ruledBetween(tables, above, row) || row.y - above.y > row.size * 4.5 || isTitle(row, left)
  }
  let several = alone ? 0 : 1
  let end = first + 1
  while (end < rows.length && !parted(end)) {
    const row = rows[end]!
    const on = row.chunks.length > 1 ? end + 1 : goesOnTo(rows, end, edge, left, parted)
    if (row.chunks.length > 1) several++
    if (on === end && !tight(rows[end - 1]!, row) && !isCell(rows, end, left, width)) break
    end = Math.max(on, end + 1)
    left = Math.min(left, ...rows.slice(first, end).map((each) => each.chunks[0]!.left))
  }
  return { end, several }
}

/** At the head of a page, the first line of the table overleaf that has several runs: what stands above it right of the text's edge is the table's. */
function firstOfSeveral(rows: readonly PrintedRow[], edge: number): number {
  for (let at = 0; at < rows.length && at < LONGEST_CELL; at++) {
    const row = rows[at]!
    if (row.chunks.length > 1) return at
    if (isTitle(row, edge) || beginningOf(row) < edge + 2 || (at > 0 && row.y - rows[at - 1]!.y > row.size * 2.6)) return 0
  }
  return 0
}

/** The line of a label in whose middle a text stands that begins here, above it; `from` when there is none. */
function beginningAbove(rows: readonly PrintedRow[], from: number): number {
  for (let at = from; at < rows.length && at - from < LONGEST_CELL; at++) {
    const { chunks, y, size } = rows[at]!
    if (at > from && y - rows[at - 1]!.y > size * 1.75) return from
    if (at > from && mayBeMerged(key(chunks[0]!.text))) return chunks[0]!.right < rows[from]!.chunks[0]!.left ? at : from
    if (chunks.length > 1 || isTitle(rows[at]!, 0)) return from
  }
  return from
}

/** How far lines with one run belong to the table, because it goes on below them or a word of the form stands among them; `start` when they do not. */
function goesOnTo(rows: readonly PrintedRow[], start: number, edge: number, left: number, parted: (at: number) => boolean): number {
  let on = start
  for (let at = start; at < rows.length && at - start < LONGEST_CELL && !(at > start && parted(at)); at++) {
    const { chunks, size } = rows[at]!
    const from = beginningOf(rows[at]!)
    if (from < left - size * 12) break
    if (chunks.length > 1) return at
    if (labelOf(key(chunks[0]!.text)) !== null) on = at + 1
    // What begins at the edge of the text, left of the table, is none of its cells.
    else if (from < edge + 2 && left > edge + 2) break
  }
  return on
}

/** More lines than this no cell of a published form has. */
const LONGEST_CELL = 24

/** A heading, or the title of a table or form, alone in its line; what begins further right than the table's first column is a cell of it, whatever it says. */
export function isTitle(row: PrintedRow, left: number): boolean {
  if (row.chunks.length > 1) return false
  const [{ text, left: from }] = row.chunks as [PrintedRow['chunks'][number]]
  if (labelOf(key(text)) !== null) return false
  if (isTableTitle(text) || /绩效(目标|自评)表$/.test(text)) return true
  return (from < left + row.size * 1.2 && sectionOpened(text) !== null) || (text.length < 16 && declaredUnit(text) !== null)
}

/** Closer than lines of text stand: two parts of one row. */
function tight(above: PrintedRow, below: PrintedRow | undefined): boolean {
  return below !== undefined && below.y - above.y < above.size
}

/** A run that stands alone in its line belongs to the table when it stands as a cell above it does, or short of the first column and says no sentence. */
function isCell(rows: readonly PrintedRow[], at: number, left: number, width: number): boolean {
  const row = rows[at]!
  const [chunk] = row.chunks
  const near = rows.slice(Math.max(0, at - 2), at).filter((above) => row.y - above.y <= row.size * 3.6)
  const inner = chunk!.left > left + row.size * 1.2
  const below = near.flatMap((above) => above.chunks).some((each) => overlap(each, chunk!) > 0 && standAlike(each, chunk!, row.size))
  if (below && (inner || (chunk!.text.length <= 12 && row.y - rows[at - 1]!.y < row.size * 1.75))) return true
  return inner && chunk!.right - chunk!.left < width * 0.45 && !/[。；：]$/.test(chunk!.text)
}

/** True for runs that begin alike, or have one middle. */
function standAlike(a: Column, b: Column, size: number): boolean {
  return Math.abs(a.left - b.left) < size * 0.25 || Math.abs(a.left + a.right - b.left - b.right) < size
}

/** Where a line begins; a bracket may hang out half a character. */
export function beginningOf({ chunks: [first], size }: PrintedRow): number {
  return first!.left + (/^[（《“「【]/.test(first!.text) ? size / 2 : 0)
}

/** True where a ruled table begins between two lines. */
export function ruledBetween(tables: readonly Grid[], above: PrintedRow, below: PrintedRow): boolean {
  return tables.some((grid) => grid.ys[0]! > above.y && grid.ys[0]! < below.y)
}
