import type { Actor, BookEntry, Json, SubjectRef } from '../../../rules/act.ts'
import type { Tx } from '../database/database.ts'

/** An entry as it lies in the book. `personal` only where it was asked for and still exists. */
export interface JournalEntry {
  readonly position: number
  readonly actId: string
  readonly subject: SubjectRef
  readonly seq: number
  readonly type: string
  readonly version: number
  readonly occurredAt: string
  readonly recordedAt: string
  readonly actor: Actor
  readonly onBehalfOf: string | null
  readonly channel: string
  readonly data: Json
  readonly personalCommitment: string | null
  readonly personal?: Personal
}

/** Personal data of an entry. `correctedBy` is the position of the entry that put this data in place of the first. */
interface Personal {
  readonly salt: string
  readonly data: Json
  readonly correctedBy: number | null
}

export interface EntryColumns {
  position: number
  act_id: string
  subject_kind: string
  subject_id: string
  subject_seq: number
  type: string
  version: number
  occurred_at: string
  recorded_at: string
  actor: Actor
  on_behalf_of: string | null
  channel: string
  data: Json
  personal_commitment: string | null
  salt: string | null
  personal: Json | null
  corrected_by: number | null
}

const entryColumns = `j.position, j.act_id, j.subject_kind, j.subject_id, j.subject_seq, j.type, j.version, j.occurred_at, j.recorded_at, j.actor, j.on_behalf_of,
  j.channel, j.data, j.personal_commitment`
/** What is read of an entry `j` with its personal data `p`. */
export const columns = `${entryColumns}, p.salt, p.data AS personal, p.corrected_by`
const bareColumns = `${entryColumns}, NULL AS salt`
const withPersonal = 'LEFT JOIN personal p ON p.bureau = $1 AND p.position = j.position'

export const entryOf = (row: EntryColumns): JournalEntry => ({
  position: row.position,
  actId: row.act_id,
  subject: { kind: row.subject_kind, id: row.subject_id },
  seq: row.subject_seq,
  type: row.type,
  version: row.version,
  occurredAt: row.occurred_at,
  recordedAt: row.recorded_at,
  actor: row.actor,
  onBehalfOf: row.on_behalf_of,
  channel: row.channel,
  data: row.data,
  personalCommitment: row.personal_commitment,
  ...(row.salt !== null && { personal: { salt: row.salt, data: row.personal, correctedBy: row.corrected_by } }),
})

/** The entries after a position, up to and including `through`, in order; of the named types only, where types are named; without `personal` where false. */
export async function readEntries(
  tx: Tx,
  bureau: string,
  range: { readonly after: number; readonly through: number; readonly types?: readonly string[] | undefined; readonly personal?: boolean },
): Promise<JournalEntry[]> {
  const filter = range.types === undefined ? '' : ' AND j.type = ANY($4::text[])'
  const values = [bureau, range.after, range.through, ...(range.types === undefined ? [] : [range.types])]
  const read = range.personal === false ? `${bareColumns} FROM journal j` : `${columns} FROM journal j ${withPersonal}`
  const sql = `SELECT ${read} WHERE j.bureau = $1 AND j.position > $2::bigint AND j.position <= $3::bigint${filter} ORDER BY j.position`
  return (await tx.query<EntryColumns>(sql, values)).rows.map(entryOf)
}

/** All entries of these subjects, each subject's in its own order; without their personal data where nobody will see it. */
export async function readSubjectEntries(
  tx: Tx,
  bureau: string,
  subjects: readonly SubjectRef[],
  { personal = true }: { readonly personal?: boolean } = {},
): Promise<JournalEntry[]> {
  const sql = `SELECT ${personal ? columns : bareColumns} FROM unnest($2::text[], $3::text[]) AS want(kind, id)
    JOIN journal j ON j.bureau = $1 AND j.subject_kind = want.kind AND j.subject_id = want.id ${personal ? withPersonal : ''}
    ORDER BY j.subject_kind, j.subject_id, j.subject_seq`
  const values = [bureau, subjects.map((ref) => ref.kind), subjects.map((ref) => ref.id)]
  return (await tx.query<EntryColumns>(sql, values)).rows.map(entryOf)
}

/** Holds the head of the bureau `$1`. What a statement after it reads is what the last holder committed. */
export const lockHead = 'SELECT 1 AS locked FROM head WHERE bureau = $1 FOR UPDATE'
/**
 * SQL of the last entry of the bureau `$1`; no row before the first. Ordered and limited, not max(): planned while the book is empty, max() may
 * settle for the other index and read the whole bureau each time.
 */
export const lastEntrySql = (columns: string): string => `SELECT ${columns} FROM journal WHERE bureau = $1 ORDER BY position DESC LIMIT 1`
export const lastPositionSql = lastEntrySql('position')

/** Where the book of a bureau ends; 0 before its first entry. */
export async function lastPosition(tx: Tx, bureau: string): Promise<number> {
  return (await tx.query<{ position: number }>(lastPositionSql, [bureau])).rows[0]?.position ?? 0
}

/**
 * SQL of the entries at the positions `$2::bigint[]` of the bureau `$1`, as `j`. OFFSET 0 keeps each lookup by its key: of a book whose length the planner
 * does not know yet, a plain list may walk all of it.
 */
export const entriesAt = (columns: string): string => `unnest($2::bigint[]) AS want(position)
  CROSS JOIN LATERAL (SELECT ${columns} FROM journal WHERE bureau = $1 AND position = want.position OFFSET 0) AS j`

/** The bureaus that have a book here. */
export async function bureausOf(tx: Tx): Promise<string[]> {
  return (await tx.query<{ bureau: string }>('SELECT bureau FROM head ORDER BY bureau', [])).rows.map((row) => row.bureau)
}

/** The entry as a fold sees it. */
export const bookEntryOf = (entry: JournalEntry): BookEntry => ({
  subject: entry.subject,
  type: entry.type,
  version: entry.version,
  data: entry.data,
  ...(entry.personal !== undefined && { personal: entry.personal.data }),
  position: entry.position,
  seq: entry.seq,
  actId: entry.actId,
  occurredAt: entry.occurredAt,
  actor: entry.actor,
  channel: entry.channel,
})
