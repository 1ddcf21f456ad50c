import type { SourceCell } from '../../../../rules/disclosure/read/source-block.ts'
import { looseRows, overlap } from './loose-rows.ts'
import { type Column, laidOut } from './laid-out-rows.ts'
import { type Grid, grids } from './pdf-grid.ts'
import type { PageContent, Piece } from './pdf-page.ts'
import { beginsAnew, cutAt, fills, flowed, type PrintedRow, printedRows } from './pdf-text.ts'

export interface PageLine {
  readonly kind: 'line'
  readonly text: string
  readonly y: number
}
/** A table row. `table` counts within the page, `edges` are the table's column lines, `full` says of each cell whether its last line fills it. */
export interface PageRow {
  readonly kind: 'row'
  readonly table: number
  readonly edges: readonly number[]
  /** True for a row without ruled lines that stands in the columns of the page before. */
  readonly goesOn?: boolean
  readonly cells: readonly SourceCell[]
  readonly full: readonly boolean[]
  readonly y: number
}
/** A block of one page before lines are counted. */
export type PageBlock = PageLine | PageRow

/** A page's blocks, and the columns its last table without ruled lines had. */
export interface LaidPageBlocks {
  readonly blocks: PageBlock[]
  readonly columns: readonly Column[] | null
}

/** Tables by their ruled lines, prose by paragraphs, and what stands in columns without lines as rows under their head. `carried` are the page before's. */
export function pageBlocks(page: PageContent, carried: readonly Column[] | null = null): LaidPageBlocks {
  const tables = grids(page)
  const inside = tables.map((): Piece[] => [])
  const outside: Piece[] = []
  for (const piece of page.pieces) {
    const at = tables.findIndex((grid) => contains(grid, piece))
    if (at < 0) outside.push(piece)
    else inside[at]!.push(...cutAtLines(piece, tables[at]!))
  }
  const { blocks, columns } = proseBlocks(printedRows(outside), tables, page.width, carried)
  tables.forEach((grid, index) => {
    for (const block of tableBlocks(grid, inside[index]!, index)) blocks.push(block)
  })
  return { blocks: blocks.sort((a, b) => a.y - b.y), columns }
}

function contains(grid: Grid, piece: Piece): boolean {
  const x = piece.x + Math.min(piece.width, piece.size) / 2
  const y = piece.y - piece.size * 0.35
  return x > grid.xs[0]! && x < grid.xs.at(-1)! && y > grid.ys[0]! && y < grid.ys.at(-1)!
}

/** Cells that stand close come as one run of text: it is cut where a ruled line goes through it. */
function cutAtLines(piece: Piece, grid: Grid): Piece[] {
  const y = piece.y - piece.size * 0.35
  const from = piece.x + Math.min(piece.width, piece.size) / 2
  const box = grid.boxes.find((each) => from >= each.left && from < each.right && y >= each.top && y < each.bottom)
  if (!box || piece.x + piece.width < box.right + piece.size * 0.4) return [piece]
  const cut = cutAt(piece, box.right)
  return cut ? [cut[0], ...cutAtLines(cut[1], grid)] : [piece]
}

function tableBlocks(grid: Grid, pieces: readonly Piece[], table: number): PageBlock[] {
  const texts = new Map<object, Piece[]>()
  for (const piece of pieces) {
    const x = piece.x + Math.min(piece.width, piece.size) / 2
    const y = piece.y - piece.size * 0.35
    const box = grid.boxes.find((each) => x >= each.left && x < each.right && y >= each.top && y < each.bottom)
    if (box) texts.set(box, [...(texts.get(box) ?? []), piece])
  }
  const blocks: PageBlock[] = []
  for (let row = 0; row + 1 < grid.ys.length; row++) {
    const boxes = grid.boxes.filter((box) => row >= box.row && row < box.row + box.rows).sort((a, b) => a.column - b.column)
    const cells: SourceCell[] = []
    const full: boolean[] = []
    for (const box of boxes) {
      const span = box.columns > 1 ? { span: box.columns } : {}
      const rows = box.row < row ? [] : printedRows(texts.get(box) ?? [])
      const last = rows.at(-1)
      if (box.row < row) cells.push({ text: '', line: 0, covered: true, ...span })
      else cells.push({ text: flowed(rows, box.right - 4), line: 0, ...span })
      full.push(last !== undefined && fills(last, box.right - 4))
    }
    blocks.push({ kind: 'row', table, edges: grid.xs, cells, full, y: grid.ys[row]! + 0.01 })
  }
  return blocks
}

