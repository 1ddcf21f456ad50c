import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { portalProblemPage } from '../../portal/problem-page.ts'
import { serveConsole } from '../../serve-console.ts'
import { readConfig } from '../../config.ts'
import type { PostedForm } from './posted-form.ts'
import { openShell } from './shell.ts'

const folder = mkdtempSync(join(tmpdir(), 'oneseal-faults-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const coded = (code: string) => Object.assign(new Error(`fault ${code}`), { code })

test.each([
  ['a database that is not there', coded('ECONNREFUSED'), 503, 'book-not-reachable', '5'],
  ['a database that shuts down', coded('57P01'), 503, 'book-not-reachable', '5'],
  ['a connection that broke', new Error('Connection terminated unexpectedly'), 503, 'book-not-reachable', '5'],
  ['no connection left', coded('53300'), 503, 'book-not-reachable', '5'],
  ['a full disk', coded('ENOSPC'), 507, 'disk-full', undefined],
  ['a full disk of the database', coded('53100'), 507, 'disk-full', undefined],
  ['a fault of the program', coded('ENOENT'), 500, 'broken', undefined],
])('%s is told for what it is', async (_what, fault, status, code, retry) => {
  const app = await openShell(readConfig({ ONESEAL_DATA: folder, LOG_LEVEL: 'silent' }))
  app.get('/api/x', () => Promise.reject(fault))
  const answer = await app.inject('/api/x')
  expect([answer.statusCode, answer.json().code, answer.headers['retry-after']]).toEqual([status, code, retry])
  expect(answer.json().title).not.toContain('fault')
  await app.close()
})

test('what lies outside of the assets, or is no more, is not found; an address that cannot be read is refused in words', async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(folder, 'index.html'), '<!doctype html>')
  writeFileSync(join(folder, 'assets', 'a.js'), '1')
  const app = await openShell(readConfig({ ONESEAL_DATA: folder, LOG_LEVEL: 'silent' }))
  await serveConsole(app, folder)
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  // A path as it stands: clients that tidy it up would hide what is asked here.
  const statusOf = (path: string, method = 'GET') =>
    new Promise<number | undefined>((resolve, reject) =>
      request({ host: '127.0.0.1', port, path, method }, (answer) => resolve(answer.resume().statusCode))
        .once('error', reject)
        .end(),
    )
  expect(await statusOf('/console/assets/a.js')).toBe(200)
  for (const path of ['../index.html', '..%2findex.html', '%2e%2e/index.html', '../../../../etc/passwd', 'older.js', '.env', 'a%00.js'])
    expect([path, await statusOf(`/console/assets/${path}`)]).toEqual([path, 404])
  expect(await statusOf('/console/assets/a.js', 'POST')).toBe(405)
  const unreadable = await app.inject('/%E0%A4%A')
  expect(unreadable.json()).toMatchObject({ status: 400, code: 'bad-request' })
  await app.close()
})

test.each(['/%E0%A4%A', '/items/%ff', `/items/${'a'.repeat(300)}`])('a browser at the address %s is shown a page', async (path) => {
  const app = await openShell(readConfig({ ONESEAL_DATA: folder, LOG_LEVEL: 'silent' }), portalProblemPage)
  app.get('/items/:code', () => 'there')
  const shown = await app.inject({ url: path, headers: { accept: 'text/html' } })
  expect([shown.statusCode, shown.headers['content-type']]).toEqual([400, 'text/html; charset=utf-8'])
  expect(shown.headers['content-security-policy']).toContain("default-src 'self'")
  expect(shown.body).toContain('请求的格式不对。')
  await app.close()
})

test('a slow line has the time it needs for the largest file', async () => {
  const app = await openShell(readConfig({ ONESEAL_DATA: folder, LOG_LEVEL: 'silent', ONESEAL_UPLOAD_MB: '20' }))
  const seconds = app.server.requestTimeout / 1000
  expect((20 * 1024 * 1024) / seconds).toBeLessThanOrEqual(16 * 1024)
  expect(app.server.headersTimeout).toBeLessThanOrEqual(60_000)
  await app.close()
})

test('what still comes over an open connection while the server stops is told so in the house’s own words', async () => {
  const app = await openShell(readConfig({ ONESEAL_DATA: folder, LOG_LEVEL: 'silent' }), portalProblemPage)
  const [begun, slow] = [Promise.withResolvers<void>(), Promise.withResolvers<string>()]
  app.get('/api/slow', () => {
    begun.resolve()
    return slow.promise
  })
  app.get('/items', () => 'there')
  await app.listen({ port: 0, host: '127.0.0.1' })
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
  let heard = ''
  socket.on('data', (bytes) => (heard += String(bytes)))
  const ask = (path: string, accept: string) => socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\naccept: ${accept}\r\n\r\n`)
  ask('/api/slow', '*/*')
  await begun.promise
  const closed = app.close()
  await new Promise((resolve) => setTimeout(resolve, 50))
  ask('/items', 'text/html')
  slow.resolve('{}')
  await closed
  expect(heard).toContain('HTTP/1.1 200 OK')
  expect(heard).toMatch(/HTTP\/1\.1 503 [\s\S]*系统正在停机，请稍后再试。/)
  socket.destroy()
})

test.each([
  ['before it was read', 'onRequest', 'ECONNREFUSED'],
  ['after it was read', 'preHandler', '53100'],
] as const)('a form that the database could not take %s is sent again from the page that says so', async (_when, hook, code) => {
  const app = await openShell(readConfig({ ONESEAL_DATA: folder, LOG_LEVEL: 'silent' }), portalProblemPage)
  app.post('/drafts/a/form/b', { [hook]: () => Promise.reject(coded(code)) }, () => 'there')
  app.addHook('preValidation', async (request) => {
    request.postedForm = request.body as PostedForm
  })
  const post = (headers: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url: '/drafts/a/form/b?back=review',
      headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded', host: 'x', ...headers },
      payload: 'csrf=t&a_name=%E5%BC%A0%22%3C&a_way=1&a_way=2',
    })
  const page = (await post({ origin: 'http://x' })).body
  expect(page).toContain('<form method="post" action="/drafts/a/form/b?back=review">')
  for (const [name, value] of [
    ['csrf', 't'],
    ['a_name', '张&quot;&lt;'],
    ['a_way', '1'],
    ['a_way', '2'],
  ])
    expect(page).toContain(`<input type="hidden" name="${name}" value="${value}">`)
  if (hook === 'onRequest') expect((await post({ origin: 'http://elsewhere' })).body).not.toContain('<form')
  await app.close()
})

test('a page that could not be shown is asked for again at its own address, and never in another house', async () => {
  const app = await openShell(readConfig({ ONESEAL_DATA: folder, LOG_LEVEL: 'silent' }), portalProblemPage)
  app.addHook('onRequest', () => Promise.reject(coded('ECONNREFUSED')))
  app.get('*', () => 'there')
  const shown = async (url: string) => (await app.inject({ url, headers: { accept: 'text/html' } })).body
  expect(await shown('/items?q=a')).toContain('<a class="btn" href="/items?q=a">再试一次</a>')
  expect(await shown('//elsewhere.cn/items')).toContain('<a class="btn" href="/elsewhere.cn/items">再试一次</a>')
  await app.close()
})
