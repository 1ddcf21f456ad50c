import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Refusal } from '../../../rules/refusal.ts'
import { escapeHtml } from './escape-html.ts'
import { type Problem, problemOf } from './problem.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Code of the refusal that was answered, for the audit. */
    refusalCode: string
    /** How this house shows a problem to somebody who reads HTML. */
    problemPage: ProblemPage
  }
}

/** Draws a whole page for a problem met outside of /api. */
export type ProblemPage = (problem: Problem, request: FastifyRequest) => string

/** Answers a refusal: problem+json for programs, a page for a browser outside of /api. */
export function refuse(refusal: Refusal, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  request.refusalCode = refusal.code
  const problem = problemOf(refusal, refusal.code === 'broken' ? request.id : undefined)
  reply.status(problem.status).header('cache-control', 'no-store')
  if (problem.status === 503) reply.header('retry-after', '5')
  if (wantsPage(request)) return reply.type('text/html; charset=utf-8').send(request.problemPage(problem, request))
  // The serializer of a route knows only its good answer: the problem goes out as text already written.
  return reply.type('application/problem+json; charset=utf-8').serializer(String).send(JSON.stringify(problem))
}

export const wantsPage = (request: FastifyRequest): boolean =>
  !request.url.startsWith('/api/') && (request.headers.accept ?? '').includes('text/html')

export const plainProblemPage: ProblemPage = (problem) => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>没有办成</title></head>
<body><main><h1>没有办成</h1><p role="alert">${escapeHtml(problem.title)}</p>${problem.request ? `<p>请求编号：${escapeHtml(problem.request)}</p>` : ''}<p><a href="/">回到首页</a></p></main></body></html>`
