import type { Act, ActContext, Actor, Loaded, SubjectRef } from '../../../rules/act.ts'
import type { Calendar } from '../../../rules/time/calendar.ts'
import { instantOfMillis, millisOfInstant, plainDateOfInstant } from '../../../rules/time/instant.ts'
import { idOfAct, isIdOf, newActId } from './act-id.ts'
import { append, type Batch, slotInMemory, timerAlarmed, timerRefused } from './batch.ts'
import { type Command, type Outcome, refuse, type Seen } from './command.ts'
import { keyOf, type Slot } from './subject-cache.ts'

/** What deciding needs beside the batch: a way to load what only now turned out to be needed, the calendar, a place for bugs. */
export interface Hands {
  readonly calendar: Calendar
  readonly bring: (refs: readonly SubjectRef[]) => Promise<void>
  bug(what: string, error: unknown): void
  /** The database failed, not the act: the batch as a whole is to be tried again. */
  isDatabaseError(error: unknown): boolean
}

export const systemActor: Actor = { kind: 'system', id: 'timer', name: '系统', roles: [] }

const peek =
  (batch: Batch): Loaded =>
  <S>(ref: SubjectRef) =>
    batch.slots.get(keyOf(ref))?.state as S | undefined

/** What a command asks for as far as is known now: its needs and what the caller saw. Throws what `needs` throws. */
export function wantedBy(batch: Batch, act: Act, command: Command): readonly SubjectRef[] {
  const needs = act.needs(command.input, peek(batch), command.actor)
  return command.expected === undefined ? needs : [...needs, ...command.expected.map((seen) => seen.subject)]
}

/** Loads what the act needs until it names nothing new, at most two rounds. */
async function settle(batch: Batch, hands: Hands, wanted: () => readonly SubjectRef[]): Promise<readonly SubjectRef[]> {
  for (let round = 0; round < 3; round++) {
    const refs = wanted()
    const missing = refs.filter((ref) => slotInMemory(batch, ref) === undefined)
    if (missing.length === 0) return refs
    await hands.bring(missing)
  }
  throw new Error('needs() names new subjects after two rounds of loading')
}

const dueTimer = (slot: Slot, nowMillis: number) => {
  let first: { timer: Slot['timers'][number]; at: number } | undefined
  for (const timer of slot.timers) {
    const at = millisOfInstant(timer.dueAt)
    if (at === undefined) throw new TypeError(`timer ${timer.name} of ${slot.ref.kind} ${slot.ref.id} is due at no instant: ${timer.dueAt}`)
    if (at <= nowMillis && (first === undefined || at < first.at)) first = { timer, at }
  }
  return first?.timer
}

/** Lets every timer already due on these subjects act, earliest first, before anything else is decided on them. Throws when a timer's act throws. */
async function fireDueTimers(batch: Batch, hands: Hands, refs: readonly SubjectRef[]): Promise<boolean> {
  let fired = false
  for (const ref of refs) {
    for (let turn = 0; ; turn++) {
      const slot = batch.slots.get(keyOf(ref))
      if (slot === undefined || slot.timers.length === 0) break
      const timer = dueTimer(slot, batch.nowMillis)
      if (timer === undefined) break
      if (turn >= 100) throw new Error(`timers of ${ref.kind} ${ref.id} never come to rest: ${timer.name}`)
      await fire(batch, hands, ref, timer)
      fired = true
    }
  }
  return fired
}

