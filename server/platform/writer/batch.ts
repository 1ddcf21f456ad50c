import type { Act, Actor, BookEntry, Json, SubjectKind, SubjectRef, Timer } from '../../../rules/act.ts'
import { instantOfMillis, millisOfInstant } from '../../../rules/time/instant.ts'
import { commitmentTo, type Salted } from './personal.ts'
import { assertBookJson } from '../storable.ts'
import { keyOf, type Slot, type SubjectCache } from './subject-cache.ts'
import { veil } from './veil.ts'

/** An entry as it goes into the table. */
export interface EntryRow {
  readonly position: number
  readonly act_id: string
  readonly subject_kind: string
  readonly subject_id: string
  readonly subject_seq: number
  readonly type: string
  readonly version: number
  readonly occurred_at: string
  readonly recorded_at: string
  readonly actor: Actor
  readonly on_behalf_of: string | null
  readonly channel: string
  readonly data: Json
  readonly personal_commitment: string | null
}

/** The columns of the table, in the order in which rows name them. */
export const journalColumns: readonly ('bureau' | keyof EntryRow)[] = [
  'bureau',
  'position',
  'act_id',
  'subject_kind',
  'subject_id',
  'subject_seq',
  'type',
  'version',
  'occurred_at',
  'recorded_at',
  'actor',
  'on_behalf_of',
  'channel',
  'data',
  'personal_commitment',
]

interface PersonalRow extends Salted {
  readonly position: number
  readonly corrected_by?: number | null
}

/** What the writer knows of all kinds and acts. */
export interface Vocabulary {
  readonly kinds: ReadonlyMap<string, SubjectKind>
  readonly acts: ReadonlyMap<string, Act>
}

/** Everything one transaction of the writer knows and will save. `slots` holds what it loaded and, later, what it changed. */
export interface Batch {
  readonly bureau: string
  /** The server's clock, set once when the head is locked. */
  now: string
  nowMillis: number
  readonly vocabulary: Vocabulary
  readonly cache: SubjectCache
  position: number
  readonly slots: Map<string, Slot>
  /** As loaded, before any change: to know which timers were standing in the table. */
  readonly before: Map<string, Slot>
  readonly entries: EntryRow[]
  readonly personal: PersonalRow[]
  /** Positions of older entries whose personal data this batch takes away. */
  readonly erased: number[]
  /** Personal data that this batch puts in place of older entries'. */
  readonly corrected: (PersonalRow & { readonly corrected_by: number })[]
}

export const newBatch = (bureau: string, vocabulary: Vocabulary, cache: SubjectCache): Batch => ({
  bureau,
  now: '',
  nowMillis: 0,
  vocabulary,
  cache,
  position: 0,
  slots: new Map(),
  before: new Map(),
  entries: [],
  personal: [],
  erased: [],
  corrected: [],
})

/** Who did it and under which act: the same for all entries of one act. */
export interface Doing {
  readonly actId: string
  /** May this act write about the subject? Those it asked for, and those it made under an id of its own. */
  readonly mayWrite: (key: string) => boolean
  readonly isOwnId: (id: string) => boolean
  readonly actor: Actor
  readonly channel: string
  readonly onBehalfOf: string | undefined
  readonly now: string
}

export const emptySlot = (ref: SubjectRef): Slot => ({ ref, seq: 0, state: undefined, last: undefined, kept: undefined, quiet: [], timers: [] })

/** In memory already, in this batch or from the last ones. */
export function slotInMemory(batch: Batch, ref: SubjectRef): Slot | undefined {
  const key = keyOf(ref)
  const slot = batch.slots.get(key)
  if (slot !== undefined) return slot
  const cached = batch.cache.get(key)
  if (cached !== undefined) batch.slots.set(key, cached)
  return cached
}

const turnOf = (timer: Timer): string => `${timer.name}@${timer.dueAt}@${timer.certainty}`

/** Timers that still wait for their turn, and the names of those that had it and still stand. */
export function timersOf(kind: SubjectKind, state: unknown, quiet: readonly string[]): { timers: readonly Timer[]; quiet: readonly string[] } {
  const all = kind.timers?.(state) ?? []
  if (quiet.length === 0 || all.length === 0) return { timers: all, quiet: [] }
  const turns = all.map(turnOf)
  return { timers: all.filter((_, n) => !quiet.includes(turns[n]!)), quiet: quiet.filter((turn) => turns.includes(turn)) }
}

