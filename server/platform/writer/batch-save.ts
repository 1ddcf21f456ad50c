import type { Batch } from './batch.ts'
import type { Statement } from '../database/database.ts'
import { deleteRows, type RowMaker, upsertRows } from '../database/rows.ts'
import { packTexts } from '../database/pack-texts.ts'
import type { Slot } from './subject-cache.ts'

/** A command's key with the answer to keep, as JSON text: the same answer is the same to the byte. */
export interface KeyRow {
  readonly actor: string
  readonly key: string
  readonly body: string
  readonly answer: string
}

/** A long text lies in the batch's one packed value: as a parameter of its own, or inside a list of rows, it would be parsed and copied several times. */
const unpacked = (from: string, length: string): string => `convert_from(substr($2::bytea, ${from}, ${length}), 'UTF8')`

const journalSql = (
  n: number,
) => `INSERT INTO journal (bureau, position, act_id, subject_kind, subject_id, subject_seq, type, version, occurred_at, recorded_at, actor, on_behalf_of, channel, data, personal_commitment)
  SELECT $1, r.position, r.act_id, r.subject_kind, r.subject_id, r.subject_seq, r.type, r.version, r.occurred_at, r.recorded_at, r.actor, r.on_behalf_of, r.channel,
  ${unpacked('r.data_from', 'r.data_length')}::json, r.personal_commitment FROM json_to_recordset($${n}::json) AS r(position bigint, act_id text, subject_kind text,
  subject_id text, subject_seq integer, type text, version integer, occurred_at timestamptz, recorded_at timestamptz, actor json, on_behalf_of text, channel text,
  data_from integer, data_length integer, personal_commitment text)`
const subjectSql = (n: number) => `INSERT INTO subject (bureau, kind, id, seq, state, last, quiet)
  SELECT $1, r.kind, r.id, r.seq, ${unpacked('r.state_from', 'r.state_length')}::json, r.last, r.quiet
  FROM json_to_recordset($${n}::json) AS r(kind text, id text, seq integer, state_from integer, state_length integer, last json, quiet json)
  ON CONFLICT (bureau, kind, id) DO UPDATE SET seq = excluded.seq, state = excluded.state, last = excluded.last, quiet = excluded.quiet`
const personalSql = (n: number) =>
  `INSERT INTO personal (bureau, position, salt, data, corrected_by)
  SELECT $1, r.* FROM json_to_recordset($${n}::json) AS r(position bigint, salt text, data json, corrected_by bigint)`
const eraseSql = (n: number) => `DELETE FROM personal WHERE bureau = $1 AND position = ANY($${n}::bigint[])`
const correctSql = (n: number) => `UPDATE personal p SET salt = r.salt, data = r.data, corrected_by = r.corrected_by
  FROM json_to_recordset($${n}::json) AS r(position bigint, salt text, data json, corrected_by bigint) WHERE p.bureau = $1 AND p.position = r.position`
const keySql = (n: number) => `INSERT INTO command_key (bureau, at, actor, key, body, answer)
  SELECT $1, r.at, r.actor, r.key, r.body, ${unpacked('r.answer_from', 'r.answer_length')}
  FROM json_to_recordset($${n}::json) AS r(at timestamptz, actor text, key text, body text, answer_from integer, answer_length integer)`
/** A key that was looked for and found too old gives way; one that was not looked for must not be there. */
const keyAgainSql = (n: number) =>
  `${keySql(n)} ON CONFLICT (bureau, actor, key) DO UPDATE SET body = excluded.body, answer = excluded.answer, at = excluded.at`
const timerSql = (n: number) => `INSERT INTO timer (bureau, subject_kind, subject_id, name, due_at, act, certainty)
  SELECT $1, r.* FROM json_to_recordset($${n}::json) AS r(subject_kind text, subject_id text, name text, due_at timestamptz, act text, certainty text)
  ON CONFLICT (bureau, subject_kind, subject_id, name) DO UPDATE SET due_at = excluded.due_at, act = excluded.act, certainty = excluded.certainty`
const timerGoneSql = (n: number) => `DELETE FROM timer WHERE ctid = ANY(ARRAY(
  SELECT t.ctid FROM json_to_recordset($${n}::json) AS r(kind text, id text, name text) CROSS JOIN LATERAL (
    SELECT ctid FROM timer WHERE bureau = $1 AND subject_kind = r.kind AND subject_id = r.id AND name = r.name OFFSET 0) AS t))`

interface TimerRow {
  subject_kind: string
  subject_id: string
  name: string
  due_at: string
  act: string
  certainty: string
}

