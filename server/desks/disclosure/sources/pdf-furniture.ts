import type { PageBlock, PageLine } from './pdf-layout.ts'

/** Headers, footers and page numbers: what stands first or last on a page and says on most pages the same, numbers aside. */
export function withoutFurniture(pages: readonly (readonly PageBlock[])[]): PageBlock[][] {
  const counts = new Map<string, number>()
  for (const page of pages) for (const text of new Set(edges(page).map(shapeOf))) counts.set(text, (counts.get(text) ?? 0) + 1)
  const least = Math.max(3, Math.ceil(pages.length / 2))
  return pages.map((page) => {
    const ends = new Set<PageBlock>(edges(page))
    return page.filter(
      (block) => block.kind === 'row' || !ends.has(block) || !(isPageNumber(block.text) || (counts.get(shapeOf(block)) ?? 0) >= least),
    )
  })
}

function edges(page: readonly PageBlock[]): PageLine[] {
  return [...page.slice(0, 2), ...page.slice(-2)].filter((block): block is PageLine => block.kind === 'line')
}

function shapeOf(block: PageLine): string {
  return block.text.replace(/\d+/g, '0').replace(/\s+/g, '')
}

/** "- 3 -", "— 12 —", "第3页 共20页", "3/20". */
export function isPageNumber(text: string): boolean {
  return /^[-—–－\s]*\d{1,4}[-—–－\s]*$|^第?\s*\d{1,4}\s*页([,，/\s]*共\s*\d{1,4}\s*页)?$|^\d{1,4}\s*\/\s*\d{1,4}$/.test(text.trim())
}
