import type { SubjectRef, Timer } from '../../../rules/act.ts'

/** The newest entry of a subject, as told to a clerk who came second. */
export interface LastEntry {
  readonly by: string
  readonly at: string
  readonly type: string
}

/** A subject as the writer holds it: never changed in place. `seq` 0 and `state` undefined where the book has nothing yet. */
export interface Slot {
  readonly ref: SubjectRef
  readonly seq: number
  readonly state: unknown
  readonly last: LastEntry | undefined
  /** The entry as of which the state lies in the table; undefined where what lies there may not stay, or nothing does. */
  readonly kept: number | undefined
  /** Timers that had their turn (alarmed or refused) and still stand: `name@dueAt@certainty`. */
  readonly quiet: readonly string[]
  /** Timers that stand and have not had their turn. */
  readonly timers: readonly Timer[]
}

export const keyOf = (ref: SubjectRef): string => `${ref.kind}\n${ref.id}`

/**
 * Subjects of one bureau as they stood at `position`: right only while the head of the book stands there too.
 * Two generations instead of a list of use: an entry not touched for a whole generation is forgotten.
 */
export class SubjectCache {
  position = -1
  /**
   * The act that wrote the entry at `position`, where this process wrote it. What is sent and not yet answered may never stand, and another process's
   * entries may then fill the book to the same position: only with its act does a position say which book it is.
   */
  tip: string | undefined
  /** The newest time that this process gave an entry, in milliseconds; kept whatever is forgotten. */
  newest = Number.NEGATIVE_INFINITY
  #young = new Map<string, Slot>()
  #old = new Map<string, Slot>()
  readonly #generation: number

  constructor(generation = 4_000) {
    this.#generation = generation
  }

  get(key: string): Slot | undefined {
    const young = this.#young.get(key)
    if (young !== undefined) return young
    const old = this.#old.get(key)
    if (old !== undefined) this.#put(key, old)
    return old
  }

  /** Forgets everything unless the book still stands where this process left it. */
  holdOnlyAt(position: number): void {
    if (this.position !== position) this.forgetAll()
    this.position = position
  }

  /** Takes over what a batch loaded and changed; `tip` is the act of its last entry. */
  keep(slots: ReadonlyMap<string, Slot>, position: number, tip: string | undefined): void {
    for (const [key, slot] of slots) this.#put(key, slot)
    if (this.position !== position) this.tip = tip
    this.position = position
  }

  forgetAll(): void {
    this.#young = new Map()
    this.#old = new Map()
    this.position = -1
    this.tip = undefined
  }

  #put(key: string, slot: Slot): void {
    if (this.#young.size >= this.#generation) {
      this.#old = this.#young
      this.#young = new Map()
    }
    this.#young.set(key, slot)
  }
}
