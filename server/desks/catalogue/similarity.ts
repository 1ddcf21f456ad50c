import type { SearchText, Sequence } from './search-text.ts'

/** What a gram says by its rarity among all terms; a pair says more than its members. */
export type Weight = (gram: string) => number

/** A term with the weight of all its grams, reckoned once. */
export interface WeighedTerm {
  readonly text: SearchText
  readonly ofChars: number
  readonly ofSyllables: number
}

/** A query with the weight of each of its grams, reckoned once for many terms. */
export interface WeighedQuery {
  readonly text: SearchText
  readonly chars: WeighedGrams
  readonly syllables: WeighedGrams
}

interface WeighedGrams {
  readonly each: readonly (readonly [gram: string, weight: number])[]
  readonly all: number
}

export const weighTerm = (text: SearchText, weight: Weight): WeighedTerm => ({
  text,
  ofChars: weighGrams(text.chars.grams, weight).all,
  ofSyllables: weighGrams(text.syllables.grams, weight).all,
})

export const weighQuery = (text: SearchText, weight: Weight): WeighedQuery => ({
  text,
  chars: weighGrams(text.chars.grams, weight),
  syllables: weighGrams(text.syllables.grams, weight),
})

function weighGrams(grams: ReadonlySet<string>, weight: Weight): WeighedGrams {
  const each = [...grams].map((gram) => [gram, weight(gram)] as const)
  return { each, all: each.reduce((sum, [, one]) => sum + one, 0) }
}

/**
 * How well a term answers a query, 0 to 1: containment, shared pairs weighed by rarity and edit distance, over characters and over syllables
 * (so that a homophone counts nearly as the right character); for letters over initials and full pinyin.
 */
export function similarity({ text, chars, syllables }: WeighedQuery, term: WeighedTerm): number {
  const spoken = () => sequenceMatch(text.syllables, term.text.syllables, syllables, term.ofSyllables)
  if (text.latin) return Math.max(byLetters(text.letters, term.text), spoken())
  const written = sequenceMatch(text.chars, term.text.chars, chars, term.ofChars)
  return written >= 1 ? 1 : Math.max(written, 0.94 * spoken())
}

function sequenceMatch(query: Sequence, term: Sequence, grams: WeighedGrams, ofTerm: number): number {
  const [inQuery, inTerm] = [query.members.length, term.members.length]
  if (inQuery === 0 || inTerm === 0) return 0
  if (query.joined === term.joined) return 1
  if (inQuery > 1 && term.joined.includes(query.joined)) return 0.86 + 0.12 * (inQuery / inTerm)
  if (inTerm > 1 && query.joined.includes(term.joined)) return 0.2 + 0.76 * (inTerm / inQuery)
  const shared = 0.85 * sharedGrams(grams, term.grams, ofTerm)
  const length = Math.max(inQuery, inTerm)
  // Two of three members must agree for the distance to say anything; where nothing is shared or the lengths are far apart it need not be reckoned.
  if (shared === 0 || length < 3 || Math.abs(inQuery - inTerm) > 0.4 * length) return shared
  const close = 1 - editDistance(query.members, term.members) / length
  return Math.max(close >= 0.6 ? 0.95 * close : 0, shared)
}

/** Pairs and single members in common: mostly how much of the query is there, partly how much of the term. */
function sharedGrams(query: WeighedGrams, term: ReadonlySet<string>, ofTerm: number): number {
  let shared = 0
  for (const [gram, weight] of query.each) if (term.has(gram)) shared += weight
  return shared === 0 ? 0 : 0.65 * (shared / query.all) + 0.35 * (shared / ofTerm)
}

function byLetters(typed: string, term: SearchText): number {
  if (typed === term.initials || typed === term.letters) return 1
  const share = (whole: string) => typed.length / whole.length
  if (term.initials.startsWith(typed)) return 0.84 + 0.14 * share(term.initials)
  if (term.letters.startsWith(typed)) return 0.84 + 0.14 * share(term.letters)
  if (typed.length > 2 && term.initials.includes(typed)) return 0.74 + 0.14 * share(term.initials)
  if (typed.length > 3 && term.letters.includes(typed)) return 0.7 + 0.14 * share(term.letters)
  if (typed.length < 5) return 0
  const close = 1 - editDistance(typed, term.letters) / Math.max(typed.length, term.letters.length)
  const closeInitials = 1 - editDistance(typed, term.initials) / Math.max(typed.length, term.initials.length)
  return Math.max(close >= 0.7 ? 0.9 * close : 0, closeInitials >= 0.75 ? 0.85 * closeInitials : 0)
}

/** Levenshtein distance with swapped neighbours counted once. */
export function editDistance(a: ArrayLike<string>, b: ArrayLike<string>): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j]!, before[j - 2]! + 1)
    }
    before = row
    row = next
  }
  return row[b.length]!
}
