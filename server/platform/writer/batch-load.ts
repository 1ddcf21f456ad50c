import type { SubjectRef } from '../../../rules/act.ts'
import { millisOfInstant } from '../../../rules/time/instant.ts'
import { type Batch, emptySlot, slotInMemory, timersOf } from './batch.ts'
import type { Statement, Tx } from '../database/database.ts'
import { keyOf, type LastEntry } from './subject-cache.ts'

/** The kept answer to a command with a key. */
export interface KeptAnswer {
  readonly body: string
  /** As JSON text: it is hardly ever asked for again. */
  readonly answer: string
  /** When it was given, in milliseconds. */
  readonly at: number
}

export interface KeptAnswers {
  get(name: string): KeptAnswer | undefined
  set(name: string, answer: KeptAnswer): unknown
}

export interface WantedKey {
  readonly actor: string
  readonly key: string
}

const sevenDays = 7 * 86_400_000

/** Is the answer still to be given again? A key is kept seven days. */
export const isKept = (answer: KeptAnswer, nowMillis: number): boolean => answer.at > nowMillis - sevenDays

// OFFSET 0 keeps each lookup by its whole primary key, whatever the planner believes of the tables' sizes.
const sql = `
SELECT 0 AS what, s.kind AS a, s.id AS b, s.seq AS n, s.state AS j, s.last AS k, s.quiet AS q, NULL::text AS body, NULL::text AS answer, NULL::timestamptz AS at
FROM unnest($2::text[], $3::text[]) AS want(kind, id)
CROSS JOIN LATERAL (SELECT * FROM subject WHERE bureau = $1 AND kind = want.kind AND id = want.id OFFSET 0) AS s
UNION ALL
SELECT 1, c.actor, c.key, 0, NULL, NULL, NULL, c.body, c.answer, c.at
FROM unnest($4::text[], $5::text[]) AS want(actor, key)
CROSS JOIN LATERAL (SELECT * FROM command_key WHERE bureau = $1 AND actor = want.actor AND key = want.key OFFSET 0) AS c`

interface LoadedRow {
  what: number
  a: string
  b: string
  n: number
  j: unknown
  k: LastEntry
  q: string[] | null
  body: string
  answer: string
  at: string
}

/** The statement that reads subjects and kept answers together; undefined when there is nothing to read. */
export function loadStatement(bureau: string, refs: readonly SubjectRef[], keys: readonly WantedKey[]): Statement | undefined {
  if (refs.length === 0 && keys.length === 0) return undefined
  const values = [bureau, refs.map((ref) => ref.kind), refs.map((ref) => ref.id), keys.map((key) => key.actor), keys.map((key) => key.key)]
  return { sql, values }
}

/** Puts what was read into the batch; a subject that was asked for and not found is one without entries. */
export function takeLoaded(
  batch: Batch,
  refs: readonly SubjectRef[],
  rows: readonly Record<string, unknown>[],
  found: Map<string, KeptAnswer>,
): void {
  for (const row of rows as unknown as LoadedRow[]) {
    if (row.what === 1) {
      found.set(`${row.a}\n${row.b}`, { body: row.body, answer: row.answer, at: millisOfInstant(row.at)! })
    } else {
      const ref = { kind: row.a, id: row.b }
      const kind = batch.vocabulary.kinds.get(ref.kind)
      if (kind === undefined) throw new Error(`unknown subject kind ${ref.kind}`)
      batch.slots.set(keyOf(ref), { ref, seq: row.n, state: row.j, last: row.k, ...timersOf(kind, row.j, row.q ?? []) })
    }
  }
  for (const ref of refs) {
    const key = keyOf(ref)
    if (!batch.slots.has(key)) batch.slots.set(key, emptySlot(ref))
  }
}

/** Those of the subjects that are not in memory yet, each once. */
export function missingFrom(batch: Batch, refs: readonly SubjectRef[]): SubjectRef[] {
  const missing = new Map<string, SubjectRef>()
  for (const ref of refs) if (slotInMemory(batch, ref) === undefined) missing.set(keyOf(ref), ref)
  return [...missing.values()]
}

/** Brings subjects into the batch and reads kept answers; no statement at all when memory suffices. */
export async function load(
  tx: Tx,
  batch: Batch,
  wanted: readonly SubjectRef[],
  keys: readonly WantedKey[],
  found: Map<string, KeptAnswer>,
): Promise<void> {
  const refs = missingFrom(batch, wanted)
  const ask = loadStatement(batch.bureau, refs, keys)
  if (ask !== undefined) takeLoaded(batch, refs, (await tx.query(ask.sql, ask.values)).rows, found)
}
