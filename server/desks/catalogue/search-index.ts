import type { Elsewhere } from '../../../contract/catalogue.ts'
import type { ServiceItem } from '../../../rules/service-item/item.ts'
import { gramsOfQuery, type ItemTerm, itemTerms } from './item-terms.ts'
import { type Concept, concepts, elsewhereStatus, type Purpose, purposesOf } from './plain-words.ts'
import { type QueryReading, readQuery } from './query-reading.ts'
import type { SearchText } from './search-text.ts'
import { similarity, type WeighedTerm, weighQuery, weighTerm } from './similarity.ts'
import { type Evidence, type WordForItem, weighWords } from './word-evidence.ts'
import { WordFinder } from './word-finder.ts'

export interface FoundItem {
  readonly code: string
  readonly name: string
  /** 0 to 1. */
  readonly score: number
  /** The words of the item that answered: shown beside it where they are not its name. */
  readonly matched: string
}

export interface SearchAnswer {
  readonly items: readonly FoundItem[]
  /** The words that were understood, as the tables write them; single characters say too little to be shown. */
  readonly understood: readonly string[]
  /** False where what was found only touches the question. */
  readonly sure: boolean
  /** What the bureau does not do, where it was asked for. */
  readonly elsewhere: Elsewhere | undefined
}

interface Term extends WeighedTerm {
  readonly item: number
  readonly words: string
  readonly weight: number
}

/** Below this nothing is shown: a wrong guess helps nobody. */
const least = 0.3
/** The same for a sentence that only shares words here and there: a weak answer in the third place is better than an empty page. */
const leastCovered = 0.12
/** From here on an answer is given as one, below it as a guess. */
const sure = 0.5
/** What hints are worth where no trade and no matter was named, and traces beside better words: they fill the places after the first. */
const hintWorth = 0.6
const traceWorth = 0.4
/** What is much weaker than the best only lengthens the list; a little more so after the first few. */
const few = 3
const worthGuessing = 0.25
const worthShowing = 0.55
/** Terms looked at closely for one query: at most so many, and none that promises much less than the best. */
const closest = 200
const promising = 0.15

/** Finds items of one bureau by plain words, typos, homophones, pinyin and initials. Built once from the items in force; never changed. */
export class SearchIndex {
  readonly #items: readonly ServiceItem[]
  readonly #terms: readonly Term[]
  readonly #holders = new Map<string, number[]>()
  readonly #rarities = new Map<string, number>()
  /** Items by the grams of their names. */
  readonly #named = new Map<string, number[]>()
  readonly #prepared: ReadonlyMap<string, readonly ItemTerm[]>
  readonly #ofConcept: ReadonlyMap<Concept, readonly number[]>
  /** Items that are only the permit of a trade; the others are matters that any trade may come to need. */
  readonly #trades: ReadonlySet<number>
  readonly #purposes: readonly ReadonlySet<Purpose>[]
  readonly #ownWords: WordFinder<number>

