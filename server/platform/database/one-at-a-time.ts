import type { Database } from './database.ts'

/**
 * Runs what only one process may do at a time on one database: servers that are started together prepare it one after another. The embedded database
 * has one process anyway, and one connection, which a transaction held here would keep from the work.
 */
export const oneAtATime = <T>(database: Database, what: string, work: () => Promise<T>): Promise<T> =>
  database.engine === 'pglite'
    ? work()
    : database.transaction(async (tx) => {
        await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`oneseal ${what}`])
        return work()
      })
