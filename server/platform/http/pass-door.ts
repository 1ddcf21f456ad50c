import type { FastifyReply, FastifyRequest } from 'fastify'
import { refused } from '../../../rules/refusal.ts'
import type { FoundSession } from '../identity/sessions.ts'
import type { Door } from './door.ts'
import { recognise, refusalAtDoor } from './recognise.ts'
import { refuse, wantsPage } from './refuse.ts'
import type { RouteRow } from './route-row.ts'

declare module 'fastify' {
  interface FastifyRequest {
    bureau: string
    found: FoundSession | undefined
    /** The visitor's address, taken when the request came: of a connection that was broken off nobody can tell it any more. */
    cameFrom: string
  }
}

/** Before the body is read: which bureau, from where, who, and whether they may. Answers the reply when they may not. */
export async function passDoor(row: RouteRow, request: FastifyRequest, reply: FastifyReply, door: Door): Promise<FastifyReply | undefined> {
  request.bureau = await door.bureauOf(request.hostname)
  if (row.method !== 'GET' && !isOwnOrigin(request)) return refuse(refused('origin-refused').refusal, request, reply)
  const found = await recognise(row, request.bureau, request, door)
  if (found !== undefined && 'code' in found) return refuse(found, request, reply)
  request.found = found
  const refusal = refusalAtDoor(row.permission, found, row)
  if (refusal === undefined) return undefined
  if (refusal.code === 'sign-in-needed' && row.permission === 'citizen' && wantsPage(request) && row.method === 'GET') {
    request.refusalCode = refusal.code
    return reply.header('cache-control', 'no-store').redirect(`${door.signInPage}?next=${encodeURIComponent(request.url)}`, 303)
  }
  return refuse(refusal, request, reply)
}

/** Browsers say where a form or script came from; another site's is refused even before its token is looked at. */
export function isOwnOrigin(request: FastifyRequest): boolean {
  const { origin } = request.headers
  if (origin === undefined) return request.headers['sec-fetch-site'] !== 'cross-site'
  if (!URL.canParse(origin)) return false
  const { protocol, host } = new URL(origin)
  // Through URL, so that a default port written out is the same as none.
  return URL.canParse(`${protocol}//${request.host}`) && new URL(`${protocol}//${request.host}`).host === host
}
