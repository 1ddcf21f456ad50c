import type { Database, Tx } from '../database/database.ts'
import { type JournalEntry, lastPosition, readEntries } from './journal.ts'

/**
 * A table made from the book: moves its checkpoint in the transaction that changes it, and can be made again from the first entry.
 * `apply` gets the next entries in order (of `types` only, where named), `reset` empties what it made for one bureau.
 */
export interface Projection {
  readonly name: string
  readonly types?: readonly string[]
  /** Looks at no personal data, so that it need not be read. */
  readonly impersonal?: true
  apply(tx: Tx, bureau: string, entries: readonly JournalEntry[]): Promise<void>
  reset(tx: Tx, bureau: string): Promise<void>
}

/** Entries in one transaction: some ten milliseconds of work, far from the second that no transaction may last. */
const ordinaryChunk = 500

const lockCheckpoint = 'SELECT position FROM checkpoint WHERE bureau = $1 AND follower = $2 FOR UPDATE SKIP LOCKED'

/**
 * Takes a projection one chunk further. `held` when another process has it in hand, else whether it has come to the end of the book.
 */
export async function stepProjection(
  database: Database,
  projection: Projection,
  bureau: string,
  chunk = ordinaryChunk,
): Promise<'held' | 'more' | 'done'> {
  return database.transaction(async (tx) => {
    const { rows } = await tx.query<{ position: number }>(lockCheckpoint, [bureau, projection.name])
    if (rows[0] === undefined && !(await openCheckpoint(tx, bureau, projection.name))) return 'held'
    const after = rows[0]?.position ?? 0
    const end = await lastPosition(tx, bureau)
    if (end <= after) return 'done'
    const through = Math.min(end, after + chunk)
    await projection.apply(tx, bureau, await readEntries(tx, bureau, { after, through, types: projection.types, personal: !projection.impersonal }))
    await tx.query('UPDATE checkpoint SET position = $3 WHERE bureau = $1 AND follower = $2', [bureau, projection.name, through])
    return through < end ? 'more' : 'done'
  })
}

/** Brings a projection to the end of the book, waiting where another process has it in hand. Larger chunks are for a bureau that serves nobody yet. */
export async function catchUp(database: Database, projection: Projection, bureau: string, chunk = ordinaryChunk): Promise<void> {
  for (;;) {
    const state = await stepProjection(database, projection, bureau, chunk)
    if (state === 'done') return
    if (state === 'held') await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Makes a projection again from the first entry, in chunks; the live one starts over too and is behind until this ends. */
export async function rebuild(database: Database, projection: Projection, bureau: string): Promise<void> {
  await openCheckpoint(database, bureau, projection.name)
  await database.transaction(async (tx) => {
    await tx.query('SELECT 1 FROM checkpoint WHERE bureau = $1 AND follower = $2 FOR UPDATE', [bureau, projection.name])
    await projection.reset(tx, bureau)
    await tx.query('UPDATE checkpoint SET position = 0 WHERE bureau = $1 AND follower = $2', [bureau, projection.name])
  })
  await catchUp(database, projection, bureau)
}

/** Makes a follower's row, before the first entry; false when it was there. */
export async function openCheckpoint(tx: Tx, bureau: string, follower: string, agent = false): Promise<boolean> {
  const { rowCount } = await tx.query('INSERT INTO checkpoint (bureau, follower, agent) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
    bureau,
    follower,
    agent,
  ])
  return rowCount > 0
}
