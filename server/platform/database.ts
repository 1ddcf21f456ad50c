import { openPglite } from './database-pglite.ts'
import { openPostgres } from './database-postgres.ts'
import type { Database } from './tx.ts'

export type { Database, Statement, Tx } from './tx.ts'

/**
 * Opens PostgreSQL at `url`, else the embedded PGlite in `folder`, else PGlite in memory.
 * Throws an Error with a Chinese sentence when another process holds the folder.
 */
export async function openDatabase(where: { url?: string | undefined; folder?: string | undefined; connections?: number }): Promise<Database> {
  return where.url ? openPostgres(where.url, where.connections ?? 10) : openPglite(where.folder)
}
