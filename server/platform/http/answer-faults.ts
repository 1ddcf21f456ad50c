import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify'
import { type Refusal, refused } from '../../../rules/refusal.ts'
import { connectionFailed, diskFull } from '../database-faults.ts'
import { statusOf } from '../refusal-status.ts'
import { refuse } from './refuse.ts'
import { refusalOfFault } from './validation-sentence.ts'

/** Every fault of the shell has its sentence: what the framework refuses is refused in Chinese, what breaks is logged and answered with the request's name. */
export function answerFaults(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = refusalOf(error)
    if (statusOf(refusal.code) >= 500) request.log.error({ err: error }, 'a handler threw')
    return refuse(refusal, request, reply)
  })
  app.setNotFoundHandler((request, reply) =>
    refuse(refused(methodExists(app, request) ? 'method-not-allowed' : 'page-not-found').refusal, request, reply),
  )
}

function refusalOf(error: FastifyError): Refusal {
  if (error.validation !== undefined) return refusalOfFault(error.validation[0], error.validationContext ?? 'body')
  if (error.statusCode === 429) return refused('too-many-tries').refusal
  if (error.statusCode === 413) return refused(error.code === 'FST_ERR_CTP_BODY_TOO_LARGE' ? 'body-too-large' : 'too-many-files').refusal
  if (error.statusCode === 415 || error.statusCode === 406) return refused('body-type-not-allowed').refusal
  if (error.code?.startsWith('FST_ERR_CTP_')) return refused('bad-json').refusal
  if (error.statusCode === 400) return refused(error instanceof SyntaxError ? 'bad-json' : 'bad-request').refusal
  if (connectionFailed(error)) return refused('book-not-reachable').refusal
  return refused(diskFull(error) ? 'disk-full' : 'broken').refusal
}

const methodExists = (app: FastifyInstance, request: FastifyRequest): boolean =>
  (['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const).some((method) => app.findRoute({ method, url: request.url.split('?')[0]! }) !== null)
