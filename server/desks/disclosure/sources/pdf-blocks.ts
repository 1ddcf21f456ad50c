import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { getDocument, type PDFDocumentProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { isFormWord } from '../../../../rules/disclosure/read/form-words.ts'
import { key } from '../../../../rules/disclosure/read/plain-words.ts'
import type { SourceBlock, SourceCell } from '../../../../rules/disclosure/read/source-block.ts'
import { accepted, refused, type Result } from '../../../../rules/refusal.ts'
import { withoutFurniture } from './pdf-furniture.ts'
import { firstPage, type LaidPageBlocks, type Overleaf, pageBlocks, type PartedPage, partedPage } from './pdf-layout.ts'
import type { PageBlock, PageRow } from './page-block.ts'
import { pageContent } from './pdf-page.ts'
import { VALUE } from './bare-cells.ts'
import type { Level } from './bare-rows.ts'
import { beginsAnew } from './pdf-text.ts'

const GREATEST_PAGES = 2000

/**
 * Lines and tables of a PDF with a text layer, page by page. A line is counted for each paragraph and each table row.
 * Refusals: `source-encrypted`, `source-damaged`, `source-image-only`, `source-too-large`.
 */
export async function pdfBlocks(bytes: Uint8Array): Promise<Result<SourceBlock[]>> {
  const opened = await openPdf(bytes)
  if (!opened.ok) return opened
  const pdf = opened.value
  try {
    if (pdf.numPages > GREATEST_PAGES) return refused('source-too-large')
    const pages: PartedPage[] = []
    let hasImage = false
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      const content = await pageContent(page)
      page.cleanup()
      hasImage ||= content.hasImage
      pages.push(partedPage(content))
    }
    const blocks = numbered(laidPages(withoutFurniture(pages)))
    if (blocks.length === 0) return refused(hasImage ? 'source-image-only' : 'source-empty')
    return accepted(blocks)
  } catch {
    return refused('source-damaged')
  } finally {
    await pdf.loadingTask.destroy()
  }
}

async function openPdf(bytes: Uint8Array): Promise<Result<PDFDocumentProxy>> {
  const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const task = getDocument({
    // The library takes the buffer for itself; the caller's stays whole.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    cMapUrl: `${join(home, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(home, 'standard_fonts')}/`,
  })
  try {
    return accepted(await task.promise)
  } catch (error) {
    return refused(error instanceof Error && error.name === 'PasswordException' ? 'source-encrypted' : 'source-damaged')
  }
}

/** The blocks of each page; a table without ruled lines may go on in the columns of the page before. How its cells are set is seen from all pages first. */
function laidPages(pages: readonly PartedPage[]): PageBlock[][] {
  const pass = (usual: Level | null): { blocks: PageBlock[][]; against: Overleaf['against'] } => {
    let overleaf: Overleaf = { ...firstPage, usual }
    const blocks = pages.map((page) => {
      const laid: LaidPageBlocks = pageBlocks(page, overleaf)
      overleaf = laid.overleaf
      return laid.blocks
    })
    return { blocks, against: overleaf.against }
  }
  const { blocks, against } = pass(null)
  if (against.top === against.middle) return blocks
  return pass(against.top < against.middle ? 'top' : 'middle').blocks
}

