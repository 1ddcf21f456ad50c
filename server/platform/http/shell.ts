import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import helmet from 'helmet'
import { constants } from 'node:zlib'
import { refused } from '../../../rules/refusal.ts'
import { answerUnreadable } from './unreadable-request.ts'
import type { Settings } from '../settings.ts'
import { answerFaults } from './answer-faults.ts'
import { describeRoute } from './describe-route.ts'
import { troubleLog } from '../trouble-log.ts'
import { maskNumbers } from './mask-numbers.ts'
import { keepPostedForm } from './posted-form.ts'
import { type ProblemPage, plainProblemPage, refuse } from './refuse.ts'

/** The HTTP server before any door is built into it: limits, headers, bodies, compression, logs, and how faults are answered. */
export async function openShell(settings: Settings, problemPage: ProblemPage = plainProblemPage): Promise<FastifyInstance> {
  // Made once: the plugin for Fastify makes it anew for every request.
  const safetyHeaders = helmet(helmetOptions(settings))
  const makeSafe = (request: FastifyRequest, reply: FastifyReply, done: () => void) => safetyHeaders(request.raw, reply.raw, done)
  const app = Fastify({
    logger: { level: settings.logLevel, stream: { write: (line: string) => process.stdout.write(maskNumbers(line)) } },
    genReqId: () => crypto.randomUUID(),
    trustProxy: settings.trustProxy,
    bodyLimit: 1024 * 1024,
    requestTimeout: patienceFor(settings.uploadLimitBytes),
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200 },
    // An address that cannot even be read reaches neither the hooks nor the error handler, and its request bears nothing of the house.
    frameworkErrors: (_error, request, reply) =>
      makeSafe(request, reply, () => void refuse(refused('bad-request').refusal, Object.assign(request, { problemPage }), reply)),
    clientErrorHandler: answerUnreadable,
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: true, allErrors: false, allowUnionTypes: true } },
  })
  app.decorate('routeRows', [])
  app.decorate(
    'tellTrouble',
    troubleLog((what, error) => app.log.error(error === undefined ? {} : { err: error }, what)),
  )
  app.decorateRequest('bureau', '')
  app.decorateRequest('found', undefined)
  app.decorateRequest('cameFrom', '')
  app.decorateRequest('refusalCode', '')
  app.decorateRequest('auditSubject', '')
  app.decorateRequest('postedForm', undefined)
  app.decorateRequest('lookRecorded', false)
  app.decorateRequest('formTokenSeen', false)
  app.decorateRequest('idempotencyKey', undefined)
  app.decorateRequest('problemPage', { getter: () => problemPage })
  answerFaults(app)

  await app.register(cookie)
  await app.register(formbody, { bodyLimit: 1024 * 1024 })
  await app.register(multipart, {
    throwFileSizeLimit: false,
    limits: { fileSize: settings.uploadLimitBytes + 1, files: 20, fields: 200, fieldSize: 256 * 1024, parts: 220, fieldNameSize: 200 },
  })
  app.addHook('onRequest', makeSafe)
  app.addHook('onRequest', (request, _reply, done) => {
    request.cameFrom = request.ip ?? ''
    done()
  })
  turnAwayWhenStopping(app)
  await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'], brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } } })
  await app.register(rateLimit, { global: false })
  await app.register(swagger, {
    transform: describeRoute,
    openapi: {
      info: {
        title: '一枚章 接口',
        version: '1',
        description: '由路由的同一份模式生成。浏览器用会话和 x-csrf-token；程序用 Authorization: Bearer 令牌。',
      },
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
      security: [{ bearer: [] }],
    },
  })
  app.addHook('onSend', (request, reply, payload, done) => {
    reply.header('x-request-id', request.id)
    // As bytes at once: measured and sent as text, Chinese is walked through three times.
    done(null, typeof payload === 'string' ? Buffer.from(payload) : payload)
  })
  return app
}

/** What still comes over an open connection while the server stops is told so in the house's own words, not the framework's. */
function turnAwayWhenStopping(app: FastifyInstance): void {
  let stopping = false
  app.addHook('preClose', (done) => {
    stopping = true
    done()
  })
  app.addHook('onRequest', async (request, reply) => {
    if (!stopping) return undefined
    await keepPostedForm(request)
    return refuse(refused('server-stopping').refusal, request, reply)
  })
}

/** Milliseconds in which a request must have arrived whole: the largest file over a line of 16 KB a second, as they are far out in the country. */
const patienceFor = (uploadLimitBytes: number): number => Math.max(120_000, Math.ceil(uploadLimitBytes / 16))

const helmetOptions = (settings: Settings) => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'self'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      'object-src': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'self'"],
      'frame-ancestors': ["'self'"],
      'script-src': ["'self'"],
      'style-src': ["'self'"],
    },
  },
  // With `no-referrer` browsers send `Origin: null` from forms, and the origin check would refuse the house's own.
  referrerPolicy: { policy: 'same-origin' as const },
  strictTransportSecurity: settings.secureCookies ? { maxAge: 31_536_000, includeSubDomains: false } : (false as const),
  crossOriginOpenerPolicy: settings.secureCookies ? { policy: 'same-origin' as const } : (false as const),
  originAgentCluster: false as const,
})
