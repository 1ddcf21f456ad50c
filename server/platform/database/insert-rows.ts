import type { Loading } from './copy-rows.ts'
import type { Database, Tx } from './database.ts'

/** The same as COPY, by plain inserts inside one transaction: for a few thousand rows on any engine. `work` gets it; what throws leaves nothing behind. */
export function insertRows<T>(database: Database, work: (copier: Loading, tx: Tx) => Promise<T>): Promise<T> {
  return database.transaction(async (tx: Tx) =>
    work(
      {
        async copy(table, columns, rows) {
          const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((_, n) => `$${n + 1}`).join(', ')})`
          for (const row of rows) await tx.query(sql, row.map(parameterOf))
        },
        async run(sql, values) {
          await tx.query(sql, values)
        },
      },
      tx,
    ),
  )
}

/** A list of texts is a text[] column; any other object is jsonb. */
const parameterOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !(Array.isArray(value) && value.every((one) => typeof one === 'string'))
    ? JSON.stringify(value)
    : (value ?? null)
