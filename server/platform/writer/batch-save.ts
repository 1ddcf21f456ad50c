import type { SubjectKind } from '../../../rules/act.ts'
import { type Batch, journalColumns } from './batch.ts'
import { lastEntrySql, lockHead } from './journal.ts'
import type { Statement } from '../database/database.ts'
import { type Row, RowList } from '../database/row-list.ts'
import { deleteRows, insertRowList, type RowMaker, upsertRowList, upsertRows } from '../database/rows.ts'
import type { Slot } from './subject-cache.ts'

/** A command's key with the answer to keep, as JSON text: the same answer is the same to the byte. */
export interface KeyRow {
  readonly actor: string
  readonly key: string
  readonly body: string
  readonly answer: string
}

const journalSql = (n: number) => insertRowList('journal', journalColumns, n)
const subjectSql = (n: number) => upsertRowList('subject', ['bureau', 'kind', 'id'], ['seq', 'state', 'last', 'quiet'], n)
const personalSql = (n: number) => insertRowList('personal', ['bureau', 'position', 'salt', 'data', 'corrected_by'], n)
const eraseSql = (n: number) => `DELETE FROM personal WHERE ctid = ANY(ARRAY(
  SELECT p.ctid FROM unnest($${n}::bigint[]) AS want(position) CROSS JOIN LATERAL (
    SELECT ctid FROM personal WHERE bureau = $1 AND position = want.position OFFSET 0) AS p))`
const correctSql = (n: number) => `UPDATE personal p SET salt = r.salt, data = r.data, corrected_by = r.corrected_by
  FROM unnest($${n}::personal[]) AS r WHERE p.bureau = $1 AND p.position = r.position`
const keySql = (n: number) => insertRowList('command_key', ['bureau', 'at', 'actor', 'key', 'body', 'answer'], n)
/** A key that was looked for and found too old gives way; one that was not looked for must not be there. */
const keyAgainSql = (n: number) => upsertRowList('command_key', ['bureau', 'actor', 'key'], ['body', 'answer', 'at'], n)
const timerSql = (n: number) => upsertRowList('timer', ['bureau', 'subject_kind', 'subject_id', 'name'], ['due_at', 'act', 'certainty'], n)
const timerGoneSql = (n: number) => `DELETE FROM timer WHERE ctid = ANY(ARRAY(
  SELECT t.ctid FROM unnest($${n}::timer[]) AS r CROSS JOIN LATERAL (
    SELECT ctid FROM timer WHERE bureau = $1 AND subject_kind = r.subject_kind AND subject_id = r.subject_id AND name = r.name OFFSET 0) AS t))`

/** Which timers of a subject are to be written and which go, compared with what stands in the table. */
function timerChanges(before: Slot, after: Slot): { put: Row[]; gone: Row[] } {
  const subject = { subject_kind: after.ref.kind, subject_id: after.ref.id }
  const old = new Map(before.timers.map((timer) => [timer.name, timer]))
  const put: Row[] = []
  for (const { name, dueAt, act, certainty } of after.timers) {
    const was = old.get(name)
    old.delete(name)
    if (was?.dueAt !== dueAt || was.act !== act || was.certainty !== certainty) put.push({ ...subject, name, due_at: dueAt, act, certainty })
  }
  return { put, gone: [...old.keys()].map((name) => ({ ...subject, name })) }
}

/** A state kept a few entries ago may stay as it is: whoever reads it folds the entries behind it. */
const isToKeep = ({ seq, kept }: Slot, { keptEvery = 1 }: SubjectKind): boolean => kept === undefined || seq - kept >= keptEvery

/** Statements made before, by the names of their parts: a batch has one of a few shapes, and its text is long. */
const statements = new Map<string, string>()

interface Part {
  /** Says what the part does, and on which table: the same name is the same SQL. */
  readonly name: string
  readonly sql: (n: number) => string
}

/** The text with these parts, their values from `$2` on. */
function textOf(parts: readonly Part[], last: Part): string {
  const shape = [...parts, last].map(({ name }) => name).join()
  let text = statements.get(shape)
  if (text === undefined) {
    const before = parts.map(({ sql }, n) => `w${n + 2} AS (${sql(n + 2)})`).join(',\n')
    text = `${before && `WITH ${before}\n`}${last.sql(parts.length + 2)}`
    statements.set(shape, text)
  }
  return text
}

/** Where a book ends: the position of its last entry and, where it is known, the act that wrote it. */
export interface BookEnd {
  readonly position: number
  readonly tip: string | undefined
}

/** Fails unless the book ends where memory says, and holds its head until all is saved: PostgreSQL carries it out before the parts. */
const standsSql = (n: number) => `SELECT 1 / ((SELECT count(*) FROM (${lockHead}) AS held)
  * (SELECT count(*) FROM (${lastEntrySql('position, act_id')}) AS last WHERE position = $${n}::bigint AND act_id = coalesce($${n + 1}, act_id)))::integer AS stands`
