import { pinyin } from 'pinyin-pro'
import type { PlainDate } from '../../../rules/time/plain-date.ts'

/** Text as it is searched: full-width forms folded, small letters, no spaces. */
export const foldedText = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '')

/** A case is folded many times and its name seldom changes. */
const known = new Map<string, string>()
const most = 50_000

/** What a case is found by: the applicant's name and, on a second line, its pinyin initials. Empty for a name that was erased. */
export function searchTextOf(name: string): string {
  if (name === '') return ''
  const before = known.get(name)
  if (before !== undefined) return before
  const folded = foldedText(name)
  const initials = pinyin(folded, { pattern: 'first', toneType: 'none', type: 'array' }).join('').toLowerCase()
  const text = initials === folded ? folded : `${folded}\n${initials}`
  if (known.size >= most) known.clear()
  known.set(name, text)
  return text
}

const pairsOf = (characters: readonly string[]): string[] => characters.slice(1).map((character, n) => characters[n]! + character)

/** The pairs of characters (by code point) of what somebody typed; a single character stands for itself. */
export function tokensOf(typed: string): readonly string[] {
  const characters = Array.from(foldedText(typed))
  return characters.length < 2 ? characters : [...new Set(pairsOf(characters))]
}

/** A quarter of a year as a name's pairs are kept under it: `20264` is October to December 2026. */
export type Quarter = string

export const quarterOf = (date: PlainDate): Quarter => `${date.slice(0, 4)}${Math.ceil(Number(date.slice(5, 7)) / 3)}`

/** Those between two days' quarters, newest first. */
export function quartersBack(last: PlainDate, first: PlainDate): readonly Quarter[] {
  const placeOf = (date: PlainDate): number => Number(date.slice(0, 4)) * 4 + Math.ceil(Number(date.slice(5, 7)) / 3) - 1
  const [from, to] = [placeOf(last), placeOf(first)]
  return Array.from({ length: Math.max(0, from - to + 1) }, (_, n) => `${Math.floor((from - n) / 4)}${((from - n) % 4) + 1}`)
}

/**
 * What a search text is found by: its pairs of characters and the first character of each line, each kept under the quarter of receipt. The newest come
 * first in every search, so most searches end within a few quarters instead of fetching what a name gathered in all the years before.
 */
export function keptTokensOf(searchText: string, quarter: Quarter): readonly string[] {
  const lines = searchText.split('\n').map((line) => Array.from(line))
  const tokens = new Set([...lines.flatMap(pairsOf), ...lines.flatMap((line) => line.slice(0, 1))])
  return Array.from(tokens, (token) => quarter + token)
}
