import { isFormWord, labelOf } from '../../../../rules/disclosure/read/form-words.ts'
import { key } from '../../../../rules/disclosure/read/plain-words.ts'
import type { SourceCell } from '../../../../rules/disclosure/read/source-block.ts'
import { type Column, inLine, overlap, VALUE } from './bare-cells.ts'
import { isTitle } from './bare-region.ts'
import type { LooseRow, LooseRows } from './bare-rows.ts'
import type { LaidRow } from './merged-levels.ts'
import { NO_EDGES, type PageBlock } from './page-block.ts'
import { beginsAnew, type PrintedRow } from './pdf-text.ts'

/** How many lines at the head of a page stand below cells of the row before, and may go on in them. */
export function leadingLines(lines: readonly PrintedRow[], row: LaidRow): number {
  let count = 0
  for (const line of lines) {
    const fits = line.chunks.every(
      ({ text, left, right }) =>
        !VALUE.test(text) &&
        !isFormWord(key(text)) &&
        seatIn(row, { text, left, right, size: line.size }) >= 0 &&
        !isTitle(line, Number.NEGATIVE_INFINITY),
    )
    if (!fits || (count > 0 && line.y - lines[count - 1]!.y > line.size * 1.75)) break
    count++
  }
  return count
}

function seatIn(row: LaidRow, cell: Column & { readonly text: string; readonly size: number }): number {
  return row.places.findIndex((place) => place !== null && !isFormWord(key(place.text)) && overlap(place, cell) > 0 && inLine(cell, place))
}

/**
 * The first rows of a page that nothing makes rows of their own, as the rest of the row before: each text below a cell whose last line was full.
 * What stands below a cell and cannot be told to go on in it is unsure.
 */
export function restOf({ rows }: LooseRows, row: LaidRow): { readonly blocks: readonly PageBlock[]; readonly rows: number } | null {
  const texts = row.cells.map(() => '')
  const full = [...row.full]
  const goals = row.cells.findIndex(({ text }) => labelOf(key(text)) === 'goals') + 1
  const below = (next: LooseRow): boolean => next.free && next.cells.every((cell) => seatIn(row, cell) >= 0)
  let count = 0
  for (const next of rows) {
    const seats = next.cells.map((cell) => seatIn(row, cell))
    const hard = seats.map((seat, at) => full[seat] !== true || beginsAnew(next.cells[at]!.text))
    const fits = seats.every((seat, at) => {
      if (next.cells[at]!.unsure || row.cells[seat]?.unsure !== undefined) return false
      return !hard[at] || (goals > 0 && seat === goals && (beginsAnew(next.cells[at]!.text) || /[。；]$/.test(texts[seat] || row.cells[seat]!.text)))
    })
    if (!below(next) || !fits) break
    seats.forEach((seat, at) => {
      const cell = next.cells[at]!
      texts[seat] += hard[at] ? `\n${cell.text}` : cell.text
      full[seat] = cell.last + cell.size * 1.4 > Math.max(row.places[seat]!.widest, cell.widest)
    })
    count++
  }
  const blocks: PageBlock[] = count === 0 ? [] : [{ kind: 'rest', texts, y: rows[0]!.y }]
  for (; count < rows.length && below(rows[count]!); count++) {
    const { cells, y } = rows[count]!
    const doubted = row.places.map((_, seat) =>
      cells
        .filter((cell) => seatIn(row, cell) === seat)
        .map(({ text }) => text)
        .join(''),
    )
    blocks.push({
      kind: 'row',
      table: 0,
      edges: NO_EDGES,
      goesOn: true,
      rest: true,
      cells: doubted.map((text): SourceCell => ({ text: '', line: 0, ...(text !== '' && { unsure: text }) })),
      full: doubted.map(() => false),
      y,
    })
  }
  return count === 0 ? null : { blocks, rows: count }
}
