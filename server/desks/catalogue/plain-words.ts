import { readFileSync } from 'node:fs'
import { normalise } from './search-text.ts'
import { WordFinder } from './word-finder.ts'

/** What a citizen wants done with a permit or a registration. */
export type Purpose = 'new' | 'change' | 'renew' | 'cancel'

/** Everyday words for a kind of permit. */
export interface Concept {
  /** Pieces of the names of the items that are meant. */
  readonly names: readonly string[]
  /** A matter (环评, 排水) says which permit; a trade (饭店, 养猪场) says who asks, and gives way to a matter. A hint only helps where others have found; a trace (烤, 羊) is looked at only where nothing else was understood. */
  readonly kind: 'matter' | 'trade' | 'hint' | 'trace'
}

/** Something people ask for that another house does. */
export interface Elsewhere {
  readonly matter: string
  readonly where: string
  readonly words: readonly string[]
}

export type Meaning =
  | { readonly is: 'concept'; readonly concept: Concept }
  | { readonly is: 'purpose'; readonly purpose: Purpose }
  | { readonly is: 'elsewhere'; readonly elsewhere: Elsewhere }
  /** Holds its place, so that nothing is read out of its middle (手续 is no 续). */
  | { readonly is: 'filler' }

const read = <T>(name: string): T => JSON.parse(readFileSync(new URL(`../../../data/search/${name}`, import.meta.url), 'utf8')) as T

const plainWords = read<{
  fillers: readonly string[]
  purposes: Readonly<Record<Purpose, readonly string[]>>
  itemPurposes: Readonly<Partial<Record<Purpose, readonly string[]>>>
}>('plain-words.json')
const conceptTable = read<readonly (Concept & { words: readonly string[] })[]>('concepts.json')
const elsewhereTable = read<{ status: string; matters: readonly Elsewhere[] }>('elsewhere.json')

export const concepts: readonly Concept[] = conceptTable
/** 待核 as long as nobody of the bureau has checked the places. */
export const elsewhereStatus = elsewhereTable.status

const purposeWords = Object.entries(plainWords.purposes) as [Purpose, readonly string[]][]

/** All words of the tables; the same for every bureau. */
export const meanings = new WordFinder<Meaning>(
  [
    ...conceptTable.flatMap((concept) => concept.words.map((word) => [word, { is: 'concept', concept }] as const)),
    ...purposeWords.flatMap(([purpose, words]) => words.map((word) => [word, { is: 'purpose', purpose }] as const)),
    ...elsewhereTable.matters.flatMap((elsewhere) => elsewhere.words.map((word) => [word, { is: 'elsewhere', elsewhere }] as const)),
    ...plainWords.fillers.filter((word) => word.length > 1).map((word) => [word, { is: 'filler' }] as const),
  ],
  { slips: true },
)

/** What an item is for, by its name; most are for a new permit. */
export function purposesOf(name: string): ReadonlySet<Purpose> {
  const said = (Object.entries(plainWords.itemPurposes) as [Purpose, readonly string[]][]).filter(([, words]) =>
    words.some((word) => name.includes(word)),
  )
  return new Set(said.length === 0 ? ['new'] : said.map(([purpose]) => purpose))
}

const fillers = plainWords.fillers.map(normalise).sort((a, b) => b.length - a.length)

/** The query without what people say round it: 我想开个小饭馆要什么手续 → 小饭馆. Empty where nothing else was said. */
export const withoutFillers = (query: string): string => fillers.reduce((rest, filler) => rest.replaceAll(filler, ''), normalise(query))
