import { millisOfInstant } from '../../../rules/time/instant.ts'
import type { Tx } from '../database/database.ts'
import type { AuditRecord } from './audit-record.ts'

export interface AuditSearch {
  readonly actor?: string | undefined
  readonly subject?: string | undefined
  readonly door?: string | undefined
  readonly ip?: string | undefined
  /** Only what was refused. */
  readonly refused?: boolean | undefined
  /** Days in Asia/Shanghai, both included. */
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly after?: string | undefined
  readonly limit?: number | undefined
}

export interface AuditLine extends Omit<AuditRecord, 'bureau' | 'at'> {
  readonly id: string
  readonly at: string
}

/** The newest records that match, a page at a time; `next` names the place to go on from, null at the end. An actor is found by id or by part of the name. */
export async function searchAudit(tx: Tx, bureau: string, wanted: AuditSearch): Promise<{ lines: AuditLine[]; next: string | null }> {
  const limit = wanted.limit ?? 100
  const values: unknown[] = [bureau]
  const conditions = ['bureau = $1']
  const add = (value: unknown, condition: (place: string) => string): void => {
    if (value === undefined || value === '') return
    values.push(value)
    conditions.push(condition(`$${values.length}`))
  }
  add(wanted.actor, (place) => `(actor_id = ${place} or position(${place} in actor_name) > 0)`)
  add(wanted.subject, (place) => `(subject = ${place} or right(subject, length(${place}) + 1) = '/' || ${place})`)
  add(wanted.door, (place) => `door = ${place}`)
  add(wanted.ip, (place) => `ip = ${place}`)
  add(wanted.from, (place) => `at >= (${place}::text || 'T00:00:00+08:00')::timestamptz`)
  add(wanted.until, (place) => `at < (${place}::text || 'T00:00:00+08:00')::timestamptz + interval '1 day'`)
  if (wanted.refused === true) conditions.push('status >= 400')
  const [at = '', id] = wanted.after?.split('~') ?? []
  if (id !== undefined && millisOfInstant(at) !== undefined) {
    values.push(at, id)
    conditions.push(`(at, id) < ($${values.length - 1}::timestamptz, $${values.length})`)
  }
  const { rows } = await tx.query<AuditLine>(
    `select id, at, actor_kind as "actorKind", actor_id as "actorId", actor_name as "actorName", door, method, path, subject, status, code, ip, request
     from audit where ${conditions.join(' and ')} order by at desc, id desc limit ${limit + 1}`,
    values,
  )
  const lines = rows.slice(0, limit)
  const last = lines.at(-1)
  return { lines, next: rows.length > limit && last !== undefined ? `${last.at}~${last.id}` : null }
}
