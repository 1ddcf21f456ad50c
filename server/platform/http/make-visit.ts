import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Permission, type Scope, permissionsOf, scopeOf } from '../../../contract/permissions.ts'
import type { Actor, Json } from '../../../rules/act.ts'
import { refused } from '../../../rules/refusal.ts'
import { takeParts } from '../files/take-parts.ts'
import { auditOf, recordBefore } from './audit-of-request.ts'
import { standingIn } from '../identity/directory.ts'
import type { Door } from './door.ts'
import { isFormToken, makeFormToken } from './form-token.ts'
import { permissionsOfSession } from './recognise.ts'
import type { RouteRow } from './route-row.ts'
import type { Submitted, Visit } from './visit.ts'

const nobody: Actor = { kind: 'citizen', id: 'anonymous', name: '未登录', roles: [] }
const none: ReadonlySet<Permission> = new Set()

/** Gathers what the door learned into the visit that the handler receives. */
export function makeVisit(row: RouteRow, request: FastifyRequest, reply: FastifyReply, door: Door): Visit {
  const { found, bureau } = request
  const permissions = found === undefined ? { own: none, all: none } : permissionsOfSession(found)
  const actor = found?.holder.actor ?? nobody
  const absent = found?.handle.holder === 'staff' ? found.holder.standsInFor : []
  const channel = found?.handle.kind === 'bearer' ? 'api' : actor.kind === 'staff' ? 'console' : 'portal'
  const subjectText = (subject: { kind: string; id: string } | string) => (typeof subject === 'string' ? subject : `${subject.kind}/${subject.id}`)
  // What is needed here and held only through an absent colleague is done on that colleague's behalf.
  const lent = absent.find(
    ({ roles }) =>
      !permissions.own.has(row.permission as Permission) && permissions.all.has(row.permission as Permission) && holds(roles, row.permission),
  )

  return {
    bureau,
    params: request.params,
    query: request.query,
    body: request.body,
    actor,
    signedIn: found !== undefined,
    session: found?.handle,
    permissions: permissions.all,
    scope: widest(actor, absent),
    offices: officesOf(actor, absent),
    channel,
    csrf: found?.handle.kind === 'cookie' ? makeFormToken(door.settings.secret, found.handle.tokenHash) : '',
    idempotencyKey: request.idempotencyKey,
    ip: request.cameFrom,
    request,
    reply,
    may: (permission) => permissions.all.has(permission),
    async submit<A = Json>(act: string, input: unknown, more: Parameters<Visit['submit']>[2] = {}): Promise<Submitted<A>> {
      const behalf = more.onBehalfOf ?? lent?.id
      const principal = absent.find(({ id }) => id === behalf)
      if (behalf !== undefined && principal === undefined) return refused('not-delegate')
      const key = more.key ?? request.idempotencyKey
      const done = await door.writer.submit({
        bureau,
        act,
        input,
        actor: principal === undefined ? actor : standingIn(actor, principal),
        channel,
        ...(key === undefined ? {} : { key }),
        ...(behalf === undefined ? {} : { onBehalfOf: behalf }),
        ...(more.expected === undefined ? {} : { expected: [more.expected] }),
      })
      if (!done.ok) return done
      return { ok: true, actId: done.actId, answer: done.answer as A, replayed: done.replayed, seqs: done.seqs }
    },
    looked: (subject) => {
      request.auditSubject = subjectText(subject)
      return recordBefore(auditOf(row, request, subjectText(subject)), request, door)
    },
    receiveParts: () =>
      takeParts(request, {
        database: door.database,
        files: door.files,
        now: door.now,
        bureau,
        actor,
        tokenIsRight: (token) => found !== undefined && isFormToken(door.settings.secret, found.handle.tokenHash, token),
        formTokenSeen: request.formTokenSeen,
      }),
  }
}

const holds = (roles: readonly string[], access: string): boolean => permissionsOf(roles).has(access as Permission)

const widest = (actor: Actor, absent: readonly { readonly roles: readonly string[] }[]): Scope =>
  actor.kind === 'staff'
    ? scopeOf([...actor.roles, ...absent.flatMap(({ roles }) => roles)])
    : actor.kind === 'citizen' && actor !== nobody
      ? 'own'
      : 'none'

/** Whoever sees an office's cases by the own roles sees the own office's; by those of an absent colleague, that colleague's. */
const officesOf = (actor: Actor, absent: readonly { readonly roles: readonly string[]; readonly office: string }[]): readonly string[] => {
  const all = [{ roles: actor.roles, office: actor.office ?? '' }, ...absent]
  return [...new Set(all.filter(({ roles, office }) => office !== '' && scopeOf(roles) === 'office').map(({ office }) => office))]
}
