import type { FastifyInstance } from 'fastify'
import { type ApiSchema, faultsAgainst } from './openapi-schema.ts'

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: ApiSchema }>>
}
export interface Operation {
  readonly summary?: string
  readonly requestBody?: Content
  readonly responses?: Readonly<Record<string, Content>>
}
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

interface Answered<T> {
  readonly status: number
  readonly body: T
}

/**
 * Somebody who knows nothing but the OpenAPI document: calls only what stands in it, with bodies that fit its schemas, and a bearer token; and who
 * believes no answer, good or bad, that does not fit them too.
 */
export interface Stranger {
  readonly token: string
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

/** The JSON schema of a body or an answer. */
export const jsonOf = ({ content }: Content = {}): ApiSchema | undefined =>
  (content?.['application/json'] ?? content?.['application/problem+json'])?.schema

let keys = 0

export function strangerWith(app: FastifyInstance, api: OpenApi, token?: string): Stranger {
  return {
    token: token ?? '',
    with: (other) => strangerWith(app, api, other),
    async call<T>(
      method: 'get' | 'post',
      path: string,
      { params = {}, body = {}, query = '' }: { params?: Record<string, string>; body?: object; query?: string } = {},
    ) {
      const operation = api.paths[path]?.[method]
      if (!operation) throw new Error(`the document knows no ${method} ${path}`)
      const schema = jsonOf(operation.requestBody)
      const wrong = schema ? faultsAgainst(schema, body) : Object.keys(body).map((name) => `${name} is not asked for`)
      if (wrong.length > 0) throw new Error(`${path}: the body does not fit the document: ${wrong.join('; ')}`)
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
      const answer: unknown = json ? response.json() : { bytes: response.rawPayload }
      const promised = json ? jsonOf(operation.responses?.[String(response.statusCode)] ?? operation.responses?.default) : {}
      const broken = promised ? faultsAgainst(promised, answer) : ['no schema']
      if (broken.length > 0)
        throw new Error(`${path}: the answer ${response.statusCode} does not fit the document: ${broken.join('; ')} in ${response.body}`)
      return { status: response.statusCode, body: answer as T }
    },
  }
}
