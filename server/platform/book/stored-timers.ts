import type { SubjectRef, Timer } from '../../../rules/act.ts'
import type { Tx } from '../database/database.ts'
import { keyOf } from '../writer/subject-cache.ts'

const sql = `SELECT t.subject_kind AS kind, t.subject_id AS id, t.name, t.due_at AS "dueAt", t.act, t.certainty FROM unnest($2::text[], $3::text[]) AS want(kind, id)
  JOIN timer t ON t.bureau = $1 AND t.subject_kind = want.kind AND t.subject_id = want.id`

/** The timers that stand in the table for these subjects, by the subject's key. */
export async function storedTimers(tx: Tx, bureau: string, refs: readonly SubjectRef[]): Promise<Map<string, Timer[]>> {
  const values = [bureau, refs.map(({ kind }) => kind), refs.map(({ id }) => id)]
  return Map.groupBy((await tx.query<SubjectRef & Timer>(sql, values)).rows, keyOf)
}
