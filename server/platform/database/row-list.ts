import { faultCode } from './database-faults.ts'
import type { Statement } from './tx.ts'

/** Values by the names of their columns. */
export type Row = Readonly<Record<string, unknown>>

/**
 * Rows of one table as one value of a statement, which takes them by `unnest($n::table[])`: no text of fields and brackets to be made here and read
 * there. A column that a row does not name is null; a json column takes any JSON value.
 */
export class RowList {
  readonly table: string
  readonly rows: readonly Row[]
  /** What stands in every row alike. */
  readonly alike: Row

  constructor(table: string, rows: readonly Row[], alike: Row = {}) {
    this.table = table
    this.rows = rows
    this.alike = alike
  }
}

/** A column and the number of its type. */
export interface Column {
  readonly name: string
  readonly type: number
}

/** How a table's rows lie: the number of their type and all columns in the table's own order. */
export interface TableShape {
  readonly rowType: number
  readonly columns: readonly Column[]
}

const shapeSql = `SELECT c.reltype::bigint AS row_type, a.attname AS name, a.atttypid::bigint AS type FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
  WHERE c.oid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`

type Read = (sql: string, values: readonly unknown[]) => Promise<{ readonly rows: readonly unknown[] }>

/** Makes the lists of rows in statements what an engine takes. `form` is the engine's own form of a list. */
export class RowListEncoder {
  readonly #form: (list: RowList, shape: TableShape) => unknown
  readonly #shapes = new Map<string, TableShape>()

  constructor(form: (list: RowList, shape: TableShape) => unknown) {
    this.#form = form
  }

  /** The statements as they are sent; a promise only where a table is met for the first time and `read` asks the database how it lies. */
  encoded(statements: readonly Statement[], read: Read): readonly Statement[] | Promise<readonly Statement[]> {
    let any = false
    const unknown = new Set<string>()
    for (const { values = [] } of statements)
      for (const value of values)
        if (value instanceof RowList) {
          any = true
          if (!this.#shapes.has(value.table)) unknown.add(value.table)
        }
    if (!any) return statements
    const all = () => statements.map((statement) => this.#encoded(statement))
    return unknown.size === 0 ? all() : this.#learn(unknown, read).then(all)
  }

  /** After an error that a list would give whose table another version has changed meanwhile, how the tables lie is asked anew. */
  failed(error: unknown): void {
    if (/^(42804|22P02|22P03)$/.test(faultCode(error))) this.#shapes.clear()
  }

  #encoded({ sql, values }: Statement): Statement {
    if (values === undefined) return { sql }
    return { sql, values: values.map((value) => (value instanceof RowList ? this.#form(value, this.#shapes.get(value.table)!) : value)) }
  }

  async #learn(tables: ReadonlySet<string>, read: Read): Promise<void> {
    for (const table of tables) {
      const rows = (await read(shapeSql, [table])).rows as { row_type: number; name: string; type: number }[]
      this.#shapes.set(table, { rowType: rows[0]!.row_type, columns: rows.map(({ name, type }) => ({ name, type })) })
    }
  }
}
