import type { FastifyInstance } from 'fastify'

interface Operation {
  readonly requestBody?: { readonly content: { readonly 'application/json'?: { readonly schema: Schema } } }
}
interface Schema {
  readonly properties?: Readonly<Record<string, unknown>>
  readonly required?: readonly string[]
}
interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

export interface Answered<T> {
  readonly status: number
  readonly body: T
}

/** Somebody who knows nothing but the OpenAPI document: calls only what stands in it, with bodies its schemas ask for, and a bearer token. */
export interface Stranger {
  call<T = Record<string, unknown>>(
    method: 'get' | 'post',
    path: string,
    more?: { readonly params?: Record<string, string>; readonly body?: object; readonly query?: string },
  ): Promise<Answered<T>>
  readonly with: (token: string) => Stranger
}

export async function readOpenApi(app: FastifyInstance): Promise<OpenApi> {
  return (await app.inject({ method: 'GET', url: '/api/openapi.json' })).json<OpenApi>()
}

let keys = 0

export function strangerWith(app: FastifyInstance, api: OpenApi, token?: string): Stranger {
  return {
    with: (other) => strangerWith(app, api, other),
    async call<T>(
      method: 'get' | 'post',
      path: string,
      { params = {}, body = {}, query = '' }: { params?: Record<string, string>; body?: object; query?: string } = {},
    ) {
      const operation = api.paths[path]?.[method]
      if (!operation) throw new Error(`the document knows no ${method} ${path}`)
      const schema = operation.requestBody?.content['application/json']?.schema
      const unknown = Object.keys(body).filter((name) => schema?.properties !== undefined && !(name in schema.properties))
      const missing = (schema?.required ?? []).filter((name) => !(name in body))
      if (unknown.length + missing.length > 0) throw new Error(`${path}: not in the document ${unknown}, asked for by it ${missing}`)
      const url = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '') + query
      const response = await app.inject({
        method: method === 'get' ? 'GET' : 'POST',
        url,
        headers: {
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(method === 'post' ? { 'content-type': 'application/json', 'idempotency-key': `stranger-${++keys}-key` } : {}),
        },
        ...(method === 'post' ? { payload: JSON.stringify(body) } : {}),
      })
      const json = String(response.headers['content-type']).includes('json')
      return { status: response.statusCode, body: (json ? response.json() : { bytes: response.rawPayload }) as T }
    },
  }
}
