import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Answer } from './answer.ts'
import { refuse } from './refuse.ts'
import type { RouteRow } from './route-row.ts'

/** Turns a handler's answer into the reply, with the caching its row asks for. */
export function sendAnswer(row: RouteRow, answer: Answer, request: FastifyRequest, reply: FastifyReply): unknown {
  if (answer.kind === 'refusal') return refuse(answer.refusal, request, reply)
  reply.header('cache-control', row.cacheSeconds === undefined ? 'no-store' : `public, max-age=${row.cacheSeconds}`)
  if (answer.kind === 'see-other') return reply.redirect(isOwnPath(answer.location) ? answer.location : '/', 303)
  for (const [name, value] of Object.entries(answer.headers ?? {})) reply.header(name, value)
  switch (answer.kind) {
    case 'json':
      return reply.status(answer.status ?? 200).send(answer.value)
    case 'page':
      return reply
        .status(answer.status ?? 200)
        .type('text/html; charset=utf-8')
        .send(answer.html)
    case 'stream':
      return reply.status(answer.status ?? 200).send(answer.stream)
  }
}

/** A path of this server: no other host by `//host`, `/\host` or a scheme. */
export const isOwnPath = (location: string): boolean => /^\/(?![/\\])[^\s\\]*$/.test(location)
