import type { SubjectRef } from '../../../rules/act.ts'

type ColumnType = 'text' | 'integer' | 'bigint' | 'date' | 'timestamptz' | 'boolean' | 'jsonb' | 'text[]'

/**
 * Fills a list table from the states of one kind of subject, in the transaction that saves them. The table has `bureau text, id text` as its primary
 * key and the named columns. `toRow` is pure; null means that the subject has no row.
 */
export interface RowMaker<State = never> {
  readonly kind: string
  readonly table: string
  readonly columns: Readonly<Record<string, ColumnType>>
  toRow(state: State, ref: SubjectRef, seq: number): Readonly<Record<string, unknown>> | null
  /** True where the row of two states is certainly the same, so that it need not be written again; absent for a row that changes with most entries. */
  isSameRow?(before: State, after: State): boolean
}

const plainName = /^[a-z][a-z0-9_]{0,62}$/

/** Throws when a table or column name could be anything but a name. */
export function assertRowMaker(maker: RowMaker): void {
  for (const name of [maker.table, ...Object.keys(maker.columns)]) if (!plainName.test(name)) throw new Error(`not a table or column name: ${name}`)
}

/** SQL that puts a list of rows into their table, all of them or none; `param` is its number among the statement's values. */
export const insertRowList = (table: string, columns: readonly string[], param: number): string =>
  `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${columns.map((name) => `r.${name}`).join(', ')} FROM unnest($${param}::${table}[]) AS r`

/** The same where a row may be there already: the columns that are not its key are written over. */
export function upsertRowList(table: string, key: readonly string[], columns: readonly string[], param: number): string {
  const sets = columns.map((name) => `${name} = excluded.${name}`).join(', ')
  return `${insertRowList(table, [...key, ...columns], param)} ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${sets}`
}

/** SQL that puts rows into the maker's table. */
export const upsertRows = (maker: RowMaker, param: number): string => upsertRowList(maker.table, ['bureau', 'id'], Object.keys(maker.columns), param)

/**
 * SQL that takes the ids of `$param::text[]` out of the maker's table. OFFSET 0 keeps each lookup by its primary key: planned while the table is empty,
 * a plain list may settle for another index and walk all of it each time.
 */
export const deleteRows = ({ table }: RowMaker, param: number): string => `DELETE FROM ${table} WHERE ctid = ANY(ARRAY(
  SELECT t.ctid FROM unnest($${param}::text[]) AS want(id) CROSS JOIN LATERAL (
    SELECT ctid FROM ${table} WHERE bureau = $1 AND id = want.id OFFSET 0) AS t))`
