import type { SubjectRef } from '../../../rules/act.ts'
import type { Statement } from '../database/tx.ts'
import { columns, type EntryColumns, entryOf, type JournalEntry } from './journal.ts'
import type { LastEntry } from './subject-cache.ts'

/** A subject as it lies in its table, and the entries behind that: none where its state is kept after each. */
export interface KeptState {
  readonly ref: SubjectRef
  readonly seq: number
  readonly state: unknown
  readonly last: LastEntry
  readonly quiet: readonly string[]
  readonly behind: readonly JournalEntry[]
}

// In one statement, so that a state and the entries behind it are of one moment. OFFSET 0 keeps each lookup by its whole key, whatever the planner
// believes of the tables' sizes. The state stands in the first row of its subject only.
const sql = `
SELECT s.kind, s.id, s.seq, CASE WHEN j.subject_seq IS NULL OR j.subject_seq = s.seq + 1 THEN s.state END AS state, s.last, s.quiet, ${columns}
FROM unnest($2::text[], $3::text[], $4::boolean[]) AS want(kind, id, behind)
CROSS JOIN LATERAL (SELECT * FROM subject WHERE bureau = $1 AND kind = want.kind AND id = want.id OFFSET 0) AS s
LEFT JOIN LATERAL (
  SELECT * FROM journal WHERE want.behind AND bureau = $1 AND subject_kind = s.kind AND subject_id = s.id AND subject_seq > s.seq OFFSET 0) AS j ON true
LEFT JOIN LATERAL (SELECT * FROM personal WHERE bureau = $1 AND position = j.position OFFSET 0) AS p ON true
ORDER BY s.kind, s.id, j.subject_seq`

/** The statement that reads these subjects; `isBehind` says of a kind whether what is kept may be older than its newest entry. */
export const keptStates = (bureau: string, refs: readonly SubjectRef[], isBehind: (kind: string) => boolean): Statement => ({
  sql,
  values: [bureau, refs.map(({ kind }) => kind), refs.map(({ id }) => id), refs.map(({ kind }) => isBehind(kind))],
})

type Columns = { kind: string; id: string; seq: number; state: unknown; last: LastEntry; quiet: string[] | null } & (
  | EntryColumns
  | { position: null }
)

/** What the statement's rows say. */
export function keptStatesOf(rows: readonly Record<string, unknown>[]): KeptState[] {
  const found: (KeptState & { behind: JournalEntry[] })[] = []
  for (const row of rows as unknown as Columns[]) {
    let one = found.at(-1)
    if (one?.ref.id !== row.id || one.ref.kind !== row.kind) {
      one = { ref: { kind: row.kind, id: row.id }, seq: row.seq, state: row.state, last: row.last, quiet: row.quiet ?? [], behind: [] }
      found.push(one)
    }
    if (row.position !== null) one.behind.push(entryOf(row))
  }
  return found
}
