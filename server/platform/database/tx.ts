/** What a statement gives back. `rowCount` counts the rows selected, or the rows changed by a statement that returns none. */
export interface Answered<Row> {
  rows: Row[]
  rowCount: number
}

/**
 * One transaction, or the database outside of one: the first argument of whatever touches the database.
 * Values go by parameter only. Dates come back as `YYYY-MM-DD`, instants as `YYYY-MM-DDTHH:MM:SS.mmm+08:00`, int8 as a safe number, json as parsed.
 */
export interface Tx {
  query<Row = Record<string, unknown>>(sql: string, values?: readonly unknown[]): Promise<Answered<Row>>
}

/** A statement with its values. */
export interface Statement {
  readonly sql: string
  readonly values?: readonly unknown[]
}

/** Reads that reach rows by an index whatever their values: planned once per connection, not at every call. */
export interface Steady extends Tx {
  /** Several reads that need nothing of each other: they leave together and cost one round trip. */
  together(statements: readonly Statement[]): Promise<Record<string, unknown>[][]>
}

export interface Database extends Tx {
  /** The same database for the reads that happen all day. */
  readonly steady: Steady
  readonly engine: 'pglite' | 'postgres'
  /** Runs `work` in one transaction: committed when it returns, rolled back when it throws. Inside, use `tx` only: on PGlite the outer handle would wait for ever. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /**
   * A transaction that spares round trips: BEGIN travels with the `first` statements, whose rows `work` receives; COMMIT travels with the statement
   * that `work` returns as `last`. Throws `CommitUnknown` when the connection broke after COMMIT was sent.
   */
  shortTransaction<T>(
    first: readonly Statement[],
    work: (tx: Tx, rows: Record<string, unknown>[][]) => Promise<{ last?: Statement; value: T }>,
  ): Promise<T>
  /**
   * A transaction whose statements are all known: BEGIN, they and COMMIT leave together, in one round trip. Those sent on one lane are carried out in
   * the order of sending, each whole before the next begins, though a later one is sent before the former is answered. Throws `CommitUnknown` when the
   * connection broke before COMMIT was answered.
   */
  sendTransaction(lane: string, statements: readonly Statement[]): Promise<void>
  /** Reads on the writer's own connections, so that no crowd of readers holds it up. */
  readForWriter: Tx['query']
  /**
   * The same database for those who follow the book: their commits do not wait for the disk. What a power cut takes from them they make again from
   * the book, so nobody else's commit need queue behind theirs.
   */
  readonly following: Database
  /** Runs several statements without parameters, as a migration has. */
  script(sql: string): Promise<void>
  close(): Promise<void>
}

/** The connection broke after COMMIT was sent: whether the transaction stands must be read from the database. */
export class CommitUnknown extends Error {}
