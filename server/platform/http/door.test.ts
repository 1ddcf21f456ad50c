import { Type } from 'typebox'
import { beforeAll, describe, expect, test } from 'vitest'
import { openTestBureau, type TestBureau } from '../../testing/test-bureau.ts'
import { checkRow } from './check-row.ts'
import { isOwnPath } from './answer-to-reply.ts'
import { json } from './answer.ts'
import { closeSchema } from './close-schema.ts'
import { maskNumbers } from './mask-numbers.ts'
import { readTextValues } from './query-values.ts'
import type { RouteRow } from './route-row.ts'

let house: TestBureau
beforeAll(async () => {
  house = await openTestBureau()
})

const sound: RouteRow = {
  method: 'POST',
  path: '/api/x/:id',
  permission: 'staff',
  audit: 'do-x',
  summary: '做',
  schema: { params: Type.Object({ id: Type.String() }), body: Type.Object({}), response: Type.Object({}) },
  handler: () => json({}),
}

describe('a row', () => {
  test('that is sound is built', () => expect(() => checkRow(sound)).not.toThrow())
  test.each([
    ['no permission', { permission: undefined }],
    ['no audit name', { audit: '' }],
    ['no summary', { summary: '' }],
    ['no response schema', { schema: { params: sound.schema.params, body: sound.schema.body } }],
    ['no body schema', { schema: { params: sound.schema.params, response: sound.schema.response } }],
    ['path names', { schema: { body: sound.schema.body, response: sound.schema.response } }],
    ['needs an act or a handler', { handler: undefined }],
    ['only public answers may be cached', { cacheSeconds: 60 }],
    ['takes no body', { method: 'GET' }],
  ])('with %s is refused at start', (why, change) => {
    expect(() => checkRow({ ...sound, ...change } as unknown as RouteRow)).toThrow(why)
  })
})

describe('a body', () => {
  const url = '/api/people/offices'
  const office = { id: 'x1', name: '科室', kind: 'department', parent: '442002', unitCode: '', divisionCode: '' }

  test('with an unknown field is refused with a sentence that names it', async () => {
    const answer = await (await house.as('system-administrator')).post(url, { ...office, colour: '红' })
    expect(answer.statusCode).toBe(400)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.json()).toMatchObject({ code: 'unknown-field', title: '不认识的字段“colour”。', status: 400 })
  })

  test.each([
    ['a number where text belongs', { ...office, name: 5 }, '“name”应为文字。'],
    ['text where a list belongs', { roles: 'head' }, '“roles”应为列表。'],
    ['a wrong word', { ...office, kind: 'castle' }, '须为 institution'],
    ['nothing in it', { ...office, name: '' }, '不能为空'],
    ['a missing field', { id: 'x1' }, '必填'],
  ])('with %s is refused', async (_what, body, sentence) => {
    const at = 'roles' in body ? '/api/people/staff/s-shencha/roles' : url
    const who = await house.as('roles' in body ? 'security-administrator' : 'system-administrator')
    const answer = await ('roles' in body ? who.put(at, body) : who.post(at, body))
    expect(answer.statusCode).toBe(400)
    expect(answer.json().title).toContain(sentence)
  })

  test.each([
    ['NUL', '甲\0乙'],
    ['a lone surrogate', '甲\ud800乙'],
  ])('with %s in a text is refused', async (_what, name) => {
    const answer = await (await house.as('system-administrator')).post(url, { ...office, name })
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ code: 'bad-character', detail: { field: 'name' } })
  })

  test('that is no JSON, too large, or of another type is refused with a sentence', async () => {
    const who = await house.as('system-administrator')
    const send = (payload: string, type = 'application/json') =>
      house.app.inject({ method: 'POST', url, payload, headers: { ...who.credentials, 'x-csrf-token': who.csrf, 'content-type': type } })
    expect((await send('{"id":')).json()).toMatchObject({ status: 400, code: 'bad-json' })
    expect((await send(JSON.stringify({ ...office, name: '字'.repeat(600_000) }))).json()).toMatchObject({ status: 413, code: 'body-too-large' })
    expect((await send('<a/>', 'application/xml')).json()).toMatchObject({ status: 415, code: 'body-type-not-allowed' })
  })

  test('with __proto__ poisons nothing', async () => {
    const who = await house.as('system-administrator')
    const headers = { ...who.credentials, 'x-csrf-token': who.csrf, 'content-type': 'application/json' }
    const answer = await house.app.inject({ method: 'POST', url, payload: '{"__proto__":{"admin":true}}', headers })
    expect(answer.statusCode).toBe(400)
    expect(({} as { admin?: boolean }).admin).toBeUndefined()
  })
})

