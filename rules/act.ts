import type { Refusal } from './refusal.ts'
import type { Calendar } from './time/calendar.ts'
import type { PlainDate } from './time/plain-date.ts'

/** Plain JSON: what may lie in an entry. No undefined, no NaN, no Date. Whole numbers only (money is 分), so its bytes are one and the same everywhere. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

/** What the book speaks of: a case, a service item, a person, a paper, a counter … */
export interface SubjectRef {
  readonly kind: string
  readonly id: string
}

/**
 * Who acts. `kind` agent is the system itself (a timer, the typesetter). `office` is the staff member's own office; a delegate who acts on behalf of an
 * absent colleague has that colleague's roles and office for the act.
 */
export interface Actor {
  readonly kind: 'staff' | 'citizen' | 'agent' | 'system'
  readonly id: string
  readonly name: string
  readonly roles: readonly string[]
  readonly office?: string
}

/** One thing that happened, as an act proposes it. The writer adds position, sequence, recorded_at and the seal. */
export interface NewEntry {
  readonly subject: SubjectRef
  /** Past tense, kebab-case: `case-accepted`. */
  readonly type: string
  /** Version of this entry type's data, from 1. */
  readonly version: number
  readonly data: Json
  /** Personal data, kept apart from `data` so that it can be corrected or erased (个人信息保护法 46, 47). */
  readonly personal?: Json
  /** Legal instant, only where it differs from the act's own (a late timer, a backdated receipt): ISO 8601 with offset. */
  readonly occurredAt?: string
}

/** An entry as a fold sees it, from the act itself or from the book. */
export interface BookEntry extends NewEntry {
  readonly position: number
  readonly seq: number
  readonly actId: string
  readonly occurredAt: string
  readonly actor: Actor
  readonly channel: string
}

/** What every decision may know besides the subjects it asked for. Pure data: no clock, no database. */
export interface ActContext {
  readonly bureau: string
  /** The act's identity, and the source of ids: `newId(0)`, `newId(1)` … are stable for one command. */
  readonly actId: string
  readonly newId: (n: number) => string
  /** ISO 8601 instant with +08:00, the server's clock once per batch. */
  readonly now: string
  readonly today: PlainDate
  readonly actor: Actor
  /** portal | counter | console | api | agent */
  readonly channel: string
  readonly calendar: Calendar
}

/** The folded states of the subjects named by `needs`; undefined where a subject has no entry yet. */
export type Loaded = <S = unknown>(subject: SubjectRef) => S | undefined

export type Decision<Answer extends Json = Json> = { readonly entries: readonly NewEntry[]; readonly answer: Answer } | { readonly refusal: Refusal }

/**
 * An act of the bureau: a pure function from what is known to entries or a refusal.
 * `needs` is asked again with what was loaded until it names nothing new (at most two rounds).
 */
export interface Act<Input = unknown, Answer extends Json = Json> {
  /** verb-noun: `accept-case`. */
  readonly name: string
  needs(input: Input, loaded: Loaded, actor: Actor): readonly SubjectRef[]
  decide(input: Input, loaded: Loaded, context: ActContext): Decision<Answer>
}

/** A time at which something must happen by itself. `dueAt` is an instant; `act` is submitted by the system with `{ subject, timer name }`. */
export interface Timer {
  readonly name: string
  readonly dueAt: string
  readonly act: string
  /** A provisional date alarms instead of firing. */
  readonly certainty: 'final' | 'provisional'
}

/**
 * Which texts in the data of entries anybody may read, and which people typed freely and are veiled in the public edition of the book: by entry type,
 * `*` for every type of the kind. Names are joined by dots; `*` is any one name or place in a list, `**` at the end
 * all that lies there. What stands in
 * neither is not public.
 */
export interface EntryTexts {
  readonly open: Readonly<Record<string, readonly string[]>>
  readonly veiled: Readonly<Record<string, readonly string[]>>
}

/** How a subject's entries become its state. */
export interface SubjectKind<State = unknown> {
  readonly kind: string
  readonly texts?: EntryTexts
  fold(state: State | undefined, entry: BookEntry): State
  /** Timers that stand while the subject is in this state. */
  timers?(state: State): readonly Timer[]
  /**
   * After so many entries at most the state is kept in its table again; after each where absent. What is kept in between is older, and whoever reads it
   * folds the entries behind it. For states that are large beside what one entry changes.
   */
  readonly keptEvery?: number
}