const stands: Part = { name: 'stands', sql: standsSql }
const simply: Part = { name: 'simply', sql: () => 'SELECT $1::text AS bureau' }

/**
 * The one statement that saves a batch: a data-modifying WITH whose parts depend on what changed; undefined when nothing did. The batch's slots learn
 * which states are kept with it.
 */
export function saveStatement(batch: Batch, keys: readonly KeyRow[], makers: Makers): Statement | undefined {
  if (batch.before.size === 0 && keys.length === 0) return undefined
  const { parts, values } = partsOf(batch, keys, makers, 'key again')
  return { sql: textOf(parts, simply), values }
}

/**
 * The same for a batch decided on memory alone: it takes the lock of the head and fails unless the book ends at `end`. Nobody has looked whether the
 * keys are kept already, so it fails too when one is. Another process that wrote while this one waited for the lock has taken the same position of the
 * journal, and it fails by that. A batch that writes nothing is a statement too: its refusals hold only if memory was right.
 */
export function saveAheadStatement(batch: Batch, keys: readonly KeyRow[], makers: Makers, end: BookEnd): Statement {
  const { parts, values } = partsOf(batch, keys, makers, 'key')
  return { sql: textOf(parts, stands), values: [...values, end.position, end.tip ?? null] }
}

type Makers = ReadonlyMap<string, readonly RowMaker[]>
const keySqls = { key: keySql, 'key again': keyAgainSql }

function partsOf(batch: Batch, keys: readonly KeyRow[], makers: Makers, keyPart: keyof typeof keySqls): { parts: Part[]; values: unknown[] } {
  const alike = { bureau: batch.bureau }
  const values: unknown[] = [batch.bureau]
  const parts: Part[] = []
  const add = (name: string, sql: (n: number) => string, value: unknown): void => {
    values.push(value)
    parts.push({ name, sql })
  }
  const addRows = (name: string, table: string, sql: (n: number) => string, rows: readonly object[]): void => {
    if (rows.length > 0) add(name, sql, new RowList(table, rows as readonly Row[], alike))
  }
  if (batch.before.size > 0) {
    addRows('journal', 'journal', journalSql, batch.entries)
    const subjects: Row[] = []
    const timers: Row[] = []
    const timersGone: Row[] = []
    const rows = new Map<RowMaker, { put: Row[]; gone: string[] }>()
    for (const [key, before] of batch.before) {
      const slot = batch.slots.get(key)!
      const { kind, id } = slot.ref
      if (isToKeep(slot, batch.vocabulary.kinds.get(kind)!)) {
        batch.slots.set(key, { ...slot, kept: slot.seq })
        subjects.push({ kind, id, seq: slot.seq, state: slot.state, last: slot.last, quiet: slot.quiet.length > 0 ? slot.quiet : null })
      }
      if (slot.timers.length > 0 || before.timers.length > 0) {
        const changes = timerChanges(before, slot)
        timers.push(...changes.put)
        timersGone.push(...changes.gone)
      }
      for (const maker of makers.get(kind) ?? []) {
        if (before.seq > 0 && maker.isSameRow?.(before.state as never, slot.state as never)) continue
        const list = rows.get(maker) ?? { put: [], gone: [] }
        rows.set(maker, list)
        const row = maker.toRow(slot.state as never, slot.ref, slot.seq)
        if (row !== null) list.put.push({ ...row, id })
        else if (before.seq > 0 && maker.toRow(before.state as never, slot.ref, before.seq) !== null) list.gone.push(id)
      }
    }
    addRows('subject', 'subject', subjectSql, subjects)
    addRows('personal', 'personal', personalSql, batch.personal)
    if (batch.erased.length > 0) add('erase', eraseSql, batch.erased)
    addRows('correct', 'personal', correctSql, batch.corrected)
    addRows('timer', 'timer', timerSql, timers)
    addRows('timer gone', 'timer', timerGoneSql, timersGone)
    // In one order whatever came first: every other order would be another statement to prepare.
    for (const [maker, list] of [...rows].sort(([{ table: one }], [{ table: other }]) => (one < other ? -1 : 1))) {
      addRows(`put ${maker.table}`, maker.table, (n) => upsertRows(maker, n), list.put)
      if (list.gone.length > 0) add(`gone ${maker.table}`, (n) => deleteRows(maker, n), list.gone)
    }
  }
  const keyRows = keys.map((row) => ({ at: batch.now, ...row }))
  addRows(keyPart, 'command_key', keySqls[keyPart], keyRows)
  return { parts, values }
}
