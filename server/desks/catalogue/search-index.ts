import type { ServiceItem } from '../../../rules/service-item/item.ts'
import { normalise, otherWords, type SearchText, searchText, sequenceOf, withoutFillers } from './search-text.ts'
import { isTypedPinyin, similarity } from './similarity.ts'

export interface FoundItem {
  readonly code: string
  readonly name: string
  /** 0 to 1. */
  readonly score: number
  /** The words of the item that answered: shown beside it where they are not its name. */
  readonly matched: string
}

interface Term {
  readonly item: number
  readonly words: string
  readonly text: SearchText
  readonly weight: number
}

/** Below this nothing is shown: a wrong guess helps nobody. */
const least = 0.3
/** The same for a sentence that only shares words here and there: a weak answer in the third place is better than an empty page. */
const leastCovered = 0.12
/** Terms looked at closely for one query. */
const closest = 400

/** Finds items of one bureau by plain words, typos, homophones, pinyin and initials. Built once from the items in force; never changed. */
export class SearchIndex {
  readonly #items: readonly ServiceItem[]
  readonly #terms: readonly Term[]
  readonly #holders = new Map<string, number[]>()
  /** All grams of an item's names, and those of its guide: conditions, materials, questions. */
  readonly #vocabulary: readonly { readonly names: ReadonlySet<string>; readonly guide: ReadonlySet<string> }[]

  constructor(items: readonly ServiceItem[]) {
    this.#items = items
    this.#terms = items.flatMap((item, i) => termsOf(item).map(({ words, weight }) => ({ item: i, words, weight, text: searchText(words) })))
    this.#terms.forEach((term, n) => {
      for (const gram of gramsOfTerm(term.text)) {
        const holders = this.#holders.get(gram)
        if (holders === undefined) this.#holders.set(gram, [n])
        else holders.push(n)
      }
    })
    this.#vocabulary = items.map((item, i) => ({
      names: new Set(this.#terms.filter((term) => term.item === i).flatMap((term) => [...term.text.chars.grams])),
      guide: new Set(guideWords(item).flatMap((words) => [...sequenceOf([...normalise(words)]).grams])),
    }))
    for (const [gram, holders] of this.#holders) this.#rarities.set(gram, Math.log(1 + this.#terms.length / (1 + holders.length)))
  }

  /** The best items first; empty for an empty query. */
  find(query: string, limit = 20): readonly FoundItem[] {
    const best = new Map<number, { score: number; matched: string; also: number }>()
    for (const { text, trust } of variantsOf(query)) {
      const rarity = (gram: string) => this.#rarity(gram)
      for (const n of this.#candidates(text)) {
        const term = this.#terms[n]!
        const score = trust * term.weight * similarity(text, term.text, rarity)
        if (score < least) continue
        const known = best.get(term.item)
        if (known === undefined) best.set(term.item, { score, matched: term.words, also: 0 })
        else if (score > known.score) best.set(term.item, { score, matched: term.words, also: known.also + known.score })
        else best.set(term.item, { ...known, also: known.also + score })
      }
    }
    for (const { item, score } of this.#covering(query)) {
      const known = best.get(item)
      if (known === undefined || known.score < score) best.set(item, { score, matched: this.#items[item]!.name, also: known?.also ?? 0 })
    }
    return [...best]
      .map(([item, { score, matched, also }]) => ({ item: this.#items[item]!, rank: score + Math.min(0.04, 0.01 * also), score, matched }))
      .sort((a, b) => b.rank - a.rank || a.item.name.length - b.item.name.length || (a.item.code < b.item.code ? -1 : 1))
      .slice(0, limit)
      .map(({ item, score, matched }) => ({ code: item.code, name: item.name, score: Math.min(1, score), matched }))
  }

  /** Items whose words together, from several names and the guide, cover much of what was said: for whole sentences that no single name resembles. */
  #covering(query: string): readonly { readonly item: number; readonly score: number }[] {
    const grams = [...searchText(withoutFillers(query)).chars.grams]
    const pairs = grams.filter((gram) => gram.includes(' '))
    if (pairs.length < 2) return []
    const weight = (gram: string) => this.#rarity(gram) * (gram.includes(' ') ? 1 : 0.3)
    const whole = grams.reduce((sum, gram) => sum + weight(gram), 0)
    return this.#vocabulary.flatMap(({ names, guide }, item) => {
      if (!pairs.some((pair) => names.has(pair) || guide.has(pair))) return []
      const held = grams.reduce((sum, gram) => sum + weight(gram) * (names.has(gram) ? 1 : guide.has(gram) ? 0.5 : 0), 0)
      const score = 0.8 * (held / whole)
      return score < leastCovered ? [] : [{ item, score }]
    })
  }

  /** Of grams that terms have; one that no term has is as rare as can be. */
  readonly #rarities = new Map<string, number>()

  #rarity(gram: string): number {
    return this.#rarities.get(gram) ?? Math.log(1 + this.#terms.length)
  }

  /** Terms that share rare grams with the query, the most promising first. */
  #candidates(text: SearchText): readonly number[] {
    const promise = new Map<number, number>()
    for (const gram of gramsOfQuery(text)) {
      const rarity = this.#rarity(gram)
      for (const n of this.#holders.get(gram) ?? []) promise.set(n, (promise.get(n) ?? 0) + rarity)
    }
    return [...promise]
      .sort((a, b) => b[1] - a[1])
      .slice(0, closest)
      .map(([n]) => n)
  }
}

