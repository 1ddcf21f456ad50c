import type { Act, Actor, Json, NewEntry, SubjectKind, SubjectRef, Timer } from '../../../rules/act.ts'
import { buildCalendar } from '../../../rules/time/calendar.ts'
import type { Database } from '../database/database.ts'
import { type Command, createWriter, type RowMaker, type Writer, type WriterParts } from '../writer/writer.ts'

/** A jar of coins: the smallest subject that has everything — a state that is not kept at every entry, personal data, timers, a row, several subjects in one act. */
export interface Jar {
  readonly coins: number
  readonly steps: readonly string[]
  readonly owner?: string
  readonly timers: readonly Timer[]
}

const empty: Jar = { coins: 0, steps: [], timers: [] }

export const jarKind: SubjectKind<Jar> = {
  kind: 'jar',
  fold(state = empty, entry) {
    const data = entry.data as { coins?: number; timers?: Timer[] }
    const steps = [...state.steps, `${entry.seq} ${entry.type} ${entry.occurredAt}`].slice(-3)
    const next = { ...state, steps, coins: state.coins + (data.coins ?? 0) }
    const owner = (entry.personal as { owner?: string } | undefined)?.owner
    if (entry.type === 'timer-set') return { ...next, timers: data.timers ?? [] }
    if (entry.type === 'timer-fired') return { ...next, timers: state.timers.slice(1) }
    return owner === undefined ? next : { ...next, owner }
  },
  timers: (state) => state.timers,
  keptEvery: 3,
}

interface PutCoins {
  readonly jar: string
  readonly coins: number
  readonly owner?: string
  readonly note?: string
}

const jar = (id: string): SubjectRef => ({ kind: 'jar', id })

const putCoins: Act<PutCoins> = {
  name: 'put-coins',
  needs: (input) => [jar(input.jar)],
  decide(input, loaded) {
    const before = loaded<Jar>(jar(input.jar))?.coins ?? 0
    if (input.coins < 0 && before + input.coins < 0) return { refusal: { code: 'jar-empty', detail: { coins: before } } }
    if (input.note === 'throw') throw new Error('the jar broke')
    const data: Json = input.note === undefined ? { coins: input.coins } : { coins: input.coins, note: input.note }
    const entry: NewEntry = { subject: jar(input.jar), type: 'coins-put', version: 1, data }
    return { entries: [input.owner === undefined ? entry : { ...entry, personal: { owner: input.owner } }], answer: { coins: before + input.coins } }
  },
}

/** Moves a coin between jars: the second jar's name stands in the first one's input only, both change under one act. */
const moveCoins: Act<{ readonly from: string; readonly to: string; readonly coins: number }> = {
  name: 'move-coins',
  needs: (input) => [jar(input.from), jar(input.to)],
  decide(input, loaded) {
    const there = loaded<Jar>(jar(input.from))?.coins ?? 0
    if (there < input.coins) return { refusal: { code: 'jar-empty', detail: { coins: there } } }
    const part = (id: string, coins: number) => ({ subject: jar(id), type: 'coins-moved', version: 1, data: { coins } })
    return { entries: [part(input.from, -input.coins), part(input.to, input.coins)], answer: null }
  },
}

/** Opens a jar under a fresh id and takes the next number from a counter. */
const openJar: Act<{ readonly coins: number }> = {
  name: 'open-jar',
  needs: () => [jar('counter')],
  decide(input, loaded, context) {
    const number = (loaded<Jar>(jar('counter'))?.coins ?? 0) + 1
    const entries: NewEntry[] = [
      { subject: jar('counter'), type: 'number-taken', version: 1, data: { coins: 1 } },
      { subject: jar(context.newId(0)), type: 'coins-put', version: 1, data: { coins: input.coins, number } },
    ]
    return { entries, answer: { id: context.newId(0), number } }
  },
}

const setTimers: Act<{ readonly jar: string; readonly timers: readonly Timer[] }> = {
  name: 'set-timers',
  needs: (input) => [jar(input.jar)],
  decide: (input) => ({
    entries: [{ subject: jar(input.jar), type: 'timer-set', version: 1, data: { timers: input.timers.map((timer) => ({ ...timer })) } }],
    answer: null,
  }),
}

const ring: Act<{ readonly subject: SubjectRef; readonly timer: string }> = {
  name: 'ring',
  needs: (input) => [input.subject],
  decide: (input, _loaded, context) => ({
    entries: [{ subject: input.subject, type: 'timer-fired', version: 1, data: { timer: input.timer, on: context.today } }],
    answer: null,
  }),
}

const refuseToRing: Act<{ readonly subject: SubjectRef; readonly timer: string }> = {
  name: 'refuse-to-ring',
  needs: (input) => [input.subject],
  decide: () => ({ refusal: { code: 'bell-broken' } }),
}

const erase: Act<{ jar: string; positions: number[] }> = {
  name: 'erase-owner',
  needs: (input) => [jar(input.jar)],
  decide: (input) => ({
    entries: [{ subject: jar(input.jar), type: 'personal-erased', version: 1, data: { positions: input.positions } }],
    answer: null,
  }),
}
const correct: Act<{ jar: string; position: number; owner: string }> = {
  name: 'correct-owner',
  needs: (input) => [jar(input.jar)],
  decide: (input) => ({
    entries: [
      { subject: jar(input.jar), type: 'personal-corrected', version: 1, data: { position: input.position }, personal: { owner: input.owner } },
    ],
    answer: null,
  }),
}

export const toyKinds = [jarKind as SubjectKind]
const toyActs = [putCoins, moveCoins, openJar, setTimers, ring, refuseToRing, erase, correct] as Act[]

/** The jar's row: gone when it holds nothing. */
export const jarRows: RowMaker<Jar> = {
  kind: 'jar',
  table: 'jar_row',
  columns: { coins: 'integer', seq: 'integer', owner: 'text', steps: 'text[]' },
  toRow: (state, _ref, seq) => (state.coins === 0 ? null : { coins: state.coins, seq, owner: state.owner ?? null, steps: state.steps }),
}

export const jarTable =
  'CREATE TABLE IF NOT EXISTS jar_row (bureau text, id text, coins integer, seq integer, owner text, steps text[], PRIMARY KEY (bureau, id))'

/** Weekends only: the toys do not count days. */
const toyCalendar = buildCalendar([])

export const wang: Actor = { kind: 'staff', id: 'wang', name: '王敏', roles: ['clerk'] }

/** A writer over the toy vocabulary. */
export function toyWriter(database: Database, parts: Partial<WriterParts> = {}): Writer {
  return createWriter({
    database,
    kinds: toyKinds,
    acts: toyActs,
    rows: [jarRows],
    calendarOf: () => toyCalendar,
    clock: () => new Date().toISOString(),
    ...parts,
  })
}

/** A command of the clerk 王敏 to the bureau `b`. */
export const command = (act: string, input: unknown, more: Partial<Command> = {}): Command => ({
  bureau: 'b',
  act,
  input,
  actor: wang,
  channel: 'counter',
  ...more,
})