async function fire(batch: Batch, hands: Hands, ref: SubjectRef, timer: Slot['timers'][number]): Promise<void> {
  const actId = newActId(batch.nowMillis)
  const turn = `${timer.name}@${timer.dueAt}@${timer.certainty}`
  const own = (type: string, more: Record<string, string>) =>
    append(
      batch,
      [{ subject: ref, type, version: 1, data: { timer: timer.name, turn, ...more } }],
      doing(actId, systemActor, 'agent', batch.now, [ref]),
    )
  if (timer.certainty === 'provisional') return own(timerAlarmed, {})
  const act = batch.vocabulary.acts.get(timer.act)
  if (act === undefined) throw new Error(`timer ${timer.name} names the unknown act ${timer.act}`)
  const input = { subject: ref, timer: timer.name }
  const refs = await settle(batch, hands, () => act.needs(input, peek(batch), systemActor))
  const context = contextOf(batch, hands, actId, systemActor, 'agent', instantOfMillis(millisOfInstant(timer.dueAt)!))
  const decision = act.decide(input, loadedOnly(batch, refs), context)
  if ('refusal' in decision) return own(timerRefused, { code: decision.refusal.code })
  append(batch, decision.entries, doing(actId, systemActor, 'agent', context.now, [...refs, ref]))
  const after = batch.slots.get(keyOf(ref))!
  if (after.timers.some((standing) => standing.name === timer.name && standing.dueAt === timer.dueAt))
    own(timerRefused, { code: 'timer-still-stands' })
}

const doing = (actId: string, actor: Actor, channel: string, now: string, refs: readonly SubjectRef[], onBehalfOf?: string) => {
  const mine = new Set(refs.map(keyOf))
  return { actId, actor, channel, onBehalfOf, now, mayWrite: (key: string) => mine.has(key), isOwnId: (id: string) => isIdOf(actId, id) }
}

const contextOf = (batch: Batch, hands: Hands, actId: string, actor: Actor, channel: string, now: string): ActContext => ({
  bureau: batch.bureau,
  actId,
  newId: (n) => idOfAct(actId, n),
  now,
  today: plainDateOfInstant(now),
  actor,
  channel,
  calendar: hands.calendar,
})

/** Only what the act asked for may be read: anything else would be there by chance. */
function loadedOnly(batch: Batch, refs: readonly SubjectRef[]): Loaded {
  const asked = new Set(refs.map(keyOf))
  return <S>(ref: SubjectRef) => {
    const key = keyOf(ref)
    if (!asked.has(key)) throw new Error(`the act reads ${ref.kind} ${ref.id}, which its needs() did not name`)
    return batch.slots.get(key)?.state as S | undefined
  }
}

const changedSinceSeen = (batch: Batch, expected: readonly Seen[]): Outcome | undefined => {
  for (const { subject, seq } of expected) {
    const slot = batch.slots.get(keyOf(subject))!
    if (slot.seq !== seq)
      return refuse('subject-changed-since-seen', {
        by: slot.last?.by ?? '',
        at: slot.last?.at ?? '',
        type: slot.last?.type ?? '',
        seq: slot.seq,
        seen: seq,
      })
  }
  return undefined
}

/** Decides one command on what the batch knows and writes its entries into the batch. A throw is that command's own failure: nothing of it stays. */
export async function decideOne(batch: Batch, hands: Hands, act: Act, command: Command, actId: string): Promise<Outcome> {
  try {
    const wanted = () => wantedBy(batch, act, command)
    let refs = await settle(batch, hands, wanted)
    if (await fireDueTimers(batch, hands, refs)) refs = await settle(batch, hands, wanted)
    const changed = command.expected && changedSinceSeen(batch, command.expected)
    if (changed !== undefined) return changed
    const context = contextOf(batch, hands, actId, command.actor, command.channel, batch.now)
    const decision = act.decide(command.input, loadedOnly(batch, refs), context)
    if ('refusal' in decision) return { ok: false, refusal: decision.refusal }
    const first = batch.position + 1
    append(batch, decision.entries, doing(actId, command.actor, command.channel, batch.now, refs, command.onBehalfOf))
    const subjects = new Map(decision.entries.map((entry) => [keyOf(entry.subject), entry.subject]))
    const seqs = [...subjects].map(([key, subject]) => ({ subject, seq: batch.slots.get(key)!.seq }))
    return {
      ok: true,
      actId,
      answer: decision.answer,
      positions: decision.entries.length > 0 ? [first, batch.position] : null,
      seqs,
      replayed: false,
    }
  } catch (error) {
    if (hands.isDatabaseError(error)) throw error
    hands.bug(`${act.name} ${actId}`, error)
    return refuse('internal-error')
  }
}
