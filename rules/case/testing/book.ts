import type { Act, ActContext, Actor, BookEntry, Json, Loaded, NewEntry, SubjectKind, SubjectRef, Timer } from '../../act.ts'
import { bureauKind } from '../../people/bureau.ts'
import { citizenKind } from '../../people/citizen.ts'
import { firmKind } from '../../people/firm.ts'
import { staffKind } from '../../people/staff.ts'
import type { Refusal } from '../../refusal.ts'
import { itemKind } from '../../service-item/item-state.ts'
import { itemVersionKind } from '../../service-item/item-version-state.ts'
import type { Calendar } from '../../time/calendar.ts'
import { plainDateOfInstant } from '../../time/instant.ts'
import { allCaseActs } from '../all-acts.ts'
import { barListKind } from '../receiving/bar-list.ts'
import { caseKind } from '../case-kind.ts'
import { counterKind } from '../standing/counter.ts'
import { paperKindOfSubject } from '../papers/paper-kind.ts'

/** A book in memory, for tests of pure acts: loads, fires due timers first, decides, appends, folds — as the writer does, without a database. */
export interface MemoryBook {
  now: string
  readonly entries: readonly BookEntry[]
  /** Every refusal of a timer's own act: there should be none. */
  readonly timerRefusals: readonly Refusal[]
  /** Timers that met a provisional date and alarmed instead. */
  readonly alarms: readonly string[]
  calendar: Calendar
  do<Answer extends Json = Json>(act: string, input: unknown, actor: Actor): { readonly answer: Answer } | { readonly refusal: Refusal }
  state<S>(ref: SubjectRef): S | undefined
  /** Fires all timers due at `now`. */
  fireTimers(): void
  put(entries: readonly NewEntry[]): void
}

const kinds = new Map(
  [caseKind, paperKindOfSubject, counterKind, barListKind, bureauKind, staffKind, citizenKind, firmKind, itemKind, itemVersionKind].map((kind) => [
    kind.kind,
    kind as unknown as SubjectKind,
  ]),
)
const acts = new Map(allCaseActs.map((act) => [act.name, act]))
const system: Actor = { kind: 'system', id: 'timer', name: '系统', roles: [] }
const keyOf = ({ kind, id }: SubjectRef) => `${kind}\n${id}`

/** Fails on anything that JSON does not give back as it was: undefined, fractions, dates. */
function assertPlain(value: unknown, where: string): void {
  const back: unknown = JSON.parse(JSON.stringify(value) ?? 'null')
  const same = (a: unknown, b: unknown): boolean => {
    if (typeof a === 'number') return a === b && Number.isSafeInteger(a)
    if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return a === b
    const [x, y] = [Object.entries(a), Object.entries(b)]
    return x.length === y.length && x.every(([name, inner]) => same(inner, (b as Record<string, unknown>)[name]))
  }
  if (!same(value, back)) throw new Error(`${where} is not plain JSON: ${JSON.stringify(value)}`)
}

