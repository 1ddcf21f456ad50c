import { hash } from 'node:crypto'
import type pg from 'pg'
import type { Answered } from './tx.ts'

const names = new Map<string, string>()

/** Statements with values are prepared once per connection under a name made from their text. */
export function nameOf(sql: string): string {
  let name = names.get(sql)
  if (name === undefined) {
    name = hash('sha256', sql, 'hex').slice(0, 24)
    if (names.size < 2000) names.set(sql, name)
  }
  return name
}

export async function ask<Row>(client: pg.Pool | pg.PoolClient, sql: string, values?: readonly unknown[]): Promise<Answered<Row>> {
  const answer =
    values === undefined
      ? await client.query<Record<string, unknown>>(sql)
      : await client.query<Record<string, unknown>>({ name: nameOf(sql), text: sql, values: values as unknown[] })
  return { rows: answer.rows as Row[], rowCount: answer.rowCount ?? 0 }
}

const sqlState = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code) ? error.code : undefined

/** A server that shuts down says so with class 57P; any other SQLSTATE on COMMIT means that it was refused. */
export const commitIsUnknown = (error: unknown): boolean => sqlState(error) === undefined || sqlState(error)!.startsWith('57P')
