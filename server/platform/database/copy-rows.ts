import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

/** Puts many rows into a table by COPY, PostgreSQL's own fast road. Values: text, numbers, booleans, null, or anything JSON for a jsonb column. */
export interface Loading {
  copy(table: string, columns: readonly string[], rows: readonly (readonly unknown[])[]): Promise<void>
  run(sql: string, values?: readonly unknown[]): Promise<void>
}

/** Loading in a transaction that its opener ends. */
export interface Copier extends Loading {
  commit(): Promise<void>
  rollback(): Promise<void>
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function field(value: unknown): string {
  if (value === null || value === undefined) return '\\N'
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return field(`{${value.map((one) => JSON.stringify(one)).join(',')}}`)
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return text.replace(/[\\\t\n\r]/g, (character) => escapes[character]!)
}

function* lines(rows: readonly (readonly unknown[])[]): Generator<string> {
  for (let n = 0; n < rows.length; n += 500)
    yield rows
      .slice(n, n + 500)
      .map((row) => `${row.map(field).join('\t')}\n`)
      .join('')
}

/** A transaction of its own on PostgreSQL at `url`; either all of it stands after `commit` or nothing. */
export async function openCopier(url: string): Promise<Copier> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query("SET timezone = 'Asia/Shanghai'")
  await client.query('BEGIN')
  return {
    async copy(table, columns, rows) {
      if (rows.length === 0) return
      await pipeline(Readable.from(lines(rows)), client.query(copyFrom(`COPY ${table} (${columns.join(', ')}) FROM STDIN`)))
    },
    async run(sql, values) {
      await client.query(sql, values as unknown[] | undefined)
    },
    async commit() {
      await client.query('COMMIT')
      await client.end()
    },
    async rollback() {
      await client.query('ROLLBACK')
      await client.end()
    },
  }
}