/** Counts lines on over the pages. A table that goes on overleaf between the same sides stays one table, a row cut by the page's end one row. */
function numbered(pages: readonly (readonly PageBlock[])[]): SourceBlock[] {
  const blocks: SourceBlock[] = []
  let line = 0
  let table = 0
  let rows: PageRow[] = []
  let last: PageBlock | undefined
  const endTable = (): void => {
    const cells = inSameColumns(rows)
    rows.forEach((row, index) => {
      const counted = ++line
      const bare = row.edges.length === 0 ? { bare: true } : {}
      blocks.push({ kind: 'row', table, line: counted, cells: cells[index]!.map((cell) => ({ ...cell, line: counted })), ...bare })
    })
    rows = []
  }
  for (const page of pages) {
    // True until something stands on the page that is not the head of the table overleaf come again.
    let top = true
    for (const block of page) {
      const before = rows.at(-1)
      if (block.kind === 'rest') {
        if (before) rows[rows.length - 1] = { ...before, cells: before.cells.map((cell, at) => ({ ...cell, text: cell.text + block.texts[at]! })) }
        continue
      }
      if (block.kind === 'line') {
        endTable()
        const above = blocks.at(-1)
        if (
          top &&
          last?.kind === 'line' &&
          above?.kind === 'line' &&
          last.full &&
          block.flush &&
          !beginsAnew(block.text) &&
          !/[。；：！]$/.test(last.text)
        )
          blocks[blocks.length - 1] = { ...above, text: above.text + block.text }
        else blocks.push({ kind: 'line', line: ++line, text: block.text })
      } else {
        const overleaf = before !== undefined && (block.goesOn === true || (top && sameSides(before, block)))
        if (overleaf && top && rows.length > 1 && sameTexts(rows[0]!, block)) continue
        if (overleaf && goesOnFrom(before, block)) rows[rows.length - 1] = joined(before, block)
        else {
          if (!overleaf && !(last?.kind === 'row' && !top && last.table === block.table)) {
            endTable()
            table++
          }
          if (overleaf && block.rest)
            rows[rows.length - 1] = doubted(before, (at) => before.full[at] === true && (block.cells[at]!.unsure ?? block.cells[at]!.text) !== '')
          rows.push(block.rest ? doubted(block, () => true) : block)
        }
      }
      top = false
      last = block
    }
  }
  endTable()
  return blocks
}

function sameTexts(a: PageRow, b: PageRow): boolean {
  return a.cells.length === b.cells.length && a.cells.every((cell, at) => cell.text !== '' && cell.text === b.cells[at]!.text)
}

/** A row whose texts may be halves of others. */
function doubted(row: PageRow, which: (at: number) => boolean): PageRow {
  const cells = row.cells.map((cell, at) => (cell.text !== '' && which(at) ? { ...cell, text: '', unsure: cell.text } : cell))
  return { ...row, cells }
}

const NEAR = 4

function sameSides(a: PageRow, b: PageRow): boolean {
  return Math.abs(a.edges[0]! - b.edges[0]!) < NEAR && Math.abs(a.edges.at(-1)! - b.edges.at(-1)!) < NEAR
}

/** The cells of a table's rows measured in the columns of all of it: a page shows only the columns that its own rows need. */
function inSameColumns(rows: readonly PageRow[]): (readonly SourceCell[])[] {
  if (rows.every((row) => row.edges === rows[0]!.edges)) return rows.map((row) => row.cells)
  const edges: number[] = []
  for (const x of rows.flatMap((row) => row.edges).sort((a, b) => a - b)) if (edges.length === 0 || x - edges.at(-1)! >= NEAR) edges.push(x)
  return rows.map((row) => {
    const columns = row.edges.map((x) => edges.findLastIndex((edge) => edge <= x))
    let edge = 0
    return row.cells.map(({ span = 1, ...cell }) => {
      const wide = columns[edge + span]! - columns[edge]!
      edge += span
      return wide > 1 ? { ...cell, span: wide } : cell
    })
  })
}

function joined(before: PageRow, rest: PageRow): PageRow {
  return { ...before, cells: before.cells.map((cell, at) => ({ ...cell, text: cell.text + rest.cells[at]!.text })), full: rest.full }
}

/** True when a row is the rest of one that the page's end cut: what it has goes on from cells whose last line was full, and it lacks some. */
function goesOnFrom(before: PageRow, row: PageRow): boolean {
  if (before.cells.length !== row.cells.length) return false
  const filled = row.cells.flatMap((cell, at) => (cell.text === '' ? [] : [at]))
  const less = before.cells.some((cell, at) => cell.text !== '' && row.cells[at]!.text === '')
  const whole = (text: string): boolean => VALUE.test(text) || isFormWord(key(text))
  return (
    filled.length > 0 &&
    less &&
    filled.every((at) => {
      const [first, rest] = [before.cells[at]!.text, row.cells[at]!.text]
      return before.full[at] === true && !beginsAnew(rest) && !VALUE.test(rest) && !(whole(first) && !isFormWord(key(first + rest)))
    })
  )
}
