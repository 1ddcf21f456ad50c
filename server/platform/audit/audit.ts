import { randomUUID } from 'node:crypto'
import { connectionFailed, diskFull } from '../database/database-faults.ts'
import type { Database } from '../database/database.ts'
import { gapRecord, openLosses } from './audit-gap.ts'
import type { AuditRecord } from './audit-record.ts'

export interface Audit {
  /** Resolves once the record is committed; looks arriving together share one commit. Rejects when it cannot be written: then nothing may be shown. */
  before(record: AuditRecord): Promise<void>
  /** Written within a second, or once the database is there again. */
  soon(record: AuditRecord): void
  /** Writes what is waiting, as far as the database takes it. */
  flush(): Promise<void>
  close(): Promise<void>
}

interface Look {
  readonly record: AuditRecord
  readonly done: () => void
  readonly failed: (error: unknown) => void
}

const soonMs = 500
const longestPauseMs = 10_000
const together = 500
/** Records kept in memory while the database is away: some ten megabytes. What comes after is counted, and the count is written into the audit. */
const keptAtMost = 10_000

/** Opens the audit. `broken` hears of a failed late write, which must stop neither the server nor go unheard. */
export function openAudit(database: Database, broken: (error: unknown) => void, bound = keptAtMost): Audit {
  const looks: Look[] = []
  let late: AuditRecord[] = []
  const losses = openLosses()
  let failures = 0
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined

  /** Answers whether to go on at once. What may be written later waits on; what it will never take is lost alone, not with those beside it. */
  async function writeTogether(asked: readonly Look[], others: readonly AuditRecord[]): Promise<boolean> {
    const gaps = losses.take()
    try {
      await insert(database, [...gaps.map(gapRecord), ...asked.map(({ record }) => record), ...others])
      for (const { done } of asked) done()
      failures = 0
      return true
    } catch (error) {
      losses.putBack(gaps)
      const away = connectionFailed(error) || diskFull(error)
      if (!away && asked.length + others.length > 1) {
        for (const one of asked) await writeTogether([one], [])
        for (const one of others) await writeTogether([], [one])
        return true
      }
      for (const { failed } of asked) failed(error)
      if (others.length > 0) broken(error)
      if (!away) for (const record of others) losses.add(record)
      else late = [...others, ...late]
      if (away) failures++
      return !away && asked.length + others.length > 0
    }
  }
  async function write(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    while (looks.length > 0 || late.length > 0 || losses.any()) {
      const asked = looks.splice(0, together)
      const there = await writeTogether(asked, late.splice(0, together - asked.length))
      if (!there && looks.length === 0) return startLater(Math.min(soonMs * 2 ** failures, longestPauseMs))
    }
  }
  const start = (): Promise<void> => {
    running ??= write().finally(() => {
      running = undefined
    })
    return running
  }
  const startLater = (pause: number): void => {
    timer ??= setTimeout(() => void start(), pause)
  }
  return {
    before: (record) =>
      new Promise((done, failed) => {
        looks.push({ record, done, failed })
        setImmediate(() => void start())
      }),
    soon(record) {
      if (late.length < bound) late.push(record)
      else losses.add(record)
      startLater(soonMs)
    },
    async flush() {
      await running
      await start()
    },
    async close() {
      await this.flush()
      clearTimeout(timer)
      if (late.length > 0) broken(new Error(`${late.length} audit records were lost: the database did not take them before the end`))
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