export function openMemoryBook(calendar: Calendar, now: string): MemoryBook {
  const states = new Map<string, { state: unknown; seq: number; ref: SubjectRef }>()
  const entries: BookEntry[] = []
  const timerRefusals: Refusal[] = []
  const alarms: string[] = []
  const silent = new Set<string>()
  let count = 0

  const append = (proposed: readonly NewEntry[], actId: string, actor: Actor, instant: string) => {
    for (const entry of proposed) {
      const key = keyOf(entry.subject)
      const before = states.get(key)
      assertPlain(entry.data, entry.type)
      assertPlain(entry.personal ?? null, `${entry.type} personal`)
      const seq = (before?.seq ?? 0) + 1
      const shown: Actor = actor.kind === 'citizen' ? { ...actor, name: '申请人' } : actor
      const book: BookEntry = {
        ...entry,
        occurredAt: entry.occurredAt ?? instant,
        position: entries.length + 1,
        seq,
        actId,
        actor: shown,
        channel: 'test',
      }
      const kind = kinds.get(entry.subject.kind)
      if (!kind) throw new Error(`unknown kind ${entry.subject.kind}`)
      states.set(key, { state: kind.fold(before?.state, book), seq, ref: entry.subject })
      entries.push(book)
    }
  }

  const decide = (act: Act, input: unknown, actor: Actor, instant: string) => {
    const actId = `act-${++count}`
    const asked = new Set<string>()
    const peek: Loaded = <S>(ref: SubjectRef) => (asked.has(keyOf(ref)) ? (states.get(keyOf(ref))?.state as S | undefined) : undefined)
    for (let round = 0; round < 2; round++) for (const ref of act.needs(input, peek, actor)) asked.add(keyOf(ref))
    for (const ref of act.needs(input, peek, actor)) if (!asked.has(keyOf(ref))) throw new Error(`${act.name} needs a third round for ${keyOf(ref)}`)
    const loaded: Loaded = <S>(ref: SubjectRef) => {
      if (!asked.has(keyOf(ref))) throw new Error(`${act.name} reads ${keyOf(ref)}, which its needs() did not name`)
      return states.get(keyOf(ref))?.state as S | undefined
    }
    const context: ActContext = {
      bureau: 'test',
      actId,
      newId: (n) => `${actId}-${n}`,
      now: instant,
      today: plainDateOfInstant(instant),
      actor,
      channel: 'test',
      calendar: book.calendar,
    }
    const decision = act.decide(input, loaded, context)
    if ('entries' in decision) {
      for (const { subject } of decision.entries)
        if (!asked.has(keyOf(subject)) && !subject.id.startsWith(`${actId}-`)) throw new Error(`${act.name} writes ${keyOf(subject)} unasked`)
      append(decision.entries, actId, actor, instant)
    }
    return decision
  }

  const timersOf = (key: string): readonly Timer[] => {
    const { state, ref } = states.get(key)!
    return (kinds.get(ref.kind)?.timers?.(state) ?? []).filter((timer) => !silent.has(`${key}@${timer.name}@${timer.dueAt}@${timer.certainty}`))
  }

  const fireTimersOf = (key: string) => {
    for (let turn = 0; turn < 50; turn++) {
      const due = timersOf(key)
        .filter((timer) => timer.dueAt <= book.now)
        .toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0]
      if (!due) return
      silent.add(`${key}@${due.name}@${due.dueAt}@${due.certainty}`)
      if (due.certainty === 'provisional') {
        alarms.push(due.name)
        continue
      }
      const decision = decide(acts.get(due.act)!, { subject: states.get(key)!.ref, timer: due.name }, system, due.dueAt)
      if ('refusal' in decision) timerRefusals.push(decision.refusal)
    }
    throw new Error(`timers of ${key} never come to rest`)
  }

  const book: MemoryBook = {
    now,
    entries,
    timerRefusals,
    alarms,
    calendar,
    do<Answer extends Json>(name: string, input: unknown, actor: Actor) {
      const act = acts.get(name)
      if (!act) throw new Error(`unknown act ${name}`)
      const id = (input as { id?: string }).id
      if (id !== undefined && states.has(keyOf({ kind: 'case', id }))) fireTimersOf(keyOf({ kind: 'case', id }))
      const decision = decide(act, input, actor, book.now)
      return 'refusal' in decision ? decision : { answer: decision.answer as Answer }
    },
    state: <S>(ref: SubjectRef) => states.get(keyOf(ref))?.state as S | undefined,
    fireTimers() {
      for (const key of [...states.keys()]) fireTimersOf(key)
    },
    put: (proposed) => append(proposed, `act-${++count}`, system, book.now),
  }
  return book
}

/** Folds all entries of a subject from the first on: what the book says, apart from what a run has kept. */
export function refold<S>(entries: readonly BookEntry[], ref: SubjectRef): S | undefined {
  const kind = kinds.get(ref.kind)!
  return entries.filter(({ subject }) => keyOf(subject) === keyOf(ref)).reduce<unknown>((state, entry) => kind.fold(state, entry), undefined) as
    | S
    | undefined
}
