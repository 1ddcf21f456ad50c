import { openPglite } from './database-pglite.ts'
import { openPostgres } from './database-postgres.ts'
import { CannotStart } from '../trouble-sentence.ts'
import type { Database } from './tx.ts'

export type { Database, Statement, Tx } from './tx.ts'

/**
 * Opens PostgreSQL at `url`, else the embedded PGlite in `folder`, else PGlite in memory.
 * Throws an Error with a Chinese sentence when another process holds the folder.
 */
export async function openDatabase(where: { url?: string | undefined; folder?: string | undefined; connections?: number }): Promise<Database> {
  return where.url ? recentEnough(await openPostgres(where.url, where.connections ?? 10)) : openPglite(where.folder)
}

async function recentEnough(database: Database): Promise<Database> {
  const { rows } = await database.query<{ number: string; version: string }>(
    "select current_setting('server_version_num') as number, current_setting('server_version') as version",
  )
  const { number, version } = rows[0]!
  if (Number(number) >= 150_000) return database
  await database.close()
  throw new CannotStart(`DATABASE_URL 所指的 PostgreSQL 是 ${version}，本产品需要 15 以上的版本。`)
}
