import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify'
import { type Refusal, refused } from '../../../rules/refusal.ts'
import { connectionFailed, diskFull } from '../database/database-faults.ts'
import { statusOf } from '../refusal-status.ts'
import { keepPostedForm } from './posted-form.ts'
import { refuse } from './refuse.ts'
import { refusalOfFault } from './validation-sentence.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Where what went wrong is told, see `troubleLog`. */
    tellTrouble: (what: string, error: unknown) => void
  }
}

/** Every fault of the shell has its sentence: what the framework refuses is refused in Chinese, what breaks is logged and answered with the request's name. */
export function answerFaults(app: FastifyInstance): void {
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const refusal = cutOff(request) ? refused('request-cut-off').refusal : refusalOf(error)
    if (refusal.code === 'broken') request.log.error({ err: error }, 'a handler threw')
    else if (statusOf(refusal.code) >= 500) {
      app.tellTrouble('a request could not be answered', error)
      await keepPostedForm(request)
    }
    return refuse(refusal, request, reply)
  })
  app.setNotFoundHandler((request, reply) =>
    refuse(refused(methodExists(app, request) ? 'method-not-allowed' : 'page-not-found').refusal, request, reply),
  )
}

/** The visitor went away before all of the request was there: nobody's fault, least of all the database's, and no answer will be read. */
const cutOff = ({ raw }: FastifyRequest): boolean => raw.destroyed && !raw.complete

function refusalOf(error: FastifyError): Refusal {
  if (error.validation !== undefined) return refusalOfFault(error.validation, error.validationContext ?? 'body')
  if (error.statusCode === 429) return refused('too-many-tries').refusal
  if (error.statusCode === 413) return refused(error.code === 'FST_ERR_CTP_BODY_TOO_LARGE' ? 'body-too-large' : 'too-many-files').refusal
  if (error.statusCode === 415 || error.statusCode === 406) return refused('body-type-not-allowed').refusal
  if (error.code?.startsWith('FST_ERR_CTP_')) return refused('bad-json').refusal
  // A path that climbs out of the folder of assets leads nowhere.
  if (error.statusCode === 403 || error.statusCode === 404) return refused('page-not-found').refusal
  if (error.statusCode === 400) return refused(error instanceof SyntaxError ? 'bad-json' : 'bad-request').refusal
  if (connectionFailed(error)) return refused('book-not-reachable').refusal
  return refused(diskFull(error) ? 'disk-full' : 'broken').refusal
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** The path is known, but not with this method. Where it is known with this one too, what lies behind it was not found. */
function methodExists(app: FastifyInstance, request: FastifyRequest): boolean {
  const url = request.url.split('?')[0]!
  const known = methods.filter((method) => app.findRoute({ method, url }) !== null)
  return known.length > 0 && !known.some((method) => method === request.method || (method === 'GET' && request.method === 'HEAD'))
}
