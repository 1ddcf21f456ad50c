import type { FoundWord } from './word-finder.ts'

export interface Evidence {
  readonly score: number
  /** The words of the item that answered. */
  readonly matched: string
}

export interface WordForItem {
  readonly item: number
  readonly found: Pick<FoundWord<unknown>, 'word' | 'places' | 'trust'>
  /** Says which permit is wanted, not who asks. */
  readonly matter: boolean
}

/** What a trade is worth where the query also names a matter: 饭店排水 asks for 排水. */
const givingWay = 0.8

/** How much of a query's content the words found for each item cover, 0 to 1; in Chinese the last word carries the most (幼儿园食堂 is a canteen). */
export function weighWords(words: readonly WordForItem[], content: number, worth = 1): ReadonlyMap<number, Evidence> {
  const last = Math.max(-1, ...words.flatMap(({ found }) => found.places))
  const aMatter = words.some(({ matter }) => matter)
  return new Map(
    [...Map.groupBy(words, ({ item }) => item)].map(([item, own]) => {
      const places = new Set(own.flatMap(({ found }) => found.places))
      const trust = own.reduce((sum, { found }) => sum + found.trust, 0) / own.length
      const weight = worth * trust * (aMatter && !own.some(({ matter }) => matter) ? givingWay : 1)
      const score = weight * (0.55 + 0.38 * Math.min(1, places.size / content)) + (places.has(last) ? 0.04 : 0)
      const longest = own.reduce((a, b) => (b.found.places.length > a.found.places.length ? b : a))
      return [item, { score, matched: longest.found.word }]
    }),
  )
}
