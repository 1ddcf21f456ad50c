import { hash } from 'node:crypto'
import { canonicalJson } from '../canonical-json.ts'
import type { Tx } from '../database/database.ts'
import type { Projection } from '../writer/projections.ts'
import type { JournalEntry } from '../writer/journal.ts'
import { drawVeil } from '../writer/veil.ts'

/** What the first entry is chained to. */
export const beforeFirst = '0'.repeat(64)

/**
 * SM3 (GB/T 32905) over the RFC 8785 bytes of an entry with its bureau and the digest of the entry before it. Personal data stands in it only by its
 * commitment, so that erasing it breaks nothing; texts under a veil likewise.
 */
export function digestOf(previous: string, bureau: string, entry: JournalEntry): string {
  // A field without a value has no place in the bytes.
  return hash('sm3', canonicalJson({ ...entry, previous, bureau, data: drawVeil(entry.data), personal: undefined }), 'hex')
}

/** A head of the chain as it is published: all entries up to `position` are fixed by `digest`. */
export interface SealHead {
  readonly day: string
  readonly position: number
  readonly digest: string
}

const insertSeals = `INSERT INTO seal (bureau, position, digest)
  SELECT $1, r.* FROM json_to_recordset($2::json) AS r(position bigint, digest text) ON CONFLICT (bureau, position) DO NOTHING`
const insertHeads = `INSERT INTO seal_head (bureau, day, position, digest)
  SELECT $1, r.* FROM json_to_recordset($2::json) AS r(day date, position bigint, digest text)
  ON CONFLICT (bureau, day) DO UPDATE SET position = excluded.position, digest = excluded.digest`

/** Digest of the entry at a position; undefined when the sealer has not come so far. */
export async function sealAt(tx: Tx, bureau: string, position: number): Promise<string | undefined> {
  if (position === 0) return beforeFirst
  return (await tx.query<{ digest: string }>('SELECT digest FROM seal WHERE bureau = $1 AND position = $2', [bureau, position])).rows[0]?.digest
}

/** The last head of each day on which something was recorded. */
export async function sealHeads(tx: Tx, bureau: string): Promise<SealHead[]> {
  return (await tx.query<SealHead>('SELECT day, position, digest FROM seal_head WHERE bureau = $1 ORDER BY day', [bureau])).rows
}

/** After so many entries the sealer lets people's requests pass: a few hundred at one go would hold them up by ten milliseconds. */
const breath = 24

/** Extends the chain over the entries as they are read back from the database, and keeps the last head of each day. */
export const sealer: Projection = {
  name: 'sealer',
  impersonal: true,
  async apply(tx, bureau, entries) {
    const first = entries[0]
    if (first === undefined) return
    let previous = await sealAt(tx, bureau, first.position - 1)
    if (previous === undefined) throw new Error(`the entry before ${first.position} of ${bureau} is not sealed`)
    const seals: { position: number; digest: string }[] = []
    const heads = new Map<string, SealHead>()
    for (const [n, entry] of entries.entries()) {
      if (n % breath === breath - 1) await new Promise((resolve) => setImmediate(resolve))
      previous = digestOf(previous, bureau, entry)
      seals.push({ position: entry.position, digest: previous })
      const day = entry.recordedAt.slice(0, 10)
      heads.set(day, { day, position: entry.position, digest: previous })
    }
    await tx.query(insertSeals, [bureau, JSON.stringify(seals)])
    await tx.query(insertHeads, [bureau, JSON.stringify([...heads.values()])])
  },
  async reset(tx, bureau) {
    await tx.query('DELETE FROM seal WHERE bureau = $1', [bureau])
    await tx.query('DELETE FROM seal_head WHERE bureau = $1', [bureau])
  },
}
