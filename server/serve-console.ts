import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/**
 * Serves the built console under /console/. Files whose names carry a digest are kept for a year; the page itself is asked for anew each time.
 * The console's component library writes style elements, so its pages alone may have inline styles.
 */
export async function serveConsole(app: FastifyInstance, folder: string): Promise<void> {
  const index = readFileSync(join(folder, 'index.html'), 'utf8')
  await app.register(async (scope) => {
    scope.addHook('onSend', async (_request, reply) => {
      const policy = reply.getHeader('content-security-policy')
      if (typeof policy === 'string') reply.header('content-security-policy', policy.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"))
    })
    await scope.register(fastifyStatic, {
      root: join(folder, 'assets'),
      prefix: '/console/assets/',
      immutable: true,
      maxAge: '365d',
      decorateReply: false,
    })
    const answerPage = async (
      _request: unknown,
      reply: { header(name: string, value: string): { type(type: string): { send(body: string): unknown } } },
    ) => reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(index)
    const hidden = { schema: { hide: true } }
    // The console's own router reads the rest of the path.
    scope.get('/console', hidden, async (_request, reply) => reply.redirect('/console/', 308))
    scope.get('/console/', hidden, answerPage)
    scope.get('/console/*', hidden, answerPage)
  })
}