function proseBlocks(rows: readonly PrintedRow[], tables: readonly Grid[], width: number, carried: readonly Column[] | null): LaidPageBlocks {
  // A page with nothing but short lines has no broken one: the edge is at least where its tables end.
  const right = Math.max(width * 0.72, ...tables.map((grid) => grid.xs.at(-1)!), ...rows.map((row) => row.chunks.at(-1)!.right))
  const left = Math.min(width, ...rows.map((row) => row.chunks[0]!.left))
  const blocks: PageBlock[] = []
  let columns = carried
  let paragraph: PrintedRow[] = []
  const flush = (): void => {
    if (paragraph.length > 0) blocks.push({ kind: 'line', text: flowed(paragraph, right).replace(/\n/g, ''), y: paragraph[0]!.y })
    paragraph = []
  }
  for (let at = 0; at < rows.length; ) {
    const row = rows[at]!
    const region = regionOf(rows, at, tables, width)
    // Only what stands at the top of the page can go on from the page before.
    const laid = region.end > at ? laidOut(looseRows(rows.slice(at, region.end)), at <= 2 ? columns : null) : null
    if (laid && (region.several > 1 || laid.goesOn)) {
      flush()
      const table = tables.length + blocks.length
      columns = laid.columns
      for (const [index, { y, cells }] of laid.rows.entries())
        blocks.push({ kind: 'row', table, edges: NO_EDGES, goesOn: laid.goesOn && index === 0, cells, full: cells.map(() => false), y })
      at = region.end
      continue
    }
    at++
    const before = paragraph.at(-1)
    if (row.chunks.length > 1) {
      flush()
      blocks.push({ kind: 'line', text: row.chunks.map((chunk) => chunk.text).join('\t'), y: row.y })
      continue
    }
    const cut = before !== undefined && ruledBetween(tables, before, row)
    const indented = row.chunks[0]!.left > left + row.size * 1.2
    const full = before !== undefined && fills(before, right, row.chunks[0]!.text)
    const spaced = before !== undefined && row.y - before.y > before.size * 2.6
    if (cut || !full || indented || spaced || beginsAnew(row.chunks[0]!.text)) flush()
    paragraph.push(row)
  }
  flush()
  return { blocks, columns }
}

function ruledBetween(tables: readonly Grid[], above: PrintedRow, below: PrintedRow): boolean {
  return tables.some((grid) => grid.ys[0]! > above.y && grid.ys[0]! < below.y)
}

const NO_EDGES: readonly number[] = []

/** Where the lines end that stand from here in columns without ruled lines (`from` itself when they do not), and how many of them have several runs. */
function regionOf(
  rows: readonly PrintedRow[],
  from: number,
  tables: readonly Grid[],
  width: number,
): { readonly end: number; readonly several: number } {
  let first = from
  // A centred cell may begin above the row it belongs to.
  while (first < from + 3 && rows[first]?.chunks.length === 1 && tight(rows[first]!, rows[first + 1])) first++
  if ((rows[first]?.chunks.length ?? 0) < 2) return { end: from, several: 0 }
  const left = Math.min(...rows.slice(from, first + 1).map((row) => row.chunks[0]!.left))
  let several = 0
  let end = from
  for (; end < rows.length; end++) {
    const row = rows[end]!
    const above = rows[end - 1]
    if (end > from && (ruledBetween(tables, above!, row) || row.y - above!.y > row.size * 4.5)) break
    if (row.chunks.length > 1) several++
    else if (
      end > first &&
      !tight(above!, row) &&
      !tight(row, rows[end + 1]) &&
      !isBetween(rows, end) &&
      !isCell(row, above!, left, width) &&
      !goesOnIn(rows[end + 1], row)
    )
      break
  }
  return { end, several }
}

/** Closer than lines of text stand: two parts of one row. */
function tight(above: PrintedRow, below: PrintedRow | undefined): boolean {
  return below !== undefined && below.y - above.y < above.size
}

/** A line between two rows that stand no further apart than rows do: the middle of a cell merged over both. */
function isBetween(rows: readonly PrintedRow[], at: number): boolean {
  const [first, above, row, below] = [rows[at - 2], rows[at - 1], rows[at]!, rows[at + 1]]
  return first !== undefined && above !== undefined && below !== undefined && below.y - above.y < (above.y - first.y) * 1.3 && row.y < below.y
}

/** A line as near as lines of text are to a row with a cell below it: the beginning of that cell. */
function goesOnIn(below: PrintedRow | undefined, row: PrintedRow): boolean {
  if (below === undefined || below.chunks.length < 2 || below.y - row.y > row.size * 1.6) return false
  return below.chunks.slice(1).some((each) => overlap(each, row.chunks[0]!) > 0)
}

/** A run that stands alone in its line belongs to the table when it begins under a cell, or short of the first column and says no sentence. */
function isCell(row: PrintedRow, above: PrintedRow, left: number, width: number): boolean {
  const [chunk] = row.chunks
  if (chunk!.left > left + row.size * 1.2 && above.chunks.some((each) => Math.abs(each.left - chunk!.left) < 2)) return true
  if (above.chunks.length === 1 && Math.abs(above.chunks[0]!.left - chunk!.left) < 2 && chunk!.left > left + row.size * 2.5) return true
  const pitch = row.y - above.y < row.size * 1.75 && above.chunks.some((each) => Math.abs(each.left - chunk!.left) < 2) && chunk!.text.length <= 12
  return pitch || (chunk!.left > left + row.size * 1.2 && chunk!.right - chunk!.left < width * 0.45 && !/[。；：]$/.test(chunk!.text))
}
