import { type SearchText, searchText } from './search-text.ts'
import { editDistance } from './similarity.ts'

export interface FoundWord<T> {
  readonly value: T
  /** As the table writes it. */
  readonly word: string
  /** Places of the text that it takes. */
  readonly places: readonly number[]
  /** 1 as written; less by sound, with one member wrong, or in two halves. */
  readonly trust: number
}

interface Entry<T> {
  readonly word: string
  readonly value: T
  readonly text: SearchText
}

/** Stands between the halves of a word that others may part: 挖…路 is in 挖了一条路. */
const gap = '…'
/** Members that may stand in the gap. */
const widestGap = 5
const longest = 12
/** Trust in a word that only sounds right. */
const bySound = 0.9
/** From here on one wrong member is forgiven, and a sound is enough without any right character. */
const tolerant = 4

/** Finds the words of a table in a text, whole, misspelt by sound, with one wrong or two swapped members, or parted. Never changed after it is filled. */
export class WordFinder<T> {
  readonly #slips: boolean
  readonly #written = new Map<string, Entry<T>[]>()
  readonly #spoken = new Map<string, Entry<T>[]>()
  readonly #nearly = new Map<string, Entry<T>[]>()
  readonly #initials = new Map<string, Entry<T>[]>()
  readonly #parted = new Map<string, { readonly right: readonly string[]; readonly entry: Entry<T> }[]>()

  /** Without `slips` only what is written or sounds right is found. */
  constructor(words: Iterable<readonly [word: string, value: T]>, { slips }: { readonly slips: boolean }) {
    this.#slips = slips
    for (const [word, value] of words) {
      const entry = { word: word.replace(gap, ''), value, text: searchText(word.replace(gap, '')) }
      if (word.includes(gap)) this.#addParted(word, entry)
      else this.#add(entry)
    }
  }

  #add(entry: Entry<T>): void {
    const { chars, syllables } = entry.text
    if (chars.members.length === 0 || chars.members.length > longest) return
    put(this.#written, key(chars.members), entry)
    put(this.#spoken, key(syllables.members), entry)
    if (!this.#slips) return
    put(this.#initials, entry.text.initials, entry)
    if (chars.members.length < tolerant) return
    for (const pattern of [...withOneUnknown(syllables.members), ...swappedOrShort(syllables.members)]) put(this.#nearly, pattern, entry)
  }

  #addParted(word: string, entry: Entry<T>): void {
    const [left, right] = word.split(gap).map((half) => searchText(half).chars.members) as [readonly string[], readonly string[]]
    put(this.#parted, key(left), { right, entry })
  }

  /** Words of one member last, misspelt ones before them, else the longest first, none over another; one place may hold several meanings of one word. */
  findIn(text: SearchText): readonly FoundWord<T>[] {
    const rank = ({ places, trust }: FoundWord<T>) => (places.length === 1 ? 2 : trust < bySound ? 1 : 0)
    const found = [...this.#whole(text), ...this.#halves(text)].sort(
      (a, b) => rank(a) - rank(b) || b.places.length * b.trust - a.places.length * a.trust,
    )
    const taken = new Map<number, readonly number[]>()
    return found.filter(({ places }) => {
      const holders = new Set(places.map((place) => taken.get(place)))
      const free = holders.size === 1 && (holders.has(undefined) || samePlaces([...holders][0]!, places))
      if (free) for (const place of places) taken.set(place, places)
      return free
    })
  }

  *#whole(text: SearchText): Generator<FoundWord<T>> {
    const { chars, syllables } = text
    for (let from = 0; from < chars.members.length; from++) {
      for (let to = from + 1; to <= Math.min(chars.members.length, from + longest); to++) {
        const [written, spoken] = [chars.members.slice(from, to), syllables.members.slice(from, to)]
        const places = written.map((_, i) => from + i)
        for (const [{ word, value }, trust] of this.#read(written, spoken)) yield { value, word, places, trust }
      }
    }
  }

  /** What one stretch of the text may be, and how surely. */
  #read(written: readonly string[], spoken: readonly string[]): readonly (readonly [Entry<T>, number])[] {
    const exact = this.#written.get(key(written))
    if (exact) return exact.map((entry) => [entry, 1])
    if (written.length < 2) return []
    const typed = written.every((member) => /^[a-z]/.test(member))
    const sounding = (this.#spoken.get(key(spoken)) ?? []).filter(
      ({ text }) => typed || spoken.length >= tolerant - 1 || text.chars.members.some((member, i) => member === written[i]),
    )
    if (sounding.length > 0) return sounding.map((entry) => [entry, typed ? 0.95 : bySound])
    if (spoken.length < tolerant) return []
    const near = new Set([key(spoken), ...withOneUnknown(spoken)].flatMap((pattern) => this.#nearly.get(pattern) ?? []))
    // A wrong member and a wrong sound at once is no longer the same word, unless the word is long.
    const wrong = spoken.length < 6 ? 1 : 2
    const alike = ({ chars: { members } }: SearchText) =>
      members.filter((member) => written.includes(member)).length >= Math.max(members.length, written.length) - wrong
    return [...near].filter(({ text }) => typed || alike(text)).map((entry) => [entry, 0.8])
  }

  /** The words that one run of letters stands for: as initials (`nzd`), else as pinyin with a slip of the hand (`nongziidian`). */
  findByLetters(letters: string): readonly FoundWord<T>[] {
    const found = this.#initials.get(letters) ?? this.#misspelt(letters)
    // Few letters stand for many words.
    return found.map(({ word, value }) => ({ value, word, places: [0], trust: letters.length < tolerant + 1 ? 0.75 : 0.95 }))
  }

  #misspelt(letters: string): readonly Entry<T>[] {
    if (letters.length < 6) return []
    const most = letters.length < 11 ? 1 : 2
    return [...this.#initials.values()]
      .flat()
      .filter(({ text }) => Math.abs(text.letters.length - letters.length) <= most && editDistance(text.letters, letters) <= most)
  }

  *#halves(text: SearchText): Generator<FoundWord<T>> {
    const { members } = text.chars
    for (let from = 0; from < members.length; from++) {
      for (let length = 1; length <= 3; length++) {
        for (const { right, entry } of this.#parted.get(key(members.slice(from, from + length))) ?? []) {
          for (let start = from + length; start <= Math.min(from + length + widestGap, members.length - right.length); start++) {
            if (!right.every((member, i) => member === members[start + i])) continue
            const places = [...members.slice(from, from + length).map((_, i) => from + i), ...right.map((_, i) => start + i)]
            yield { value: entry.value, word: entry.word, places, trust: 0.9 }
            break
          }
        }
      }
    }
  }
}

const key = (members: readonly string[]): string => members.join(' ')

const withOneUnknown = (members: readonly string[]): string[] => members.map((_, i) => key(members.with(i, '*')))

/** As typed by a hasty hand: two neighbours swapped or, in a longer word, one left out. */
const swappedOrShort = (members: readonly string[]): string[] => [
  ...members.slice(1).map((member, i) => key(members.with(i, member).with(i + 1, members[i]!))),
  ...(members.length > tolerant ? members.map((_, i) => key(members.toSpliced(i, 1))) : []),
]

const samePlaces = (a: readonly number[], b: readonly number[]): boolean => a.length === b.length && a.every((place, i) => place === b[i])

function put<V>(map: Map<string, V[]>, at: string, value: V): void {
  const there = map.get(at)
  if (there === undefined) map.set(at, [value])
  else there.push(value)
}
