import type { SubjectRef } from '../../rules/act.ts'
import { type Batch, emptySlot, slotInMemory, timersOf } from './batch.ts'
import type { Tx } from './database.ts'
import { keyOf, type LastEntry } from './subject-cache.ts'

/** The kept answer to a command with a key. */
export interface KeptAnswer {
  readonly body: string
  readonly answer: unknown
}

export interface WantedKey {
  readonly actor: string
  readonly key: string
}

const sevenDays = 7 * 86_400_000

const sql = `
SELECT 0 AS what, s.kind AS a, s.id AS b, s.seq AS n, s.state::json AS j, s.last::json AS k, s.quiet::json AS q, NULL::text AS body
FROM unnest($2::text[], $3::text[]) AS want(kind, id) JOIN subject s ON s.bureau = $1 AND s.kind = want.kind AND s.id = want.id
UNION ALL
SELECT 1, c.actor, c.key, 0, c.answer, NULL, NULL, c.body
FROM unnest($4::text[], $5::text[]) AS want(actor, key) JOIN command_key c ON c.bureau = $1 AND c.actor = want.actor AND c.key = want.key
WHERE c.at > $6::timestamptz`

interface LoadedRow {
  what: number
  a: string
  b: string
  n: number
  j: unknown
  k: LastEntry
  q: string[] | null
  body: string
}

/** Brings subjects into the batch and reads kept answers, all in one statement; no statement at all when memory suffices. */
export async function load(
  tx: Tx,
  batch: Batch,
  wanted: readonly SubjectRef[],
  keys: readonly WantedKey[],
  found: Map<string, KeptAnswer>,
): Promise<void> {
  const missing = new Map<string, SubjectRef>()
  for (const ref of wanted) if (slotInMemory(batch, ref) === undefined) missing.set(keyOf(ref), ref)
  if (missing.size === 0 && keys.length === 0) return
  const refs = [...missing.values()]
  const { rows } = await tx.query<LoadedRow>(sql, [
    batch.bureau,
    refs.map((ref) => ref.kind),
    refs.map((ref) => ref.id),
    keys.map((key) => key.actor),
    keys.map((key) => key.key),
    new Date(batch.nowMillis - sevenDays).toISOString(),
  ])
  for (const row of rows) {
    if (row.what === 1) found.set(`${row.a}\n${row.b}`, { body: row.body, answer: row.j })
    else {
      const ref = { kind: row.a, id: row.b }
      const kind = batch.vocabulary.kinds.get(ref.kind)
      if (kind === undefined) throw new Error(`unknown subject kind ${ref.kind}`)
      batch.slots.set(keyOf(ref), { ref, seq: row.n, state: row.j, last: row.k, ...timersOf(kind, row.j, row.q ?? []) })
    }
  }
  for (const [key, ref] of missing) if (!batch.slots.has(key)) batch.slots.set(key, emptySlot(ref))
}