/** What an item is called: its name, the name without its procedure words, its plain names, its certificate, its field. */
function termsOf(item: ServiceItem): readonly { words: string; weight: number }[] {
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
  add(item.result.certificate, 0.9)
  add(item.field, 0.6)
  return [...words].map(([text, weight]) => ({ words: text, weight }))
}

/** The words of an item's guide. */
const guideWords = (item: ServiceItem): readonly string[] => [
  ...item.conditions,
  ...item.eligibility.map((question) => question.ask),
  ...item.materials.map((material) => material.name),
  ...item.form.flatMap((group) => group.fields.flatMap((field) => [field.label, ...(field.options ?? []).map((option) => option.label)])),
  ...item.guide.questions.map((question) => question.ask),
]

/** The query as typed, without fillers, and said in other words; each less trusted than the one before. */
function variantsOf(query: string): readonly { text: SearchText; trust: number }[] {
  const typed = searchText(query)
  if (typed.chars.members.length === 0) return []
  const bare = withoutFillers(query)
  const said = new Map<string, number>([[typed.chars.members.join(''), 1]])
  const add = (text: string, trust: number) => {
    if (text !== '' && !said.has(text)) said.set(text, trust)
  }
  if (bare.length > 1) add(bare, 0.96)
  for (const other of otherWords(query)) {
    add(other, 0.93)
    const bareOther = withoutFillers(other)
    if (bareOther.length > 1) add(bareOther, 0.9)
  }
  return [...said].map(([text, trust]) => ({ text: searchText(text), trust }))
}

const pieces = (letters: string, length: number): string[] =>
  Array.from({ length: Math.max(0, letters.length - length + 1) }, (_, i) => letters.slice(i, i + length))

function gramsOfTerm(text: SearchText): Set<string> {
  return new Set([
    ...text.chars.grams,
    ...text.syllables.grams,
    ...pieces(text.initials, 2).map((piece) => `i:${piece}`),
    ...pieces(text.letters, 3).map((piece) => `p:${piece}`),
  ])
}

function gramsOfQuery(text: SearchText): Set<string> {
  const grams = new Set([...text.chars.grams, ...text.syllables.grams])
  if (isTypedPinyin(text)) {
    for (const piece of pieces(text.letters, 2)) grams.add(`i:${piece}`)
    for (const piece of pieces(text.letters, 3)) grams.add(`p:${piece}`)
  }
  return grams
}
