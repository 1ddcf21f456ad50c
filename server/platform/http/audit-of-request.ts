import type { FastifyReply, FastifyRequest } from 'fastify'
import type { AuditRecord } from '../audit/audit-record.ts'
import type { Door } from './door.ts'
import type { RouteRow } from './route-row.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** A look was already written before the answer. */
    lookRecorded: boolean
    /** What the handler named as looked at or acted on. */
    auditSubject: string
  }
}

/** The audit record of this request. The path goes in without its query, which may hold typed text. */
export function auditOf(row: RouteRow, request: FastifyRequest, subject: string, status = 0): Omit<AuditRecord, 'at'> {
  const actor = request.found?.holder.actor
  return {
    bureau: request.bureau,
    actorKind: actor?.kind ?? 'nobody',
    actorId: actor?.id ?? '',
    // A citizen's name is personal data; the audit names a citizen by id only.
    actorName: actor?.kind === 'staff' ? actor.name : '',
    door: row.audit,
    method: request.method,
    path: row.path,
    subject: subject || request.auditSubject || pathValues(request),
    status,
    code: request.refusalCode,
    ip: request.cameFrom,
    request: request.id,
  }
}

const pathValues = (request: FastifyRequest): string =>
  Object.values((request.params ?? {}) as Record<string, unknown>)
    .map(String)
    .join('/')
    .replace(/[^\w./:-]/g, '')

/** Committed before the answer leaves. */
export async function recordBefore(record: Omit<AuditRecord, 'at'>, request: FastifyRequest, door: Door): Promise<void> {
  request.lookRecorded = true
  await door.audit.before({ ...record, at: door.now() })
}

/** After the answer: the try and its result, unless the row asks only for refusals or a look says it already. */
export function recordSoon(row: RouteRow, request: FastifyRequest, reply: FastifyReply, door: Door): void {
  const went = reply.statusCode < 400
  const auditing = row.auditing ?? (row.permission === 'public' && row.method === 'GET' ? 'refusals' : 'soon')
  if (request.bureau === '' || (went && (request.lookRecorded || auditing === 'refusals'))) return
  door.audit.soon({ ...auditOf(row, request, '', reply.statusCode), at: door.now() })
}
