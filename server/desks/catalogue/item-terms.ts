import type { ServiceItem } from '../../../rules/service-item/item.ts'
import { type SearchText, searchText } from './search-text.ts'

/** One way to call an item, ready for comparing. */
export interface ItemTerm {
  readonly words: string
  readonly weight: number
  readonly text: SearchText
  readonly grams: ReadonlySet<string>
}

/** All that the search needs of one version of an item; it never changes. */
export const itemTerms = (item: ServiceItem): readonly ItemTerm[] =>
  termsOf(item).map(({ words, weight }) => {
    const text = searchText(words)
    return { words, weight, text, grams: gramsOfTerm(text) }
  })

/** What an item is called: its name, the name without its procedure words, its plain names, its certificate, its field. */
function termsOf(item: ServiceItem): readonly { readonly words: string; readonly weight: number }[] {
  const bare = item.name.replace(/（.*?）/g, '')
  const core = bare.replace(/(审批|核发|许可|登记|备案|审查|核准)+$/, '')
  const words = new Map<string, number>()
  const add = (text: string | null, weight: number) => {
    if (text && !words.has(text)) words.set(text, weight)
  }
  add(item.name, 1)
  add(bare, 1)
  for (const alias of item.aliases) add(alias, 1)
  add(core, 0.97)
  add(core.replace(/(许可证|经营|合格证|设立|使用)+$/, ''), 0.95)
  add(item.result.certificate, 0.9)
  add(item.field, 0.6)
  return [...words].map(([text, weight]) => ({ words: text, weight }))
}

const pieces = (letters: string, length: number): string[] =>
  Array.from({ length: Math.max(0, letters.length - length + 1) }, (_, i) => letters.slice(i, i + length))

/** What a term can be found by: characters, sounds, initials, pieces of its pinyin. */
const gramsOfTerm = (text: SearchText): ReadonlySet<string> =>
  new Set([
    ...text.chars.grams,
    ...text.syllables.grams,
    ...pieces(text.initials, 2).map((piece) => `i:${piece}`),
    ...pieces(text.letters, 3).map((piece) => `p:${piece}`),
  ])

/** What a query looks for: initials and pinyin only where nothing but letters was typed. */
export const gramsOfQuery = (text: SearchText): ReadonlySet<string> =>
  text.latin ? gramsOfTerm({ ...text, initials: text.letters }) : new Set([...text.chars.grams, ...text.syllables.grams])
