import { beginsAnew } from './pdf-text.ts'

/** A run of text in a printed line, with where it begins and ends across the page. */
export interface Chunk {
  readonly text: string
  readonly start: number
  readonly end: number
}
/** A row put together from printed lines: its cells, and the first line it came from. Cells stand under the head's when there is one. */
export interface ColumnRow {
  readonly cells: readonly string[]
  readonly first: number
}

const VALUE = /^(?!\d{1,2}月)[≥≤＞＜=<>±\-－(（]*[\d０-９][\d０-９.,，．%％]*\D{0,3}$/

/**
 * Rows of a table without ruled lines, from its printed lines in order. A line goes on the row above when it has fewer runs, each beginning where one
 * of that row began and was full to its edge, and none of them a value. Runs are laid under the latest head (three or more, no values) when every one
 * fits a column, so that empty cells keep their place. `near` is how far beginnings may differ; `isFull` says whether a run left room for no more.
 */
export function columnRows(lines: readonly (readonly Chunk[])[], near: number, isFull: (line: number, chunk: number) => boolean): ColumnRow[] {
  const rows: { cells: Cell[]; first: number; head: readonly Chunk[] | null }[] = []
  let head: readonly Chunk[] | null = null
  lines.forEach((chunks, line) => {
    const above = rows.at(-1)
    const seats = above ? chunks.map((chunk) => above.cells.findIndex((cell) => Math.abs(cell.start - chunk.start) <= near)) : []
    if (above && goesOn(chunks, seats, above.cells)) {
      seats.forEach((seat, index) => {
        const cell = above.cells[seat]!
        const { text } = chunks[index]!
        cell.text += beginsAnew(text) ? `\n${text}` : text
        cell.full = isFull(line, index)
      })
      return
    }
    if (head && !fitsUnder(chunks, head, near)) head = null
    const cells = chunks.map((chunk, index): Cell => ({ ...chunk, full: isFull(line, index) }))
    rows.push({ cells, first: line, head })
    if (chunks.length >= 3 && !chunks.some((chunk) => VALUE.test(chunk.text))) head = chunks
  })
  return rows.map(({ cells, first, head: over }) => ({ cells: over ? under(cells, over, near) : cells.map((cell) => cell.text), first }))
}

interface Cell {
  text: string
  readonly start: number
  readonly end: number
  full: boolean
}

function goesOn(chunks: readonly Chunk[], seats: readonly number[], cells: readonly Cell[]): boolean {
  return chunks.length < cells.length && seats.every((seat) => seat >= 0 && cells[seat]!.full) && !chunks.some((chunk) => VALUE.test(chunk.text))
}

function fitsUnder(chunks: readonly Chunk[], head: readonly Chunk[], near: number): boolean {
  const seats = chunks.map((chunk) => seatOf(chunk, head, near))
  return seats.every((seat, index) => seat >= 0 && (index === 0 || seat > seats[index - 1]!))
}

/** The head a run stands under: the one it begins with, or the only one it overlaps. */
function seatOf(chunk: Chunk, head: readonly Chunk[], near: number): number {
  const same = head.findIndex((over) => Math.abs(over.start - chunk.start) <= near)
  if (same >= 0) return same
  const over = head.flatMap((each, index) => (chunk.start < each.end && chunk.end > each.start ? [index] : []))
  return over.length === 1 ? over[0]! : -1
}

function under(cells: readonly Cell[], head: readonly Chunk[], near: number): string[] {
  const texts = head.map(() => '')
  for (const cell of cells) texts[seatOf(cell, head, near)] = cell.text
  return texts
}
