import type { SourceCell } from '../../../../rules/disclosure/read/source-block.ts'
import { type Grid, grids } from './pdf-grid.ts'
import type { PageContent, Piece } from './pdf-page.ts'
import { beginsAnew, flowed, type PrintedRow, printedRows } from './pdf-text.ts'

/** A block of one page before lines are counted. `table` counts within the page; `shape` tells whether a table goes on overleaf. */
export type PageBlock =
  | { readonly kind: 'line'; readonly text: string; readonly y: number }
  | { readonly kind: 'row'; readonly table: number; readonly shape: string; readonly cells: readonly SourceCell[]; readonly y: number }

/** Tables by their ruled lines, prose by paragraphs, and what stands in columns without lines as rows of cells. */
export function pageBlocks(page: PageContent): PageBlock[] {
  const tables = grids(page)
  const inside = tables.map((): Piece[] => [])
  const outside: Piece[] = []
  for (const piece of page.pieces) {
    const at = tables.findIndex((grid) => contains(grid, piece))
    if (at < 0) outside.push(piece)
    else inside[at]!.push(piece)
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

function tableBlocks(grid: Grid, pieces: readonly Piece[], table: number): PageBlock[] {
  const texts = new Map<object, Piece[]>()
  for (const piece of pieces) {
    const x = piece.x + Math.min(piece.width, piece.size) / 2
    const y = piece.y - piece.size * 0.35
    const box = grid.boxes.find((each) => x >= each.left && x < each.right && y >= each.top && y < each.bottom)
    if (box) texts.set(box, [...(texts.get(box) ?? []), piece])
  }
  const shape = grid.xs.map((x) => Math.round(x / 4)).join(',')
  const blocks: PageBlock[] = []
  for (let row = 0; row + 1 < grid.ys.length; row++) {
    const cells = grid.boxes
      .filter((box) => row >= box.row && row < box.row + box.rows)
      .sort((a, b) => a.column - b.column)
      .map((box): SourceCell => {
        const span = box.columns > 1 ? { span: box.columns } : {}
        if (box.row < row) return { text: '', line: 0, covered: true, ...span }
        return { text: flowed(printedRows(texts.get(box) ?? []), box.right - 4), line: 0, ...span }
      })
    blocks.push({ kind: 'row', table, shape, cells, y: grid.ys[row]! + 0.01 })
  }
  return blocks
}

function proseBlocks(rows: readonly PrintedRow[], tables: readonly Grid[], width: number): PageBlock[] {
  const right = Math.max(0, ...rows.map((row) => row.chunks.at(-1)!.right))
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
    const full = before !== undefined && before.chunks.at(-1)!.right > right - before.size * 2.5
    const spaced = before !== undefined && row.y - before.y > before.size * 2.6
    if (cut || !full || indented || spaced || beginsAnew(row.chunks[0]!.text)) flush()
    paragraph.push(row)
  })
  flush()
  return blocks
}
