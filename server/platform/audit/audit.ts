import { randomUUID } from 'node:crypto'
import type { Database } from '../database/database.ts'

/** Who tried or looked at what, at which door, with what result. Holds no personal data and no text that was typed. */
export interface AuditRecord {
  readonly bureau: string
  readonly at: Date
  readonly actorKind: string
  readonly actorId: string
  readonly actorName: string
  readonly door: string
  readonly method: string
  readonly path: string
  /** What was looked at or acted on, `kind/id`, where the door knows it. */
  readonly subject: string
  /** HTTP status, or 0 for a look written before its answer. */
  readonly status: number
  readonly code: string
  readonly ip: string
  readonly request: string
}

export interface Audit {
  /** Resolves once the record is committed; looks arriving together share one commit. */
  before(record: AuditRecord): Promise<void>
  /** Written within a second. */
  soon(record: AuditRecord): void
  /** Writes what is waiting. */
  flush(): Promise<void>
  close(): Promise<void>
}

const soonMs = 500

/** Opens the audit. `broken` hears of a failed late write, which must stop neither the server nor go unheard. */
export function openAudit(database: Database, broken: (error: unknown) => void): Audit {
  const waiting: { record: AuditRecord; done?: () => void; failed?: (error: unknown) => void }[] = []
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined

  const write = async (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    while (waiting.length > 0) {
      const batch = waiting.splice(0, 500)
      try {
        await insert(
          database,
          batch.map(({ record }) => record),
        )
        for (const { done } of batch) done?.()
      } catch (error) {
        for (const { failed } of batch) failed?.(error)
        if (batch.some(({ failed }) => failed === undefined)) broken(error)
      }
    }
  }
  const start = (): Promise<void> => {
    running ??= write().finally(() => {
      running = undefined
    })
    return running
  }
  return {
    before: (record) =>
      new Promise((done, failed) => {
        waiting.push({ record, done, failed })
        setImmediate(() => void start())
      }),
    soon(record) {
      waiting.push({ record })
      timer ??= setTimeout(() => void start(), soonMs)
    },
    async flush() {
      while (waiting.length > 0 || running !== undefined) await start()
    },
    async close() {
      await this.flush()
      clearTimeout(timer)
    },
  }
}

async function insert(database: Database, records: readonly AuditRecord[]): Promise<void> {
  await database.query(
    `insert into audit (bureau, at, id, actor_kind, actor_id, actor_name, door, method, path, subject, status, code, ip, request)
     select * from jsonb_to_recordset($1::jsonb) as r(bureau text, at timestamptz, id text, actor_kind text, actor_id text, actor_name text, door text,
       method text, path text, subject text, status int, code text, ip text, request text)`,
    [
      JSON.stringify(
        records.map((record) => ({
          bureau: record.bureau,
          at: record.at.toISOString(),
          id: randomUUID(),
          actor_kind: record.actorKind,
          actor_id: record.actorId,
          actor_name: record.actorName,
          door: record.door,
          method: record.method,
          path: record.path.slice(0, 500),
          subject: record.subject.slice(0, 200),
          status: record.status,
          code: record.code,
          ip: record.ip,
          request: record.request,
        })),
      ),
    ],
  )
}
