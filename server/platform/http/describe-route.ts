import type { FastifySchema, RouteOptions } from 'fastify'
import { keyShape } from './hidden-fields.ts'
import type { RouteRow } from './route-row.ts'

const problem = {
  description: '没有办成：title 是给人看的句子，code 供程序判断（全部列在 x-problems），detail 是句子里填入的内容',
  content: {
    'application/problem+json': {
      schema: {
        type: 'object',
        properties: {
          type: { type: 'string' },
          title: { type: 'string' },
          status: { type: 'integer' },
          code: { type: 'string' },
          article: { type: 'string' },
          detail: { type: 'object', additionalProperties: true },
          request: { type: 'string' },
        },
        required: ['type', 'title', 'status', 'code'],
      },
    },
  },
}

const key = {
  'Idempotency-Key': { type: 'string', pattern: keyShape.source, description: '同一次办理的编号，8 到 100 个字母数字；重试时用同一个，不会重复办理' },
}
const files = { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] }

/** What is no JSON: a page, or a file of whatever type. */
const others = new Map<unknown, object>([
  ['page', { 'text/html': { schema: { type: 'string' } } }],
  ['file', { '*/*': { schema: { type: 'string', format: 'binary' } } }],
])

/** What OpenAPI should say beyond the schemas that validate: a name for each operation, who needs no token, uploads, the idempotency key, and how a no looks. */
export function describeRoute({ schema, url, route }: { schema: FastifySchema; url: string; route: RouteOptions }): {
  schema: FastifySchema
  url: string
} {
  const row = route.config?.row
  if (row === undefined) return { schema, url }
  const open = row.permission === 'public' ? { security: [] } : {}
  const upload = row.schema.body === 'multipart' ? { consumes: ['multipart/form-data'], body: files } : {}
  const headers = row.method === 'GET' ? {} : { headers: { type: 'object', properties: key } }
  const described = { ...schema, operationId: row.audit, ...open, ...upload, ...headers, response: { ...good(row, schema), default: problem } }
  return { schema: described as FastifySchema, url }
}

function good(row: RouteRow, schema: FastifySchema): object {
  const content = others.get(row.schema.response)
  if (content !== undefined) return { 200: { description: '办成', content } }
  return (schema.response as object | undefined) ?? { 200: { description: '办成', type: 'null' } }
}
