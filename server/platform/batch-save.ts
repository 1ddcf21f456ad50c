import type { Batch } from './batch.ts'
import type { Statement } from './database.ts'
import { deleteRows, type RowMaker, upsertRows } from './rows.ts'
import type { Slot } from './subject-cache.ts'

/** A command's key with the answer to keep, as JSON text: the same answer is the same to the byte. */
export interface KeyRow {
  readonly actor: string
  readonly key: string
  readonly body: string
  readonly answer: string
}

const journalSql = (
  n: number,
) => `INSERT INTO journal (bureau, position, act_id, subject_kind, subject_id, subject_seq, type, version, occurred_at, recorded_at, actor, on_behalf_of, channel, data, personal_commitment)
  SELECT $1, r.* FROM jsonb_to_recordset($${n}::jsonb) AS r(position bigint, act_id text, subject_kind text, subject_id text, subject_seq integer,
  type text, version integer, occurred_at timestamptz, recorded_at timestamptz, actor jsonb, on_behalf_of text, channel text, data jsonb, personal_commitment text)`
const subjectSql = (n: number) => `INSERT INTO subject (bureau, kind, id, seq, state, last, quiet)
  SELECT $1, r.* FROM jsonb_to_recordset($${n}::jsonb) AS r(kind text, id text, seq integer, state jsonb, last jsonb, quiet jsonb)
  ON CONFLICT (bureau, kind, id) DO UPDATE SET seq = excluded.seq, state = excluded.state, last = excluded.last, quiet = excluded.quiet`
const personalSql = (n: number) =>
  `INSERT INTO personal (bureau, position, salt, data, corrected_by)
  SELECT $1, r.* FROM jsonb_to_recordset($${n}::jsonb) AS r(position bigint, salt text, data jsonb, corrected_by bigint)`
const eraseSql = (n: number) => `DELETE FROM personal WHERE bureau = $1 AND position = ANY($${n}::bigint[])`
const correctSql = (n: number) => `UPDATE personal p SET salt = r.salt, data = r.data, corrected_by = r.corrected_by
  FROM jsonb_to_recordset($${n}::jsonb) AS r(position bigint, salt text, data jsonb, corrected_by bigint) WHERE p.bureau = $1 AND p.position = r.position`
const keySql = (n: number) => `INSERT INTO command_key (bureau, at, actor, key, body, answer)
  SELECT $1, r.* FROM jsonb_to_recordset($${n}::jsonb) AS r(at timestamptz, actor text, key text, body text, answer text)
  ON CONFLICT (bureau, actor, key) DO UPDATE SET body = excluded.body, answer = excluded.answer, at = excluded.at`
const timerSql = (n: number) => `INSERT INTO timer (bureau, subject_kind, subject_id, name, due_at, act, certainty)
  SELECT $1, r.* FROM jsonb_to_recordset($${n}::jsonb) AS r(subject_kind text, subject_id text, name text, due_at timestamptz, act text, certainty text)
  ON CONFLICT (bureau, subject_kind, subject_id, name) DO UPDATE SET due_at = excluded.due_at, act = excluded.act, certainty = excluded.certainty`
const timerGoneSql = (n: number) => `DELETE FROM timer t USING jsonb_to_recordset($${n}::jsonb) AS r(kind text, id text, name text)
  WHERE t.bureau = $1 AND t.subject_kind = r.kind AND t.subject_id = r.id AND t.name = r.name`

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

/** The one statement that saves a batch: a data-modifying WITH whose parts depend on what changed; undefined when nothing did. */
export function saveStatement(batch: Batch, keys: readonly KeyRow[], makers: ReadonlyMap<string, readonly RowMaker[]>): Statement | undefined {
  if (batch.entries.length === 0 && keys.length === 0) return undefined
  const values: unknown[] = [batch.bureau]
  const parts: string[] = []
  const add = (sql: (n: number) => string, value: unknown): void => {
    values.push(value)
    parts.push(`w${values.length} AS (${sql(values.length)})`)
  }
  if (batch.entries.length > 0) {
    add(journalSql, JSON.stringify(batch.entries))
    const subjects: string[] = []
    const timers: TimerRow[] = []
    const timersGone: unknown[] = []
    const rows = new Map<RowMaker, { put: unknown[]; gone: string[] }>()
    for (const [key, before] of batch.before) {
      const slot = batch.slots.get(key)!
      subjects.push(
        JSON.stringify({ ...slot.ref, seq: slot.seq, state: slot.state, last: slot.last, quiet: slot.quiet.length > 0 ? slot.quiet : null }),
      )
      if (slot.timers.length > 0 || before.timers.length > 0) {
        const changes = timerChanges(before, slot)
        timers.push(...changes.put)
        timersGone.push(...changes.gone)
      }
      for (const maker of makers.get(slot.ref.kind) ?? []) {
        const list = rows.get(maker) ?? { put: [], gone: [] }
        rows.set(maker, list)
        const row = maker.toRow(slot.state as never, slot.ref, slot.seq)
        if (row === null) list.gone.push(slot.ref.id)
        else list.put.push({ ...row, id: slot.ref.id })
      }
    }
    add(subjectSql, `[${subjects.join(',')}]`)
    if (batch.personal.length > 0) add(personalSql, JSON.stringify(batch.personal))
    if (batch.erased.length > 0) add(eraseSql, batch.erased)
    if (batch.corrected.length > 0) add(correctSql, JSON.stringify(batch.corrected))
    if (timers.length > 0) add(timerSql, JSON.stringify(timers))
    if (timersGone.length > 0) add(timerGoneSql, JSON.stringify(timersGone))
    for (const [maker, list] of rows) {
      if (list.put.length > 0) add((n) => upsertRows(maker, n), JSON.stringify(list.put))
      if (list.gone.length > 0) add((n) => deleteRows(maker, n), list.gone)
    }
  }
  if (keys.length > 0) {
    add(keySql, JSON.stringify(keys.map((row) => ({ at: batch.now, ...row }))))
  }
  return { sql: `WITH ${parts.join(',\n')}\nSELECT 1`, values }
}
