import type { SourceCell } from '../../../../rules/disclosure/read/source-block.ts'
import { beginningOf, isTitle, regionOf, ruledBetween } from './bare-region.ts'
import { type Level, type LooseRows, looseRows } from './bare-rows.ts'
import { type Carried, laidOut } from './laid-out-rows.ts'
import type { LaidRow } from './merged-levels.ts'
import { NO_EDGES, type PageBlock } from './page-block.ts'
import { leadingLines, restOf } from './page-rest.ts'
import { type Grid, grids } from './pdf-grid.ts'
import type { Piece } from './pdf-glyphs.ts'
import type { PageContent } from './pdf-page.ts'
import { beginsAnew, cutAt, fills, flowed, type PrintedRow, printedRows } from './pdf-text.ts'

/** What a page hands on to the next: the head its last table without ruled lines had, and that table's last row where it ends the page. */
export interface Overleaf {
  readonly carried: Carried | null
  readonly row: LaidRow | null
  /** How the document's tables are set as a rule, where that is known, and how much has spoken against each way so far. */
  readonly usual: Level | null
  readonly against: Readonly<Record<Level, number>>
}
export const firstPage: Overleaf = { carried: null, row: null, usual: null, against: { top: 0, middle: 0 } }

export interface LaidPageBlocks {
  readonly blocks: PageBlock[]
  readonly overleaf: Overleaf
}

/** A page with its ruled tables found: what stands in each, and the printed lines beside them. */
export interface PartedPage {
  readonly width: number
  readonly height: number
  readonly tables: readonly Grid[]
  readonly inside: readonly (readonly Piece[])[]
  readonly lines: readonly PrintedRow[]
}

export function partedPage(page: PageContent): PartedPage {
  const tables = grids(page)
  const inside = tables.map((): Piece[] => [])
  const outside: Piece[] = []
  for (const piece of page.pieces) {
    const at = tables.findIndex((grid) => contains(grid, piece))
    if (at < 0) outside.push(piece)
    else inside[at]!.push(...cutAtLines(piece, tables[at]!))
  }
  return { width: page.width, height: page.height, tables, inside, lines: printedRows(outside) }
}

/** Tables by their ruled lines, prose by paragraphs, and what stands in columns without lines as rows under their head. `before` is the page before's. */
export function pageBlocks({ tables, inside, lines, width }: PartedPage, before: Overleaf = firstPage): LaidPageBlocks {
  const { blocks, overleaf } = proseBlocks(lines, tables, width, before)
  tables.forEach((grid, index) => {
    for (const block of tableBlocks(grid, inside[index]!, index)) blocks.push(block)
  })
  return { blocks: blocks.sort((a, b) => a.y - b.y), overleaf }
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

function proseBlocks(rows: readonly PrintedRow[], tables: readonly Grid[], width: number, before: Overleaf): LaidPageBlocks {
  // A page with nothing but short lines has no broken one: the edge is at least where its tables end.
  const right = Math.max(width * 0.72, ...tables.map((grid) => grid.xs.at(-1)!), ...rows.map((row) => row.chunks.at(-1)!.right))
  const left = Math.min(width, ...rows.map(beginningOf))
  const blocks: PageBlock[] = []
  let { carried } = before
  let row: LaidRow | null = null
  const against = { ...before.against }
  let paragraph: PrintedRow[] = []
  const flush = (): void => {
    const [first, last] = [paragraph[0], paragraph.at(-1)]
    if (first && last) {
      const flush = first.chunks[0]!.left < left + first.size * 1.2
      blocks.push({ kind: 'line', text: flowed(paragraph, right).replace(/\n/g, ''), flush, full: fills(last, right), y: first.y })
    }
    paragraph = []
  }
  const lead = before.row ? leadingLines(rows, before.row) : 0
  for (let at = 0; at < rows.length; ) {
    const line = rows[at]!
    const region = regionOf({ rows, tables, width, edge: left }, at, at === 0 ? lead : 0, at === 0 && before.row !== null)
    let loose: LooseRows | null = region.end > at ? looseRows(rows.slice(at, region.end), before.usual) : null
    against.top += loose?.against.top ?? 0
    against.middle += loose?.against.middle ?? 0
    const rest = loose && at === 0 && lead > 0 ? restOf(loose, before.row!) : null
    if (rest) {
      blocks.push(...rest.blocks)
      loose = { ...loose!, rows: loose!.rows.slice(rest.rows) }
      if (loose.rows.length === 0) {
        at = region.end
        continue
      }
    }
    // Only what stands at the top of the page can go on from the page before.
    const laid = loose ? laidOut(loose, at <= 2 && !rows.slice(0, at).some((each) => isTitle(each, Number.POSITIVE_INFINITY)) ? carried : null) : null
    if (laid && (rest || region.several > 1 || laid.goesOn)) {
      flush()
      const table = tables.length + blocks.length
      carried = laid.carried
      row = laid.rows.at(-1) ?? null
      for (const [index, { y, cells, full, rest }] of laid.rows.entries())
        blocks.push({ kind: 'row', table, edges: NO_EDGES, goesOn: laid.goesOn && index === 0, cells, full, rest, y })
      at = region.end
      continue
    }
    at++
    row = null
    const above = paragraph.at(-1)
    if (line.chunks.length > 1) {
      flush()
      blocks.push({ kind: 'line', text: line.chunks.map((chunk) => chunk.text).join('\t'), flush: false, full: false, y: line.y })
      continue
    }
    const cut = above !== undefined && ruledBetween(tables, above, line)
    const indented = line.chunks[0]!.left > left + line.size * 1.2
    const full = above !== undefined && fills(above, right, line.chunks[0]!.text)
    const spaced = above !== undefined && line.y - above.y > above.size * 2.6
    if (cut || !full || indented || spaced || beginsAnew(line.chunks[0]!.text)) flush()
    paragraph.push(line)
  }
  flush()
  return { blocks, overleaf: { carried, row, usual: before.usual, against } }
}
