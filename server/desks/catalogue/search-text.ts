import { readFileSync } from 'node:fs'
import { pinyin } from 'pinyin-pro'

/** Members in order (characters, or syllables), prepared once for many comparisons. */
export interface Sequence {
  readonly members: readonly string[]
  /** Joined by blanks with a blank at both ends, so that containment is a plain text search. */
  readonly joined: string
  /** Single members and adjacent pairs. */
  readonly grams: ReadonlySet<string>
}

/** A piece of Chinese as the search compares it. */
export interface SearchText {
  /** Normalised characters, without blanks and punctuation. */
  readonly chars: Sequence
  /** One syllable a character, latin and figures as whole words; sounds that are often confused are made one. */
  readonly syllables: Sequence
  /** Full pinyin in one string, and the first letters: `laowupaiqian`, `lwpq`. */
  readonly letters: string
  readonly initials: string
}

export function sequenceOf(members: readonly string[]): Sequence {
  const grams = new Set(members)
  for (let i = 1; i < members.length; i++) grams.add(`${members[i - 1]} ${members[i]}`)
  return { members, joined: ` ${members.join(' ')} `, grams }
}

/** NFKC (full-width to half-width), lower case, no blanks, no punctuation. */
export const normalise = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** Southern and northern speakers hear these alike; who types by ear mixes them up. */
const blurred = (syllable: string): string => syllable.replace(/^zh/, 'z').replace(/^ch/, 'c').replace(/^sh/, 's').replace(/ng$/, 'n')

/** Nobody means more than this; a pasted page must not cost more than a question. */
const mostCharacters = 40

export function searchText(text: string): SearchText {
  const normal = [...normalise(text)].slice(0, mostCharacters).join('')
  const spoken = pinyin(normal, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).filter((syllable) => syllable !== '')
  return {
    chars: sequenceOf([...normal]),
    syllables: sequenceOf(spoken.map(blurred)),
    letters: spoken.join(''),
    initials: spoken.map((syllable) => (/^[a-z]/.test(syllable) && syllable.length <= 6 ? syllable[0] : syllable)).join(''),
  }
}

interface Synonyms {
  readonly fillers: readonly string[]
  readonly groups: readonly (readonly string[])[]
}
const table = JSON.parse(readFileSync(new URL('../../../data/search/synonyms.json', import.meta.url), 'utf8')) as Synonyms
const fillers = [...table.fillers].map(normalise).sort((a, b) => b.length - a.length)
const groups = table.groups.map((group) => group.map(normalise))

/** The query without what people say round it: 我想开个小饭馆要什么手续 → 小饭馆. Empty where nothing else was said. */
export const withoutFillers = (query: string): string => fillers.reduce((rest, filler) => rest.replaceAll(filler, ''), normalise(query))

/** The query said in other words, by the table of synonyms; at most a dozen. */
export function otherWords(query: string): readonly string[] {
  const normal = normalise(query)
  const said = new Set<string>()
  for (const group of groups) {
    const word = [...group].sort((a, b) => b.length - a.length).find((member) => normal.includes(member))
    if (word !== undefined) for (const other of group) if (other !== word && !normal.includes(other)) said.add(normal.replace(word, other))
  }
  return [...said].slice(0, 12)
}
