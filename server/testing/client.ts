import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { makeFormToken } from '../platform/http/form-token.ts'
import { cookieNames } from '../platform/http/recognise.ts'
import { heldToSchema } from './held-to-schema.ts'

type Response = LightMyRequestResponse
type Headers = Readonly<Record<string, string>>

export interface UploadPart {
  readonly field?: string
  readonly name: string
  readonly bytes: Uint8Array | string
  readonly type?: string
}

/** Somebody at the door, with the right cookie or token and form token on every request. */
export interface Client {
  /** Id of the staff member or citizen; empty for a stranger. */
  readonly id: string
  /** Cookie or bearer header, and the form token: for tests that leave one out. */
  readonly credentials: Headers
  readonly csrf: string
  get(url: string, headers?: Headers): Promise<Response>
  /** JSON. `key` becomes the Idempotency-Key. */
  post(url: string, body?: unknown, more?: { readonly key?: string; readonly headers?: Headers }): Promise<Response>
  put(url: string, body?: unknown, more?: { readonly key?: string; readonly headers?: Headers }): Promise<Response>
  delete(url: string, headers?: Headers): Promise<Response>
  /** A form as a browser without JavaScript sends it: urlencoded, with the hidden fields. */
  form(url: string, fields: Readonly<Record<string, string | readonly string[]>>, headers?: Headers): Promise<Response>
  /** A multipart form; the hidden field comes first. */
  upload(url: string, files: readonly UploadPart[], fields?: Readonly<Record<string, string>>, headers?: Headers): Promise<Response>
}

interface Identity {
  readonly holderId: string
  readonly token: string
  readonly kind: 'bearer' | 'staff' | 'citizen'
  readonly secret: string
  readonly tokenHash: string
}

export function openClient(app: FastifyInstance, identity: Identity | undefined): Client {
  const csrf = identity === undefined || identity.kind === 'bearer' ? '' : makeFormToken(identity.secret, identity.tokenHash)
  const credentials: Headers =
    identity === undefined
      ? {}
      : identity.kind === 'bearer'
        ? { authorization: `Bearer ${identity.token}` }
        : { cookie: `${cookieNames[identity.kind]}=${identity.token}` }
  const scripted: Headers = csrf === '' ? credentials : { ...credentials, 'x-csrf-token': csrf }
  const send =
    (method: 'POST' | 'PUT') =>
    (url: string, body: unknown = {}, more: { readonly key?: string; readonly headers?: Headers } = {}): Promise<Response> =>
      app.inject({
        method,
        url,
        payload: JSON.stringify(body),
        headers: {
          'content-type': 'application/json',
          ...scripted,
          ...(more.key === undefined ? {} : { 'idempotency-key': more.key }),
          ...more.headers,
        },
      })
  return {
    id: identity?.holderId ?? '',
    credentials,
    csrf,
    get: async (url, headers = {}) => heldToSchema(app, url, await app.inject({ method: 'GET', url, headers: { ...credentials, ...headers } })),
    post: send('POST'),
    put: send('PUT'),
    delete: (url, headers = {}) => app.inject({ method: 'DELETE', url, headers: { ...scripted, ...headers } }),
    form(url, fields, headers = {}) {
      const body = new URLSearchParams(csrf === '' ? {} : { csrf })
      for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
      return app.inject({
        method: 'POST',
        url,
        payload: body.toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', ...credentials, ...headers },
      })
    },
    async upload(url, files, fields = {}, headers = {}) {
      const form = new FormData()
      if (csrf !== '') form.append('csrf', csrf)
      for (const [name, value] of Object.entries(fields)) form.append(name, value)
      for (const { field = 'file', name, bytes, type = 'application/octet-stream' } of files) {
        const content = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : new Uint8Array(bytes)
        form.append(field, new File([content], name, { type }))
      }
      const request = new Request('http://localhost', { method: 'POST', body: form })
      return app.inject({
        method: 'POST',
        url,
        payload: Buffer.from(await request.arrayBuffer()),
        headers: { 'content-type': request.headers.get('content-type')!, ...credentials, ...headers },
      })
    },
  }
}
