import type { PageBlock, PageLine } from './pdf-layout.ts'

/** A page as it was laid out. */
export interface LaidPage {
  readonly height: number
  readonly blocks: readonly PageBlock[]
}

/** Headers, footers and page numbers: short lines in the margins that say on most pages the same, numbers aside. */
export function withoutFurniture(pages: readonly LaidPage[]): PageBlock[][] {
  const counts = new Map<string, number>()
  for (const page of pages) for (const text of new Set(margins(page).map(shapeOf))) counts.set(text, (counts.get(text) ?? 0) + 1)
  const least = Math.max(3, Math.ceil(pages.length / 2))
  return pages.map((page) => {
    const ends = new Set<PageBlock>(margins(page))
    return page.blocks.filter(
      (block) => block.kind === 'row' || !ends.has(block) || !(isPageNumber(block.text) || (counts.get(shapeOf(block)) ?? 0) >= least),
    )
  })
}

function margins({ blocks, height }: LaidPage): PageLine[] {
  const ends = [...blocks.slice(0, 2), ...blocks.slice(-2)]
  return ends.filter(
    (block): block is PageLine => block.kind === 'line' && block.text.length <= 60 && (block.y < height * 0.1 || block.y > height * 0.9),
  )
}

function shapeOf(block: PageLine): string {
  return block.text.replace(/\d+/g, '0').replace(/\s+/g, '')
}

/** "- 3 -", "— 12 —", "第3页 共20页", "3/20". */
function isPageNumber(text: string): boolean {
  return /^[-—–－\s]*\d{1,4}[-—–－\s]*$|^第?\s*\d{1,4}\s*页([,，/\s]*共\s*\d{1,4}\s*页)?$|^\d{1,4}\s*\/\s*\d{1,4}$/.test(text.trim())
}