  /** An index that was there `before` lends what it knows of versions that stayed. */
  constructor(items: readonly ServiceItem[], before?: SearchIndex) {
    this.#items = items
    const prepared = items.map((item) => (before === undefined ? undefined : before.#prepared.get(versionKey(item))) ?? itemTerms(item))
    this.#prepared = new Map(items.map((item, i) => [versionKey(item), prepared[i]!]))
    const all = prepared.flatMap((terms, item) => terms.map((term) => ({ ...term, item })))
    all.forEach(({ grams }, n) => {
      for (const gram of grams) put(this.#holders, gram, n)
    })
    for (const [gram, holders] of this.#holders) this.#rarities.set(gram, Math.log(1 + all.length / (1 + holders.length)))
    this.#terms = all.map(({ item, words, weight, text }) => ({ item, words, weight, ...weighTerm(text, this.#weight) }))
    prepared.forEach((terms, i) => {
      for (const gram of new Set(terms.flatMap(({ text }) => [...text.chars.grams]))) put(this.#named, gram, i)
    })
    this.#ofConcept = new Map(
      concepts.map((concept) => [concept, items.flatMap(({ name }, i) => (concept.names.some((piece) => name.includes(piece)) ? [i] : []))]),
    )
    const held = (kind: Concept['kind']) => new Set([...this.#ofConcept].flatMap(([concept, items]) => (concept.kind === kind ? items : [])))
    const matters = held('matter')
    this.#trades = new Set([...held('trade')].filter((item) => !matters.has(item)))
    this.#purposes = items.map(({ name }) => purposesOf(name))
    this.#ownWords = new WordFinder(
      items.flatMap(({ aliases }, i) => aliases.map((alias) => [alias, i] as const)),
      { slips: false },
    )
  }

  /** The best items first; empty for an empty query. */
  find(query: string, limit = 20): readonly FoundItem[] {
    return this.answer(query, limit).items
  }

  /** The same with what was understood, and what has to be asked for at another house. */
  answer(query: string, limit = 20): SearchAnswer {
    const reading = readQuery(query)
    const byWords = this.#byWords(reading)
    const elsewhere = this.#elsewhere(reading)
    const sources = elsewhere && byWords.every((found) => found.size === 0) ? [] : [...byWords, this.#byLikeness(reading), this.#byCover(reading)]
    const ranked = [...new Set(sources.flatMap((found) => [...found.keys()]))]
      .map((item) => ({ item, ...this.#together(item, sources, reading.purposes) }))
      .sort((a, b) => b.score - a.score || this.#items[a.item]!.name.length - this.#items[b.item]!.name.length || a.item - b.item)
      .filter(({ score }, i, all) => score >= (i < few ? worthGuessing : worthShowing) * all[0]!.score)
      .slice(0, limit)
      .map(({ item, score, matched }) => this.#found(this.#items[item]!, score, matched))
    return {
      items: ranked,
      understood: [...new Set([...reading.concepts.map(({ found }) => found.word), ...reading.purposeWords])].filter((word) => word.length > 1),
      sure: (ranked[0]?.score ?? 0) >= sure,
      elsewhere,
    }
  }

  /** A word of the tables is no name of the item: only its own are told. */
  #found(item: ServiceItem, score: number, word: string): FoundItem {
    const own = this.#prepared.get(versionKey(item))!.some(({ words }) => words === word)
    return { code: item.code, name: item.name, score: Math.min(1, score), matched: own ? word : item.name }
  }

  /** The strongest source counts, the next a little; then whether the item is for what the citizen wants done. */
  #together(item: number, sources: readonly ReadonlyMap<number, Evidence>[], wanted: ReadonlySet<Purpose>): { score: number; matched: string } {
    const [first, second] = sources.flatMap((found) => found.get(item) ?? []).sort((a, b) => b.score - a.score)
    const purposes = this.#purposes[item]!
    const fits = wanted.size === 0 ? purposes.has('new') : [...wanted].some((purpose) => purposes.has(purpose))
    const fit = fits ? (purposes.has('new') ? 1 : 1.1) : 0.87
    return { score: fit * (first!.score + 0.05 * (second?.score ?? 0)), matched: first!.matched }
  }

  /** Items whose trade or matter the query names in everyday words: by the tables, and by the items' own plain names. */
  #byWords({ typed, concepts: told, content }: QueryReading): readonly ReadonlyMap<number, Evidence>[] {
    const ofKind = (...kinds: Concept['kind'][]): WordForItem[] =>
      told
        .filter(({ concept }) => kinds.includes(concept.kind))
        .flatMap(({ concept, found }) => (this.#ofConcept.get(concept) ?? []).map((item) => ({ item, found, matter: concept.kind === 'matter' })))
    const own: WordForItem[] = this.#ownWords.findIn(typed).map((found) => ({ item: found.value, found, matter: !this.#trades.has(found.value) }))
    const [firm, hints, traces] = [[...ofKind('matter', 'trade'), ...own], ofKind('hint'), ofKind('trace')]
    if (firm.length === 0) return [weighWords(hints, content, hintWorth), weighWords(traces, content, hints.length === 0 ? hintWorth : traceWorth)]
    const hinted = new Set(hints.map(({ item }) => item))
    const sure = [...weighWords(firm, content)].map(
      ([item, { score, matched }]) => [item, { score: score + (hinted.has(item) ? 0.06 : 0), matched }] as const,
    )
    return [new Map(sure), weighWords(traces, content, traceWorth)]
  }

  /** Items that are called much like the whole query. */
  #byLikeness({ typed, bare }: QueryReading): ReadonlyMap<number, Evidence> {
    const best = new Map<number, Evidence>()
    const variants = [
      { text: typed, trust: 1 },
      ...(bare.chars.members.length < 2 || bare.chars.joined === typed.chars.joined ? [] : [{ text: bare, trust: 0.96 }]),
    ]
    for (const { text, trust } of variants) {
      const query = weighQuery(text, this.#weight)
      for (const n of this.#candidates(text)) {
        const term = this.#terms[n]!
        const score = trust * term.weight * similarity(query, term)
        if (score >= least && score > (best.get(term.item)?.score ?? 0)) best.set(term.item, { score, matched: term.words })
      }
    }
    return best
  }

  /** Items whose words together, from several names, cover much of what was said: for whole sentences that no single name resembles. */
  #byCover({ bare }: QueryReading): ReadonlyMap<number, Evidence> {
    const grams = [...bare.chars.grams]
    if (grams.filter(isPair).length < 2) return new Map()
    const whole = grams.reduce((sum, gram) => sum + this.#weight(gram), 0)
    const held = new Map<number, number>()
    const inPairs = new Set<number>()
    for (const gram of grams) {
      for (const item of this.#named.get(gram) ?? []) {
        held.set(item, (held.get(item) ?? 0) + this.#weight(gram))
        if (isPair(gram)) inPairs.add(item)
      }
    }
    return new Map(
      [...inPairs].flatMap((item) => {
        const score = 0.8 * (held.get(item)! / whole)
        return score < leastCovered ? [] : [[item, { score, matched: this.#items[item]!.name }] as const]
      }),
    )
  }

  /** The longest word for something that another house does, unless an item of this bureau bears it in its name. */
  #elsewhere({ elsewhere }: QueryReading): Elsewhere | undefined {
    const surely = elsewhere.filter(
      ({ found, elsewhere: { words } }) =>
        found.trust >= 0.9 && !this.#items.some(({ name }) => words.some((word) => word.length > 3 && name.includes(word))),
    )
    const first = surely[0]
    return first && { matter: first.elsewhere.matter, where: first.elsewhere.where, status: elsewhereStatus, word: first.found.word }
  }

  /** What a gram says by its rarity; one that no term has is as rare as can be. */
  readonly #weight = (gram: string): number => (this.#rarities.get(gram) ?? Math.log(1 + this.#terms.length)) * (isPair(gram) ? 1 : 0.4)

  /** Terms that share rare grams with the query, the most promising first. */
  #candidates(text: SearchText): readonly number[] {
    const promise = new Float32Array(this.#terms.length)
    const touched: number[] = []
    let most = 0
    for (const gram of gramsOfQuery(text)) {
      const rarity = this.#rarities.get(gram) ?? 0
      for (const n of this.#holders.get(gram) ?? []) {
        if (promise[n] === 0) touched.push(n)
        promise[n]! += rarity
        if (promise[n]! > most) most = promise[n]!
      }
    }
    return touched
      .filter((n) => promise[n]! >= promising * most)
      .sort((a, b) => promise[b]! - promise[a]!)
      .slice(0, closest)
  }
}

const versionKey = ({ code, version }: ServiceItem): string => `${code} ${version}`
const isPair = (gram: string): boolean => gram.includes(' ')

function put(map: Map<string, number[]>, at: string, value: number): void {
  const there = map.get(at)
  if (there === undefined) map.set(at, [value])
  else there.push(value)
}
