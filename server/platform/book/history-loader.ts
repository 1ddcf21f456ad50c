import type { Act, SubjectRef } from '../../../rules/act.ts'
import type { Calendar } from '../../../rules/time/calendar.ts'
import { millisOfInstant } from '../../../rules/time/instant.ts'
import { newActId } from '../writer/act-id.ts'
import { type Batch, journalColumns, newBatch, type Vocabulary } from '../writer/batch.ts'
import { decideOne, type Hands } from '../writer/batch-decide.ts'
import { load as loadInto } from '../writer/batch-load.ts'
import type { Command, Outcome } from '../writer/command.ts'
import type { Loading } from '../database/copy-rows.ts'
import type { Tx } from '../database/database.ts'
import { lastPosition } from '../writer/journal.ts'
import type { RowMaker } from '../database/rows.ts'
import { keyOf, type Slot, SubjectCache } from '../writer/subject-cache.ts'

/**
 * Decides commands one after another in memory, each at an instant of its own, exactly as the writer decides them, and loads what came of it by COPY.
 * For histories made before a bureau serves anybody: nobody else may write meanwhile.
 */
export interface HistoryLoader {
  decide(at: string, command: Command): Promise<Outcome>
  /** A subject nothing more will be asked of: its state is loaded with the next flush and forgotten. */
  finish(subject: SubjectRef): void
  /** Loads the entries made since the last flush, and the finished subjects. */
  flush(): Promise<void>
  /** Loads what is left. */
  close(): Promise<{ readonly entries: number; readonly subjects: number }>
}

interface Parts {
  /** Where the subjects that the bureau had before are read. */
  readonly reader: Tx
  readonly copier: Loading
  readonly vocabulary: Vocabulary
  readonly rows: readonly RowMaker[]
  readonly calendar: Calendar
  readonly bureau: string
}

/** Begins where the bureau's book ends now. */
export async function openHistoryLoader(parts: Parts): Promise<HistoryLoader> {
  const { reader, copier, vocabulary, bureau, calendar } = parts
  const makers = Map.groupBy(parts.rows, (maker) => maker.kind)
  const begun = await lastPosition(reader, bureau)
  const batch: Batch = { ...newBatch(bureau, vocabulary, new SubjectCache()), position: begun }
  const made = new Set<string>()
  const finished = new Map<string, Slot>()
  let subjects = 0
  const hands: Hands = {
    calendar,
    // A subject that this history made is in memory; only what the bureau had before is read.
    bring: (refs) => loadInto(reader, batch, refs, [], new Map()),
    bug: (what, error) => {
      throw new Error(what, { cause: error })
    },
    isDatabaseError: () => false,
  }

  /** The load under way: the next commands are decided meanwhile. */
  let loading: Promise<unknown> = Promise.resolve()

  async function flush(): Promise<void> {
    await loading
    loading = load(batch.entries.splice(0), batch.personal.splice(0), [...finished.values()])
    // Whoever waits for it next hears of a failure; until then nobody does.
    loading.catch(() => {})
    finished.clear()
  }

  async function load(entries: typeof batch.entries, personal: typeof batch.personal, slots: readonly Slot[]): Promise<void> {
    await copier.copy(
      'journal',
      journalColumns,
      entries.map((entry) => [bureau, ...journalColumns.slice(1).map((name) => entry[name as keyof typeof entry])]),
    )
    await copier.copy(
      'personal',
      ['bureau', 'position', 'salt', 'data'],
      personal.map(({ position, salt, data }) => [bureau, position, salt, data]),
    )
    await loadSubjects(slots)
  }

  async function loadSubjects(slots: readonly Slot[]): Promise<void> {
    subjects += slots.length
    await copier.copy(
      'subject',
      ['bureau', 'kind', 'id', 'seq', 'state', 'last', 'quiet'],
      slots.map(({ ref, seq, state, last, quiet }) => [bureau, ref.kind, ref.id, seq, state, last, quiet.length > 0 ? JSON.stringify(quiet) : null]),
    )
    await copier.copy(
      'timer',
      ['bureau', 'subject_kind', 'subject_id', 'name', 'due_at', 'act', 'certainty'],
      slots.flatMap(({ ref, timers }) => timers.map(({ name, dueAt, act, certainty }) => [bureau, ref.kind, ref.id, name, dueAt, act, certainty])),
    )
    for (const [kind, list] of makers)
      for (const maker of list) {
        const names = Object.keys(maker.columns)
        const rows = slots.flatMap((slot) => {
          const row = slot.ref.kind === kind ? maker.toRow(slot.state as never, slot.ref, slot.seq) : null
          return row === null ? [] : [[bureau, slot.ref.id, ...names.map((name) => row[name])]]
        })
        await copier.copy(maker.table, ['bureau', 'id', ...names], rows)
      }
  }

  return {
    async decide(at, command) {
      batch.now = at
      batch.nowMillis = millisOfInstant(at)!
      const outcome = await decideOne(batch, hands, vocabulary.acts.get(command.act) as Act, command, newActId(batch.nowMillis))
      for (const [key, before] of batch.before) {
        if (before.seq > 0 && !made.has(key)) throw new Error(`the history may not change ${key}, which the bureau had before`)
        made.add(key)
      }
      batch.before.clear()
      return outcome
    },
    finish(subject) {
      const key = keyOf(subject)
      const slot = batch.slots.get(key)
      if (slot === undefined || !made.has(key)) return
      finished.set(key, slot)
      batch.slots.delete(key)
      made.delete(key)
    },
    flush,
    async close() {
      for (const key of made) finished.set(key, batch.slots.get(key)!)
      await loading
      await copier.run('INSERT INTO head (bureau) VALUES ($1) ON CONFLICT DO NOTHING', [bureau])
      await flush()
      await loading
      return { entries: batch.position - begun, subjects }
    },
  }
}
