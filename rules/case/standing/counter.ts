import type { BookEntry, EntryTexts, Loaded, NewEntry, SubjectKind, SubjectRef } from '../../act.ts'

/**
 * A counter without gaps: numbers begin at 1 in each period (a year, a day, '' for ever) and each is given once. It is a subject, so a number is
 * taken in the same act that uses it, and a refused act takes none.
 */
export interface CounterState {
  /** Last number given, by period; the newest eight periods are kept. */
  readonly last: { readonly [period: string]: number }
}

export const counterRef = (id: string): SubjectRef => ({ kind: 'counter', id })

/** The number after those already given, and the `n`-th after it. */
export const nextNumber = (loaded: Loaded, ref: SubjectRef, period: string, n = 0): number => (loaded<CounterState>(ref)?.last[period] ?? 0) + 1 + n

export const numberTaken = (ref: SubjectRef, period: string, number: number): NewEntry => ({
  subject: ref,
  type: 'number-taken',
  version: 1,
  data: { period, number },
})

const kept = 8

function foldCounter(state: CounterState | undefined, entry: BookEntry): CounterState {
  const before = state ?? { last: {} }
  const { period, number } = entry.data as { period?: string; number?: number }
  if (entry.type !== 'number-taken' || typeof period !== 'string' || typeof number !== 'number') return before
  const last = { ...before.last, [period]: Math.max(number, before.last[period] ?? 0) }
  const periods = Object.keys(last).sort().slice(-kept)
  return { last: Object.fromEntries(periods.map((name) => [name, last[name]!])) }
}

const texts: EntryTexts = { open: { 'number-taken': ['period'] }, veiled: {} }

export const counterKind: SubjectKind<CounterState> = { kind: 'counter', texts, fold: foldCounter, keptEvery: 16 }
