import pg from 'pg'
import { nameOf } from './postgres-statement.ts'
import type { Statement } from './tx.ts'

/** What the driver's query does inside, as far as it is used here. */
interface Inside {
  name: string | undefined
  text: string | undefined
  readonly _result: { readonly rows: readonly Record<string, unknown>[]; _types: unknown }
  prepare(connection: Wire): void
  handleRowDescription(message: unknown): void
  handleDataRow(message: unknown): void
  handleCommandComplete(message: unknown, connection: Wire): void
}

interface Wire {
  readonly stream: { cork(): void; uncork(): void }
  readonly submittedNamedStatements: Record<string, string>
  execute(portal: { readonly portal: string }): void
  sync(): void
}

const Query = pg.Query as unknown as new (config: object) => Inside

/** One statement of several: asked for like any other, but without the end mark that a statement alone would send. */
class Part extends Query {
  _getRows(connection: Wire): void {
    connection.execute({ portal: '' })
  }
}

/**
 * Several statements under one end mark: PostgreSQL carries them out as one transaction, commits it when it meets the mark, and only then sends its
 * answers, all of them together. To the driver it is one query; what arrives belongs to the part that is being carried out.
 */
class Together extends Query {
  readonly #parts: readonly Part[]
  readonly #answered: (error: Error | undefined) => void
  #at = 0

  constructor(parts: readonly Part[], answered: (error: Error | undefined) => void) {
    super({ text: '' })
    this.#parts = parts
    this.#answered = answered
  }

  // The driver's own constructor writes these before there are parts.
  override get name(): string | undefined {
    return this.#parts[this.#at]?.name
  }
  override set name(_: string | undefined) {}
  override get text(): string | undefined {
    return this.#parts[this.#at]?.text
  }
  override set text(_: string | undefined) {}

  submit(connection: Wire): null {
    connection.stream.cork()
    try {
      for (const part of this.#parts) {
        part._result._types = this._result._types
        part.prepare(connection)
      }
      connection.sync()
    } finally {
      connection.stream.uncork()
    }
    return null
  }

  override handleRowDescription(message: unknown): void {
    this.#parts[this.#at]!.handleRowDescription(message)
  }

  override handleDataRow(message: unknown): void {
    this.#parts[this.#at]!.handleDataRow(message)
  }

  override handleCommandComplete(message: unknown, connection: Wire): void {
    this.#parts[this.#at]!.handleCommandComplete(message, connection)
    this.#at++
  }

  /** What comes after a failed part is skipped by the server: what was to be prepared there is not. */
  handleError(error: Error, connection?: Wire): void {
    if (connection !== undefined) for (const { name } of this.#parts.slice(this.#at)) delete connection.submittedNamedStatements[name!]
    this.#answered(error)
  }

  handleReadyForQuery(): void {
    this.#answered(undefined)
  }
}

/** Carries out all statements as one transaction in one round trip; the rows of each. Rejects with the failed statement's error, and nothing is done. */
export const askTogether = (client: pg.PoolClient, statements: readonly Statement[]): Promise<Record<string, unknown>[][]> =>
  new Promise((resolve, reject) => {
    // Every part has a callback, so that the driver gathers its rows.
    const parts = statements.map(({ sql, values }) => new Part({ name: nameOf(sql), text: sql, values: values ?? [], callback: () => {} }))
    const query = new Together(parts, (error) => {
      if (error !== undefined) reject(error)
      else resolve(parts.map((part) => [...part._result.rows]))
    })
    client.query(query as unknown as pg.Submittable)
  })
