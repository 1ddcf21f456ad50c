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

/** SQL that puts the rows of `$param::json` into the maker's table. */
export function upsertRows(maker: RowMaker, param: number): string {
  const names = Object.keys(maker.columns)
  const typed = names.map((name) => `${name} ${maker.columns[name]}`).join(', ')
  const sets = names.map((name) => `${name} = excluded.${name}`).join(', ')
  return `INSERT INTO ${maker.table} (bureau, id, ${names.join(', ')}) SELECT $1, r.* FROM json_to_recordset($${param}::json) AS r(id text, ${typed})
    ON CONFLICT (bureau, id) DO UPDATE SET ${sets}`
}

/** SQL that takes the ids of `$param::text[]` out of the maker's table. */
export const deleteRows = (maker: RowMaker, param: number): string => `DELETE FROM ${maker.table} WHERE bureau = $1 AND id = ANY($${param}::text[])`
