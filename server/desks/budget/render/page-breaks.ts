import type { DisclosureBlock } from '../../../../rules/budget/disclosure-block.ts'

/** Parts begin a page, and so does each project's sheet (the first with its chapter's heading); a sheet's title stands in the middle. */
export function startsPage(blocks: readonly DisclosureBlock[], at: number): { readonly newPage: boolean; readonly centred: boolean } {
  const behindHeading = blocks[at - 1]?.kind === 'heading'
  const sheet = isSheetTitle(blocks, at)
  const firstPart = blocks.slice(0, at).every((before) => before.kind !== 'heading')
  const block = blocks[at]
  const part = block?.kind === 'heading' && block.level === 1 && !firstPart
  return { newPage: part || (!behindHeading && (sheet || isSheetTitle(blocks, at + 1)) && block?.kind === 'heading'), centred: sheet }
}

/** A heading that says the name of the form under it. */
function isSheetTitle(blocks: readonly DisclosureBlock[], at: number): boolean {
  const [block, next] = [blocks[at], blocks[at + 1]]
  return block?.kind === 'heading' && next?.kind === 'table' && next.caption === block.text
}

/** A title too long for one line is parted before the year, not within a word. */
export const titleLines = (title: string): string[] => (title.length > 20 ? title.split(/(?=\d{4}年)/) : [title])
