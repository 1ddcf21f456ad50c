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
  /** One member a Chinese character, a typed pinyin syllable, another latin word or a figure; without blanks and punctuation. */
  readonly chars: Sequence
  /** The same members as they sound; sounds that are often confused are made one. */
  readonly syllables: Sequence
  /** Full pinyin in one string, and the first letters: `laowupaiqian`, `lwpq`. */
  readonly letters: string
  readonly initials: string
  /** Letters only: initials or pinyin typed into the box. */
  readonly latin: boolean
}

const readTable = <T>(name: string): T => JSON.parse(readFileSync(new URL(`../../../data/search/${name}`, import.meta.url), 'utf8')) as T

const simplified = new Map(
  readTable<{ pairs: string }>('traditional.json')
    .pairs.split(' ')
    .map((pair) => [...pair] as [string, string]),
)
const syllables = new Set(readTable<{ syllables: string }>('pinyin-syllables.json').syllables.split(' '))
const longestSyllable = 6

function sequenceOf(members: readonly string[]): Sequence {
  const grams = new Set(members)
  for (let i = 1; i < members.length; i++) grams.add(`${members[i - 1]} ${members[i]}`)
  return { members, joined: ` ${members.join(' ')} `, grams }
}

/** NFKC (full-width to half-width), lower case, simplified characters, no punctuation; blanks only between latin words. */
const plain = (text: string): string =>
  [...text.normalize('NFKC').toLowerCase()]
    .map((char) => simplified.get(char) ?? char)
    .join('')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(?<![a-z]) | (?![a-z])/g, '')

/** The same without any blank. */
export const normalise = (text: string): string => plain(text).replaceAll(' ', '')

/** Southern and northern speakers hear these alike; who types by ear mixes them up. */
const blurred = (syllable: string): string => syllable.replace(/^zh/, 'z').replace(/^ch/, 'c').replace(/^sh/, 's').replace(/ng$/, 'n')

/** Nobody means more than this; a pasted page must not cost more than a question. */
const mostCharacters = 40

export function searchText(text: string): SearchText {
  const normal = [...plain(text)].slice(0, mostCharacters).join('')
  const members: string[] = []
  const spoken: string[] = []
  for (const run of normal.match(/\p{Script=Han}+|[a-z]+|\p{N}+|[^\s]/gu) ?? []) {
    if (/\p{Script=Han}/u.test(run)) {
      const chars = [...run]
      const sounds = pinyin(run, { toneType: 'none', type: 'array', v: true })
      members.push(...chars)
      spoken.push(...(sounds.length === chars.length ? sounds : chars.map((char) => pinyin(char, { toneType: 'none', v: true }))))
    } else {
      const words = /^[a-z]/.test(run) ? syllablesOf(run) : [run]
      members.push(...words)
      spoken.push(...words)
    }
  }
  return {
    chars: sequenceOf(members),
    syllables: sequenceOf(spoken.map(blurred)),
    letters: spoken.join(''),
    initials: spoken.map((syllable) => (syllables.has(syllable) ? syllable[0] : syllable)).join(''),
    latin: /^[a-z ]{2,}$/.test(normal),
  }
}

/** Whether a run of letters can be read as pinyin from end to end. */
export const isPinyin = (run: string): boolean => syllablesOf(run).every((syllable) => syllables.has(syllable))

/** Typed letters cut into pinyin syllables, the fewest that cover the most; the run itself where that is no pinyin (`ktv`, `lwpq`). */
export function syllablesOf(run: string): readonly string[] {
  const letters = run.replace(/(?<=[jqxy])v/g, 'u')
  /** For each length of the beginning: how dear its best cut is, and the last word of it. */
  const cuts: { cost: number; word: string; known: boolean }[] = [{ cost: 0, word: '', known: true }]
  for (let end = 1; end <= letters.length; end++) {
    const stray = cuts[end - 1]!
    let best = { cost: stray.cost + 3, word: stray.known ? letters[end - 1]! : stray.word + letters[end - 1]!, known: false }
    for (let length = 1; length <= Math.min(longestSyllable, end); length++) {
      const word = letters.slice(end - length, end)
      const cost = cuts[end - length]!.cost + (length === 1 ? 2 : 1)
      if (syllables.has(word) && cost < best.cost) best = { cost, word, known: true }
    }
    cuts.push(best)
  }
  const words: string[] = []
  let strays = 0
  for (let end = letters.length; end > 0; end -= words[0]!.length) {
    words.unshift(cuts[end]!.word)
    if (!cuts[end]!.known) strays += cuts[end]!.word.length
  }
  return strays > 0.4 * letters.length ? [run] : words
}