/** Entry types of the platform itself: they count in a subject's sequence but are not handed to its fold. */
export const timerAlarmed = 'timer-alarmed'
export const timerRefused = 'timer-refused'
export const isOfPlatform = (type: string): boolean => type === timerAlarmed || type === timerRefused

/** A citizen's name is personal data and never lies in an entry's actor; acts that need it put it into `personal`. */
const inTheBook = (actor: Actor): Actor => (actor.kind === 'citizen' ? { kind: 'citizen', id: actor.id, name: '申请人', roles: actor.roles } : actor)

/** One step of a subject: its slot after an entry. Throws when the kind is unknown or its fold throws. */
export function step(vocabulary: Pick<Vocabulary, 'kinds'>, slot: Slot, entry: BookEntry): Slot {
  const kind = vocabulary.kinds.get(entry.subject.kind)
  if (kind === undefined) throw new Error(`entry ${entry.type} is for the unknown subject kind ${entry.subject.kind}`)
  const last = { by: entry.actor.name, at: entry.occurredAt, type: entry.type }
  if (isOfPlatform(entry.type)) {
    const turn = (entry.data as { turn: string }).turn
    return { ...slot, seq: entry.seq, last, ...timersOf(kind, slot.state, [...slot.quiet, turn]) }
  }
  const state = kind.fold(slot.state, entry)
  return { ref: slot.ref, seq: entry.seq, state, last, kept: slot.kept, ...timersOf(kind, state, slot.quiet) }
}

const canonicalInstant = (iso: string): string => {
  const millis = millisOfInstant(iso)
  if (millis === undefined) throw new TypeError(`occurredAt is no instant: ${iso}`)
  return instantOfMillis(millis)
}

export type Proposed = {
  readonly subject: SubjectRef
  readonly type: string
  readonly version: number
  readonly data: Json
  readonly personal?: Json
  readonly occurredAt?: string
}

/** Writes the entries of one act into the batch: all of them, or, when anything throws, none. */
export function append(batch: Batch, proposed: readonly Proposed[], doing: Doing): void {
  const actor = inTheBook(doing.actor)
  const changed = new Map<string, Slot>()
  const rows: EntryRow[] = []
  const personal: PersonalRow[] = []
  let position = batch.position
  for (const entry of proposed) {
    const key = keyOf(entry.subject)
    const slot =
      changed.get(key) ??
      (doing.mayWrite(key) ? batch.slots.get(key) : doing.isOwnId(entry.subject.id) ? (batch.slots.get(key) ?? emptySlot(entry.subject)) : undefined)
    if (slot === undefined)
      throw new Error(`an entry ${entry.type} for a subject that the act did not ask for: ${entry.subject.kind} ${entry.subject.id}`)
    assertBookJson(entry.data, entry.type)
    position++
    const seq = slot.seq + 1
    const occurredAt = entry.occurredAt === undefined ? doing.now : canonicalInstant(entry.occurredAt)
    let commitment: string | null = null
    if (entry.personal !== undefined) {
      assertBookJson(entry.personal, `${entry.type} personal`)
      const salted = commitmentTo(entry.personal)
      commitment = salted.commitment
      personal.push({ position, salt: salted.salt, data: entry.personal })
    }
    const data = veil(batch.vocabulary.kinds.get(entry.subject.kind)?.texts, entry.type, entry.data)
    const book: BookEntry = { ...entry, data, occurredAt, position, seq, actId: doing.actId, actor, channel: doing.channel }
    changed.set(key, step(batch.vocabulary, slot, book))
    rows.push({
      position,
      act_id: doing.actId,
      subject_kind: entry.subject.kind,
      subject_id: entry.subject.id,
      subject_seq: seq,
      type: entry.type,
      version: entry.version,
      occurred_at: occurredAt,
      recorded_at: batch.now,
      actor,
      on_behalf_of: doing.onBehalfOf ?? null,
      channel: doing.channel,
      data,
      personal_commitment: commitment,
    })
  }
  for (const [key, slot] of changed) {
    if (!batch.before.has(key)) batch.before.set(key, batch.slots.get(key) ?? emptySlot(slot.ref))
    batch.slots.set(key, slot)
  }
  batch.entries.push(...rows)
  batch.personal.push(...personal)
  batch.position = position
}
