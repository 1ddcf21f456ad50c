import type { PartedPage } from './pdf-layout.ts'
import type { PrintedRow } from './pdf-text.ts'

/** The pages without headers, footers and page numbers: short lines in the margins that say on most pages the same, numbers aside. */
export function withoutFurniture(pages: readonly PartedPage[]): PartedPage[] {
  const counts = new Map<string, number>()
  for (const page of pages) for (const text of new Set(margins(page).map(shapeOf))) counts.set(text, (counts.get(text) ?? 0) + 1)
  const least = Math.max(3, Math.ceil(pages.length / 2))
  return pages.map((page) => {
    const ends = new Set(margins(page))
    const kept = page.lines.filter((line) => !ends.has(line) || !(isPageNumber(textOf(line)) || (counts.get(shapeOf(line)) ?? 0) >= least))
    return { ...page, lines: kept }
  })
}

function margins({ lines, height }: PartedPage): PrintedRow[] {
  const ends = [...lines.slice(0, 2), ...lines.slice(-2)]
  return ends.filter((line) => isHeader(line) && (line.y < height * 0.1 || line.y > height * 0.9) && standsApart(lines, line))
}

/** Further from the page's text than lines of text are: what stands nearer is a cell of a table come again. */
function standsApart(lines: readonly PrintedRow[], line: PrintedRow): boolean {
  const at = lines.indexOf(line)
  const next = line.y < lines.at(-1)!.y / 2 ? lines[at + 1] : lines[at - 1]
  return next === undefined || Math.abs(next.y - line.y) > line.size * 1.4
}

/** One run, or a page number and another; the head of a table come again has more. The title of a form stands on many pages too. */
function isHeader(line: PrintedRow): boolean {
  const { chunks } = line
  if (/绩效(目标|自评)表$/.test(chunks[0]!.text)) return false
  return textOf(line).length <= 60 && (chunks.length === 1 || (chunks.length === 2 && chunks.some(({ text }) => isPageNumber(text))))
}

function textOf(line: PrintedRow): string {
  return line.chunks.map(({ text }) => text).join(' ')
}

function shapeOf(line: PrintedRow): string {
  return textOf(line).replace(/\d+/g, '0').replace(/\s+/g, '')
}

/** "- 3 -", "— 12 —", "第3页 共20页", "3/20". */
function isPageNumber(text: string): boolean {
  return /^[-—–－\s]*\d{1,4}[-—–－\s]*$|^第?\s*\d{1,4}\s*页([,，/\s]*共\s*\d{1,4}\s*页)?$|^\d{1,4}\s*\/\s*\d{1,4}$/.test(text.trim())
}
