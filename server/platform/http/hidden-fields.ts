import type { FastifyRequest } from 'fastify'
import { type Refusal, refused } from '../../../rules/refusal.ts'
import type { Door } from './door.ts'
import { isFormToken } from './form-token.ts'
import { isForm, type PostedForm } from './posted-form.ts'
import type { RouteRow } from './route-row.ts'

declare module 'fastify' {
  interface FastifyRequest {
    idempotencyKey: string | undefined
    /** The form token was right, or is not needed. A multipart body may still bring it as its first field. */
    formTokenSeen: boolean
  }
}

/** What an idempotency key may be. */
export const keyShape = /^[\w.:-]{8,100}$/

/** Takes the fields `csrf` and `idempotency_key` out of a form (the header forms count first) and refuses a cookie's unsafe request without the token. */
export function takeHiddenFields(row: RouteRow, request: FastifyRequest, door: Door): Refusal | undefined {
  let token: unknown = request.headers['x-csrf-token']
  let key: unknown = request.headers['idempotency-key']
  if (isForm(request) && typeof request.body === 'object' && request.body !== null) {
    request.postedForm = request.body as PostedForm
    const { csrf, idempotency_key, ...rest } = request.body as Record<string, unknown>
    token ??= csrf
    key ??= idempotency_key
    request.body = rest
  }
  if (key !== undefined && (typeof key !== 'string' || !keyShape.test(key)))
    return refused('bad-header', { detail: { name: 'Idempotency-Key' } }).refusal
  request.idempotencyKey = key
  const needed = row.method !== 'GET' && request.found?.handle.kind === 'cookie'
  request.formTokenSeen = !needed || isFormToken(door.settings.secret, request.found!.handle.tokenHash, token)
  return request.formTokenSeen || row.schema.body === 'multipart' ? undefined : refused('csrf').refusal
}
