import type { Leaf, Place } from '../document.ts'

/** What stands in a leaf, without blanks around it; empty where there is nothing. */
export const rawOf = (leaf: Leaf<unknown> | null | undefined): string => leaf?.raw.trim() ?? ''

/** The meaning of a text leaf, or what stands there where the reader gave no meaning. */
export const textOf = (leaf: Leaf<string> | null | undefined): string => (leaf?.value ?? leaf?.raw ?? '').trim()

/** True for a cell that exists and holds nothing. A missing column is not a blank cell. */
export const isBlankCell = (leaf: Leaf<unknown> | null | undefined): leaf is Leaf<unknown> =>
  leaf !== null && leaf !== undefined && leaf.raw.trim() === ''

/** The value, or null where it is absent or unknown. */
export const knownOf = <T>(leaf: Leaf<T> | null | undefined): T | null => leaf?.value ?? null

/** The earliest place among leaves. */
export function firstPlace(leaves: readonly (Leaf<unknown> | null | undefined)[]): Place | null {
  let first: Place | null = null
  for (const leaf of leaves) if (leaf && (first === null || comparePlaces(leaf.place, first) < 0)) first = leaf.place
  return first
}

export const comparePlaces = (a: Place, b: Place): number => a.line - b.line || (a.cell ?? 0) - (b.cell ?? 0)

/** A text without these characters at its end. Step by step: a pattern like `[，。]+$` goes over a long row of commas again and again. */
export function withoutTail(text: string, characters: string): string {
  let end = text.length
  while (end > 0 && characters.includes(text[end - 1]!)) end--
  return end === text.length ? text : text.slice(0, end)
}

const BLANK = /\s/

/** Without any blanks. Looks first: most texts have none, and to look is much cheaper than to replace. */
export const tight = (text: string): string => (BLANK.test(text) ? text.replace(/\s+/g, '') : text)

/** For comparing wordings: without blanks, list numbers in front and punctuation behind. */
export const sameWords = (text: string): string => withoutTail(tight(text).replace(/^[（(]?\d{1,2}[）)、.．]/, ''), '。．.；;，,、：:')
