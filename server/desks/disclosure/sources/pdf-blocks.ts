import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { getDocument, type PDFDocumentProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { SourceBlock } from '../../../../rules/disclosure/read/source-block.ts'
import { accepted, refused, type Result } from '../../../../rules/refusal.ts'
import { pageBlocks, type PageBlock } from './pdf-layout.ts'
import { pageContent } from './pdf-page.ts'
import { withoutFurniture } from './pdf-furniture.ts'

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
    const pages: PageBlock[][] = []
    let hasImage = false
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      const content = await pageContent(page)
      page.cleanup()
      hasImage ||= content.hasImage
      pages.push(pageBlocks(content))
    }
    const blocks = numbered(withoutFurniture(pages))
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

/** Counts lines on over the pages. A table that goes on over the page's end with the same columns stays one table. */
function numbered(pages: readonly (readonly PageBlock[])[]): SourceBlock[] {
  const blocks: SourceBlock[] = []
  let line = 0
  let table = 0
  let last: PageBlock | null = null
  for (const page of pages) {
    page.forEach((block, index) => {
      line++
      if (block.kind === 'line') blocks.push({ kind: 'line', line, text: block.text })
      else {
        const goesOn = last?.kind === 'row' && (index === 0 ? last.shape === block.shape : last.table === block.table)
        if (!goesOn) table++
        blocks.push({ kind: 'row', table, line, cells: block.cells.map((cell) => ({ ...cell, line })) })
      }
      last = block
    })
  }
  return blocks
}