describe('a query', () => {
  test('is read as the schema wants it and nothing more', async () => {
    const who = await house.as('audit-administrator')
    expect((await who.get('/api/audit?limit=2')).json().lines.length).toBeLessThanOrEqual(2)
    expect((await who.get('/api/audit?limit=two')).json()).toMatchObject({ status: 400, code: 'wrong-type' })
    expect((await who.get('/api/audit?nonsense=1')).json()).toMatchObject({ status: 400, code: 'unknown-field' })
    expect((await who.get('/api/audit?actor=%00')).json()).toMatchObject({ status: 400, code: 'bad-character' })
    for (const subject of ['%5C', '%25', '_'])
      expect((await who.get(`/api/audit?subject=${subject}`)).json(), subject).toEqual({ lines: [], next: null })
  })
  test('reads numbers, yes and no, lists', () => {
    const schema = Type.Object({ n: Type.Integer(), yes: Type.Boolean(), list: Type.Array(Type.String()), text: Type.String() })
    expect(readTextValues(schema, { n: '12', yes: 'true', list: 'a', text: '12' })).toEqual({ n: 12, yes: true, list: ['a'], text: '12' })
    expect(readTextValues(schema, { n: '0x1f', yes: '1' })).toEqual({ n: '0x1f', yes: '1' })
  })
})

describe('headers', () => {
  test('allow nothing from elsewhere and are kept by no cache', async () => {
    const answer = await (await house.as('head')).get('/api/session')
    expect(answer.headers['content-security-policy']).toContain("default-src 'self'")
    expect(answer.headers['content-security-policy']).not.toContain('unsafe')
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' })
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  })
  test('large answers go out compressed', async () => {
    const answer = await house.app.inject({ method: 'GET', url: '/api/openapi.json', headers: { 'accept-encoding': 'br, gzip' } })
    expect(answer.headers['content-encoding']).toBe('br')
  })
})

describe('another path', () => {
  test('is answered in words', async () => {
    expect((await house.stranger.get('/api/nothing')).json()).toMatchObject({ status: 404, code: 'page-not-found' })
    expect((await house.stranger.put('/api/health')).json()).toMatchObject({ status: 405, code: 'method-not-allowed' })
    const page = await house.stranger.get('/no<script>', { accept: 'text/html' })
    expect(page.headers['content-type']).toContain('text/html')
    expect(page.body).toContain('没有这个页面')
  })
  test('of another host is nowhere redirected to', () => {
    for (const bad of ['//evil.cn', '/\\evil.cn', 'https://evil.cn', '/a b', 'javascript:alert(1)', '']) expect(isOwnPath(bad)).toBe(false)
    for (const good of ['/', '/me/cases?x=1', '/%E4%BA%8B']) expect(isOwnPath(good)).toBe(true)
  })
})

test('every schema of a body is closed, down to the last object', () => {
  const open: string[] = []
  const walk = (schema: unknown, where: string): void => {
    if (typeof schema !== 'object' || schema === null) return
    const { type, properties, additionalProperties, patternProperties } = schema as Record<string, unknown>
    if (type === 'object' && properties !== undefined && additionalProperties === undefined && patternProperties === undefined) open.push(where)
    for (const [name, inner] of Object.entries(schema)) walk(inner, `${where}.${name}`)
  }
  for (const row of house.app.routeRows) walk(closeSchema(row.schema.body), `${row.method} ${row.path}`)
  expect(open).toEqual([])
})

test('the interface describes itself, for programs and for people', async () => {
  const openapi = (await house.stranger.get('/api/openapi.json')).json()
  expect(openapi.openapi).toMatch(/^3\./)
  const described = Object.keys(openapi.paths)
  const paths = new Set(house.app.routeRows.map((row) => row.path).filter((path) => path.startsWith('/api/')))
  expect(described.toSorted()).toEqual([...paths].map((path) => path.replace(/:(\w+)/g, '{$1}')).toSorted())
  expect(openapi.paths['/api/files'].post.requestBody.content).toHaveProperty('multipart/form-data')
  const operations = Object.values<Record<string, { operationId: string }>>(openapi.paths).flatMap((path) => Object.values(path))
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
  expect(openapi.paths['/api/health'].get.security).toEqual([])
  expect(openapi.paths['/api/files'].post).not.toHaveProperty('security')
  expect(openapi.paths['/api/files/{digest}'].get.responses[200].content).toHaveProperty(['*/*'])
  const added = openapi.paths['/api/people/offices'].post
  expect(added.parameters).toContainEqual(expect.objectContaining({ in: 'header', name: 'Idempotency-Key' }))
  expect(added.responses.default.content).toHaveProperty('application/problem+json')
  const listed = new Map((openapi['x-problems'] as { code: string; status: number }[]).map(({ code, status }) => [code, status]))
  for (const [code, status] of [
    ['session-ended', 401],
    ['subject-changed-since-seen', 409],
    ['idempotency-key-reused', 422],
    ['broken', 500],
  ] as const)
    expect([code, listed.get(code)]).toEqual([code, status])
  const page = (await house.stranger.get('/api/docs')).body
  expect(page).toContain('<code>idempotency-key-reused</code>')
  for (const row of house.app.routeRows.filter(({ path }) => path.startsWith('/api/'))) expect(page).toContain(row.summary)
})

test('personal numbers are masked in a line of log', () => {
  expect(maskNumbers('{"url":"/x?id=11010519491231002X&p=13812345678","time":1795452279177}')).toBe(
    '{"url":"/x?id=110105********002X&p=138****5678","time":1795452279177}',
  )
  expect(maskNumbers('130302491231002 a13812345678b')).toBe('130302******002 a13812345678b')
})