/** Which timers of a subject are to be written and which go, compared with what stands in the table. */
function timerChanges(before: Slot | undefined, after: Slot): { put: TimerRow[]; gone: { kind: string; id: string; name: string }[] } {
  const { kind, id } = after.ref
  const old = new Map((before?.timers ?? []).map((timer) => [timer.name, timer]))
  const put: TimerRow[] = []
  for (const timer of after.timers) {
    const was = old.get(timer.name)
    old.delete(timer.name)
    if (was?.dueAt === timer.dueAt && was.act === timer.act && was.certainty === timer.certainty) continue
    put.push({ subject_kind: kind, subject_id: id, name: timer.name, due_at: timer.dueAt, act: timer.act, certainty: timer.certainty })
  }
  return { put, gone: [...old.keys()].map((name) => ({ kind, id, name })) }
}

/** Statements made before, by the names of their parts: a batch has one of a few shapes, and its text is long. */
const statements = new Map<string, string>()

interface Part {
  /** Says what the part does, and on which table: the same name is the same SQL. */
  readonly name: string
  readonly sql: (n: number) => string
}

/** The text with these parts, their values from `$3` on. */
function textOf(parts: readonly Part[]): string {
  const shape = parts.map(({ name }) => name).join()
  let text = statements.get(shape)
  if (text === undefined) {
    text = `WITH ${parts.map(({ sql }, n) => `w${n + 3} AS (${sql(n + 3)})`).join(',\n')}\nSELECT 1`
    statements.set(shape, text)
  }
  return text
}

/**
 * The one statement that saves a batch: a data-modifying WITH whose parts depend on what changed; undefined when nothing did. `keysUnseen`: nobody has
 * looked whether the keys are kept already, so the statement fails when one is.
 */
export function saveStatement(
  batch: Batch,
  keys: readonly KeyRow[],
  makers: ReadonlyMap<string, readonly RowMaker[]>,
  { keysUnseen = false }: { readonly keysUnseen?: boolean } = {},
): Statement | undefined {
  if (batch.entries.length === 0 && keys.length === 0) return undefined
  const texts = packTexts()
  const values: unknown[] = [batch.bureau, undefined]
  const parts: Part[] = []
  const add = (name: string, sql: (n: number) => string, value: unknown): void => {
    values.push(value)
    parts.push({ name, sql })
  }
  if (batch.entries.length > 0) {
    add(
      'journal',
      journalSql,
      JSON.stringify(
        batch.entries.map(({ data, ...entry }) => {
          const [data_from, data_length] = texts.add(JSON.stringify(data))
          return { ...entry, data_from, data_length }
        }),
      ),
    )
    const subjects: unknown[] = []
    const timers: TimerRow[] = []
    const timersGone: unknown[] = []
    const rows = new Map<RowMaker, { put: unknown[]; gone: string[] }>()
    for (const [key, before] of batch.before) {
      const slot = batch.slots.get(key)!
      const [state_from, state_length] = texts.add(JSON.stringify(slot.state))
      const quiet = slot.quiet.length > 0 ? slot.quiet : null
      subjects.push({ ...slot.ref, seq: slot.seq, state_from, state_length, last: slot.last, quiet })
      if (slot.timers.length > 0 || before.timers.length > 0) {
        const changes = timerChanges(before, slot)
        timers.push(...changes.put)
        timersGone.push(...changes.gone)
      }
      for (const maker of makers.get(slot.ref.kind) ?? []) {
        if (before.seq > 0 && maker.isSameRow?.(before.state as never, slot.state as never)) continue
        const list = rows.get(maker) ?? { put: [], gone: [] }
        rows.set(maker, list)
        const row = maker.toRow(slot.state as never, slot.ref, slot.seq)
        if (row === null) list.gone.push(slot.ref.id)
        else list.put.push({ ...row, id: slot.ref.id })
      }
    }
    add('subject', subjectSql, JSON.stringify(subjects))
    if (batch.personal.length > 0) add('personal', personalSql, JSON.stringify(batch.personal))
    if (batch.erased.length > 0) add('erase', eraseSql, batch.erased)
    if (batch.corrected.length > 0) add('correct', correctSql, JSON.stringify(batch.corrected))
    if (timers.length > 0) add('timer', timerSql, JSON.stringify(timers))
    if (timersGone.length > 0) add('timer gone', timerGoneSql, JSON.stringify(timersGone))
    // In one order whatever came first: every other order would be another statement to prepare.
    for (const [maker, list] of [...rows].sort(([{ table: one }], [{ table: other }]) => (one < other ? -1 : 1))) {
      if (list.put.length > 0) add(`put ${maker.table}`, (n) => upsertRows(maker, n), JSON.stringify(list.put))
      if (list.gone.length > 0) add(`gone ${maker.table}`, (n) => deleteRows(maker, n), list.gone)
    }
  }
  if (keys.length > 0) {
    add(
      keysUnseen ? 'key' : 'key again',
      keysUnseen ? keySql : keyAgainSql,
      JSON.stringify(
        keys.map(({ answer, ...row }) => {
          const [answer_from, answer_length] = texts.add(answer)
          return { at: batch.now, ...row, answer_from, answer_length }
        }),
      ),
    )
  }
  values[1] = texts.packed()
  return { sql: textOf(parts), values }
}
