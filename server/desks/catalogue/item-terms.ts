import type { ServiceItem } from '../../../rules/service-item/item.ts'
import type { SearchText } from './search-text.ts'

/** What an item is called: its name, the name without its procedure words, its plain names, its certificate, its field. */
export function termsOf(item: ServiceItem): readonly { readonly words: string; readonly weight: number }[] {
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

/** The words of an item's guide. */
export const guideWords = (item: ServiceItem): readonly string[] => [
  ...item.conditions,
  ...item.eligibility.map((question) => question.ask),
  ...item.materials.map((material) => material.name),
  ...item.form.flatMap((group) => group.fields.flatMap((field) => [field.label, ...(field.options ?? []).map((option) => option.label)])),
  ...item.guide.questions.map((question) => question.ask),
]

const pieces = (letters: string, length: number): string[] =>
  Array.from({ length: Math.max(0, letters.length - length + 1) }, (_, i) => letters.slice(i, i + length))

/** What a term can be found by: characters, sounds, initials, pieces of its pinyin. */
export const gramsOfTerm = (text: SearchText): ReadonlySet<string> =>
  new Set([
    ...text.chars.grams,
    ...text.syllables.grams,
    ...pieces(text.initials, 2).map((piece) => `i:${piece}`),
    ...pieces(text.letters, 3).map((piece) => `p:${piece}`),
  ])

/** What a query looks for: initials and pinyin only where nothing but letters was typed. */
export const gramsOfQuery = (text: SearchText): ReadonlySet<string> =>
  text.latin ? gramsOfTerm({ ...text, initials: text.letters }) : new Set([...text.chars.grams, ...text.syllables.grams])
