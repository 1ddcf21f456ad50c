import { readFileSync } from 'node:fs'
import { meanings } from './plain-words.ts'
import { isPinyin, searchText } from './search-text.ts'
import { editDistance } from './similarity.ts'

const table = JSON.parse(readFileSync(new URL('../../../data/search/english.json', import.meta.url), 'utf8')) as {
  /** What English says round the words that matter. */
  readonly silent: readonly string[]
  /** English words and phrases, and the plain Chinese that the other tables know. */
  readonly words: Readonly<Record<string, string>>
}

/** One word for one thing: without the plural. */
const singular = (word: string): string => word.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, '')
const silent = new Set(table.silent)
/** The words of a phrase that matter. */
const wordsOf = (phrase: string): readonly string[] =>
  phrase
    .split(/[^a-z]+/)
    .filter((word) => word !== '' && !silent.has(word))
    .map(singular)
const chinese = new Map(Object.entries(table.words).map(([phrase, meaning]) => [wordsOf(phrase).join(' '), meaning]))
const longestPhrase = Math.max(...[...chinese.keys()].map((phrase) => phrase.split(' ').length))
const single = [...chinese.keys()].filter((phrase) => !phrase.includes(' '))
/** Fewer letters are too often initials, and too easily another word when one is wrong. */
const [leastLetters, leastMisspelt] = [4, 6]

/**
 * What was asked in English, word by word in Chinese: `renew food license` becomes 延续食品许可证. A run of letters is taken for English where it holds a
 * phrase of the table, or a word of it that says nothing as pinyin; anything else stays as it was typed.
 */
export const inChinese = (query: string): string =>
  query
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[a-z]+(?:[\s'’-]+[a-z]+)*/g, (run) => {
      const phrases = phrasesOf(wordsOf(run).map(spelt))
      return phrases.some(isEnglish) ? phrases.map((phrase) => chinese.get(phrase) ?? ` ${phrase} `).join('') : run
    })

const isEnglish = (phrase: string): boolean =>
  chinese.has(phrase) &&
  (phrase.includes(' ') || (phrase.length >= leastLetters && (!isPinyin(phrase) || meanings.findIn(searchText(phrase)).length === 0)))

/** The word of the table that was meant, where one letter is wrong. */
const spelt = (word: string): string =>
  chinese.has(word) || word.length < leastMisspelt || isPinyin(word)
    ? word
    : (single.find((known) => known.length >= leastMisspelt && editDistance(known, word) === 1) ?? word)

/** Cut from the left into the longest phrases of the table; a word that it does not have stands alone. */
function phrasesOf(words: readonly string[]): readonly string[] {
  const phrases: string[] = []
  for (let from = 0; from < words.length; ) {
    let length = Math.min(longestPhrase, words.length - from)
    while (length > 1 && !chinese.has(words.slice(from, from + length).join(' '))) length--
    phrases.push(words.slice(from, from + length).join(' '))
    from += length
  }
  return phrases
}
