import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { refused } from '../../../rules/refusal.ts'
import { type Answer, json, no } from './answer.ts'
import { sendAnswer } from './answer-to-reply.ts'
import { auditOf, recordBefore, recordSoon } from './audit-of-request.ts'
import { checkRow } from './check-row.ts'
import { closeSchema } from './close-schema.ts'
import type { Door } from './door.ts'
import { takeHiddenFields } from './hidden-fields.ts'
import { makeVisit } from './make-visit.ts'
import { passDoor } from './pass-door.ts'
import { readTextValues } from './query-values.ts'
import { refuse } from './refuse.ts'
import type { RouteRow } from './route-row.ts'
import { findBadText } from './text-guard.ts'
import type { Visit } from './visit.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    row?: RouteRow
  }
  interface FastifyInstance {
    routeRows: RouteRow[]
  }
}

/** What an act's door answers; `answer` is the act's own. */
const actAnswer = (answer: object) =>
  Type.Object({
    actId: Type.String(),
    replayed: Type.Boolean(),
    seqs: Type.Array(Type.Object({ kind: Type.String(), id: Type.String(), seq: Type.Integer() })),
    answer: answer as ReturnType<typeof Type.Unknown>,
  })

/** Builds a door for each row. Throws at start for a row that lacks its schema, permission or audit name. */
export function registerRoutes(app: FastifyInstance, rows: readonly RouteRow[], door: Door): void {
  for (const row of rows) {
    checkRow(row)
    app.routeRows.push(row)
    app.route({
      method: row.method,
      url: row.path,
      exposeHeadRoute: false,
      ...(row.bodyLimit === undefined ? {} : { bodyLimit: row.bodyLimit }),
      schema: schemaOf(row),
      ...(row.asIs ? { serializerCompiler: () => JSON.stringify } : {}),
      config: { row, ...(row.triesPerMinute === undefined ? {} : { rateLimit: rateLimitOf(row.triesPerMinute) }) },
      onRequest: (request, reply) => passDoor(row, request, reply, door),
      preValidation: async (request, reply) => readRequest(row, request, reply, door),
      handler: (request, reply) => answer(row, request, reply, door),
      onResponse: async (request, reply) => recordSoon(row, request, reply, door),
    })
  }
}

/** Counted for each address at each bureau: one hall's busy morning must not shut the door of another that comes through the same address. */
const rateLimitOf = (max: number) => ({
  max,
  timeWindow: '1 minute',
  keyGenerator: ({ bureau, cameFrom }: FastifyRequest) => `${bureau} ${cameFrom}`,
})

/** Every door that was built, for the tests that walk them all. */
export const allRoutes = (app: FastifyInstance): readonly RouteRow[] => app.routeRows

function schemaOf(row: RouteRow): object {
  const { params, query, body, response } = row.schema
  const good = typeof response === 'string' ? undefined : row.act === undefined ? response : actAnswer(response)
  return {
    summary: row.summary,
    tags: [row.path.split('/')[2] ?? 'portal'],
    ...(row.path.startsWith('/api/') ? {} : { hide: true }),
    ...(params === undefined ? {} : { params: closeSchema(params) }),
    querystring: closeSchema(query ?? Type.Object({})),
    ...(body === undefined || body === 'multipart' ? {} : { body: closeSchema(body) }),
    ...(good === undefined ? {} : { response: { 200: good } }),
  }
}

async function readRequest(row: RouteRow, request: FastifyRequest, reply: FastifyReply, door: Door): Promise<FastifyReply | undefined> {
  const refusal = takeHiddenFields(row, request, door)
  if (refusal !== undefined) return refuse(refusal, request, reply)
  const bad = findBadText(request.params) ?? findBadText(request.query) ?? findBadText(request.body)
  if (bad !== undefined) return refuse(refused('bad-character', { detail: { field: bad.slice(0, 120) || '提交的内容' } }).refusal, request, reply)
  request.params = readTextValues(row.schema.params, request.params)
  request.query = readTextValues(row.schema.query, request.query)
  return undefined
}

async function answer(row: RouteRow, request: FastifyRequest, reply: FastifyReply, door: Door): Promise<unknown> {
  const visit = makeVisit(row, request, reply, door)
  const given = row.handler === undefined ? await doAct(row, visit, door) : await row.handler(visit, door)
  if (reply.sent) return reply
  if (row.auditing === 'personal' && given.kind !== 'refusal' && !request.lookRecorded) await recordBefore(auditOf(row, request, ''), request, door)
  return sendAnswer(row, given, request, reply)
}

async function doAct(row: RouteRow, visit: Visit, door: Door): Promise<Answer> {
  const { seq, ...body } = (visit.body ?? {}) as Record<string, unknown>
  const input = { ...(visit.params as object), ...body }
  const expected = typeof seq === 'number' && row.subject !== undefined ? { expected: { subject: row.subject(input), seq } } : {}
  const done = await visit.submit(row.act!, input, expected)
  if (!done.ok) return no(done.refusal)
  await row.after?.(visit, door)
  return json({ actId: done.actId, replayed: done.replayed, seqs: done.seqs.map(({ subject, seq }) => ({ ...subject, seq })), answer: done.answer })
}
