import { inChinese } from './english.ts'
import { type Concept, type Elsewhere, type Meaning, meanings, type Purpose, withoutFillers } from './plain-words.ts'
import { type SearchText, searchText } from './search-text.ts'
import type { FoundWord } from './word-finder.ts'

/** A query understood by the tables of words, before any item is looked at. */
export interface QueryReading {
  readonly typed: SearchText
  /** Without fillers. */
  readonly bare: SearchText
  readonly concepts: readonly { readonly concept: Concept; readonly found: FoundWord<Meaning> }[]
  readonly purposes: ReadonlySet<Purpose>
  readonly purposeWords: readonly string[]
  readonly elsewhere: readonly { readonly elsewhere: Elsewhere; readonly found: FoundWord<Meaning> }[]
  /** Members that say what is wanted: neither fillers nor purpose. */
  readonly content: number
}

export function readQuery(asked: string): QueryReading {
  const query = inChinese(asked)
  const typed = searchText(query)
  const bare = searchText(withoutFillers(query))
  const written = meanings.findIn(typed)
  const found = written.length === 0 && typed.latin ? readLetters(typed.letters) : written
  const purposes = found.filter(({ value }) => value.is === 'purpose')
  const ofPurpose = new Set(purposes.flatMap(({ places }) => places)).size
  return {
    typed,
    bare,
    concepts: found.flatMap((one) => (one.value.is === 'concept' ? [{ concept: one.value.concept, found: one }] : [])),
    purposes: new Set(purposes.flatMap(({ value }) => (value.is === 'purpose' ? [value.purpose] : []))),
    purposeWords: purposes.map(({ word }) => word),
    elsewhere: found.flatMap((one) => (one.value.is === 'elsewhere' ? [{ elsewhere: one.value.elsewhere, found: one }] : [])),
    content: Math.max(1, bare.chars.members.length - ofPurpose),
  }
}

/** Letters that are no pinyin: a word's initials, with or without those of what is wanted (`stzx`: 社团, 注销), or pinyin with a slip. */
function readLetters(letters: string): readonly FoundWord<Meaning>[] {
  const whole = letters.length < 3 ? [] : [letters, letters.replace(/z$/, '')].flatMap((word) => meanings.findByLetters(word))
  if (whole.length > 0) return whole
  for (let cut = letters.length - 2; cut >= 2; cut--) {
    const [head, tail] = [letters.slice(0, cut), letters.slice(cut)].map((part) => meanings.findByLetters(part)) as [typeof whole, typeof whole]
    const concepts = head.filter(({ value }) => value.is === 'concept')
    const purposes = tail.filter(({ value }) => value.is === 'purpose')
    if (concepts.length > 0 && purposes.length > 0) return [...concepts, ...purposes.map((one) => ({ ...one, places: [1] }))]
  }
  return []
}
