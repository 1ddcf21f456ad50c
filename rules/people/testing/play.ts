import type { Act, ActContext, Actor, BookEntry, Json, SubjectKind, SubjectRef } from '../../act.ts'
import type { Refusal } from '../../refusal.ts'
import { buildCalendar, type Calendar } from '../../time/calendar.ts'
import type { PlainDate } from '../../time/plain-date.ts'

/** A book in memory for tests of pure acts: decides, folds, answers. Mistakes of an act (an entry for a subject it did not ask for) throw. */
export function openPlay(kinds: readonly SubjectKind[], first: PlainDate, workdays: Calendar = buildCalendar([])) {
  const folds = new Map(kinds.map((kind) => [kind.kind, kind]))
  const states = new Map<string, { state: unknown; seq: number }>()
  const entries: BookEntry[] = []
  let calendar = workdays
  let today = first
  let acts = 0
  const keyOf = ({ kind, id }: SubjectRef) => `${kind}/${id}`

  return {
    entries,
    set today(day: PlainDate) {
      today = day
    },
    set calendar(other: Calendar) {
      calendar = other
    },
    state: <S>(ref: SubjectRef): S | undefined => states.get(keyOf(ref))?.state as S | undefined,
    /** The act's answer, or the code of its refusal. */
    does<Input, Answer extends Json>(actor: Actor, act: Act<Input, Answer>, input: Input): Answer | Refusal['code'] {
      const asked = new Set<string>()
      const loaded = <S>(ref: SubjectRef): S | undefined => {
        if (!asked.has(keyOf(ref))) throw new Error(`${act.name} looks at ${keyOf(ref)} without asking`)
        return states.get(keyOf(ref))?.state as S | undefined
      }
      const open = <S>(ref: SubjectRef): S | undefined => (asked.has(keyOf(ref)) ? (states.get(keyOf(ref))?.state as S | undefined) : undefined)
      for (let round = 0; round < 2; round++) for (const ref of act.needs(input, open, actor)) asked.add(keyOf(ref))
      const actId = `act-${++acts}`
      const now = `${today}T09:00:00.000+08:00`
      const context: ActContext = { bureau: 'b', actId, newId: (n) => `${actId}-${n}`, now, today, actor, channel: 'console', calendar }
      const decision = act.decide(input, loaded, context)
      if ('refusal' in decision) return decision.refusal.code
      for (const entry of decision.entries) {
        const key = keyOf(entry.subject)
        // An id made by the act itself is nobody's yet.
        if (!asked.has(key) && !entry.subject.id.startsWith(actId)) throw new Error(`${act.name} writes ${key} without asking`)
        const before = states.get(key)
        const seq = (before?.seq ?? 0) + 1
        const book: BookEntry = { occurredAt: now, ...entry, position: entries.length + 1, seq, actId, actor, channel: 'console' }
        entries.push(book)
        states.set(key, { state: folds.get(entry.subject.kind)!.fold(before?.state, book), seq })
      }
      return decision.answer
    },
  }
}
