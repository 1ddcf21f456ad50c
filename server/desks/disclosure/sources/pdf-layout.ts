import type { SourceCell } from '../../../../rules/disclosure/read/source-block.ts'
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
  readonly cells: readonly SourceCell[]
  readonly full: readonly boolean[]
  readonly y: number
}
/** A block of one page before lines are counted. */
export type PageBlock = PageLine | PageRow

/** Tables by their ruled lines, prose by paragraphs, and what stands in columns without lines as rows of cells. */
export function pageBlocks(page: PageContent): PageBlock[] {
  const tables = grids(page)
  const inside = tables.map((): Piece[] => [])
  const outside: Piece[] = []
  for (const piece of page.pieces) {
    const at = tables.findIndex((grid) => contains(grid, piece))
    if (at < 0) outside.push(piece)
    else inside[at]!.push(...cutAtLines(piece, tables[at]!))
  }
  const blocks: PageBlock[] = [...proseBlocks(printedRows(outside), tables, page.width)]
  tables.forEach((grid, index) => {
    for (const block of tableBlocks(grid, inside[index]!, index)) blocks.push(block)
  })
  return blocks.sort((a, b) => a.y - b.y)
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

function proseBlocks(rows: readonly PrintedRow[], tables: readonly Grid[], width: number): PageBlock[] {
  // A page with nothing but short lines has no broken one: the edge is at least where its tables end.
  const right = Math.max(width * 0.72, ...tables.map((grid) => grid.xs.at(-1)!), ...rows.map((row) => row.chunks.at(-1)!.right))
  const left = Math.min(width, ...rows.map((row) => row.chunks[0]!.left))
  const blocks: PageBlock[] = []
  let paragraph: PrintedRow[] = []
  const flush = (): void => {
    if (paragraph.length > 0) blocks.push({ kind: 'line', text: flowed(paragraph, right).replace(/\n/g, ''), y: paragraph[0]!.y })
    paragraph = []
  }
  rows.forEach((row) => {
    const before = paragraph.at(-1)
    const cut = before !== undefined && tables.some((grid) => grid.ys[0]! > before.y && grid.ys[0]! < row.y)
    if (row.chunks.length > 1) {
      flush()
      const cells = row.chunks.map((chunk): SourceCell => ({ text: chunk.text, line: 0 }))
      blocks.push({ kind: 'line', text: cells.map((cell) => cell.text).join('\t'), y: row.y })
      return
    }
    const indented = row.chunks[0]!.left > left + row.size * 1.2
    const full = before !== undefined && fills(before, right, row.chunks[0]!.text)
    const spaced = before !== undefined && row.y - before.y > before.size * 2.6
    if (cut || !full || indented || spaced || beginsAnew(row.chunks[0]!.text)) flush()
    paragraph.push(row)
  })
  flush()
  return blocks
}
