import { Type } from 'typebox'
import { beforeAll, describe, expect, test } from 'vitest'
import { desks } from '../../desks.ts'
import type { Act, SubjectKind } from '../../../rules/act.ts'
import { openTestBureau, type TestBureau } from '../../testing/test-bureau.ts'
import type { Desk } from './desk.ts'
import { json, page, seeOther } from './answer.ts'
import { defineRoute } from './route-row.ts'

const noteKind: SubjectKind<string[]> = { kind: 'note', fold: (state, entry) => [...(state ?? []), (entry.data as { text: string }).text] }
const writeNote: Act<{ readonly id: string; readonly text: string }> = {
  name: 'write-note',
  needs: ({ id }) => [{ kind: 'note', id }],
  decide: ({ id, text }, _loaded, { actor }) => ({
    entries: [{ subject: { kind: 'note', id }, type: 'note-written', version: 1, data: { text } }],
    answer: { roles: [...actor.roles] },
  }),
}
const Note = Type.Object({ text: Type.String({ maxLength: 100 }) })

/** A desk for trying doors: an act behind a permission, a form, and a handler with a bug. */
const noteDesk: Desk = {
  name: 'notes',
  kinds: [noteKind as SubjectKind],
  acts: [writeNote as Act],
  rows: [],
  routes: [
    defineRoute({
      method: 'POST',
      path: '/api/notes/:id',
      permission: 'decide-case',
      audit: 'write-note',
      act: 'write-note',
      summary: '写',
      schema: { params: Type.Object({ id: Type.String() }), body: Note, response: Type.Object({ roles: Type.Array(Type.String()) }) },
    }),
    defineRoute({
      method: 'POST',
      path: '/notes/:id',
      permission: 'citizen',
      audit: 'send-note-form',
      summary: '填表',
      schema: { params: Type.Object({ id: Type.String() }), body: Note, response: 'see-other' },
      handler: async (visit) => {
        const done = await visit.submit('write-note', { ...visit.params, ...visit.body })
        return done.ok ? seeOther(`/notes/${visit.params.id}?again=${done.replayed}`) : { kind: 'refusal', refusal: done.refusal }
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/notes/:id',
      permission: 'citizen',
      audit: 'look-at-note',
      summary: '看',
      schema: { params: Type.Object({ id: Type.String() }), query: Type.Object({ again: Type.Optional(Type.Boolean()) }), response: 'page' },
      handler: (visit) => page(`<p>${visit.params.id}</p>`),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/bug',
      permission: 'public',
      audit: 'look-at-bug',
      summary: '错',
      schema: { response: Type.Object({}) },
      handler: () => {
        throw new Error('secret detail of the machine')
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/broken-off',
      permission: 'public',
      audit: 'look-at-broken-off',
      auditing: 'personal',
      summary: '断',
      schema: { response: Type.Object({}) },
      handler: async (visit) => {
        visit.request.raw.socket.destroy()
        await new Promise((resolve) => setImmediate(resolve))
        return json({})
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/leak',
      permission: 'public',
      audit: 'look-at-leak',
      summary: '多给',
      schema: { response: Type.Object({ shown: Type.String() }) },
      handler: () => json({ shown: 'yes', hidden: 'no' }),
    }),
  ],
}

let house: TestBureau
beforeAll(async () => {
  house = await openTestBureau({ desks: [...desks, noteDesk] })
})

describe('an act’s door', () => {
  test('needs no handler and answers with the act’s answer and the new sequence', async () => {
    const answer = await (await house.as('decision-maker')).post('/api/notes/n1', { text: '好' })
    expect(answer.json()).toMatchObject({ replayed: false, seqs: [{ kind: 'note', id: 'n1', seq: 1 }], answer: { roles: ['decision-maker'] } })
  })

  test('lets a delegate through in the absent head’s name, and the book says so', async () => {
    const today = house.clock.instant().slice(0, 10)
    const delegate = await house.as('s-caiwu')
    expect((await delegate.post('/api/notes/n2', { text: '代' })).statusCode).toBe(403)
    await (await house.as('s-juzhang')).post('/api/people/staff/s-juzhang/absences', {
      from: today,
      until: today,
      delegate: 's-caiwu',
      reason: '开会',
    })
    const answer = await delegate.post('/api/notes/n2', { text: '代' })
    expect(answer.json().answer.roles).toEqual(['head'])
    const { rows } = await house.database.query("select on_behalf_of, actor->>'id' as actor from journal where bureau = $1 and subject_id = 'n2'", [
      house.bureau,
    ])
    expect(rows).toEqual([{ on_behalf_of: 's-juzhang', actor: 's-caiwu' }])
  })
})

describe('a form without JavaScript', () => {
  test('carries its token and key as hidden fields, and a second press does nothing twice', async () => {
    const citizen = await house.citizen()
    const press = () => citizen.form('/notes/f1', { text: '表', idempotency_key: 'form-press-1' })
    const first = await press()
    expect(first.statusCode).toBe(303)
    expect(first.headers.location).toBe('/notes/f1?again=false')
    expect((await press()).headers.location).toBe('/notes/f1?again=true')
    const { rows } = await house.database.query("select 1 from journal where bureau = $1 and subject_id = 'f1'", [house.bureau])
    expect(rows.length).toBe(1)
    const forged = await house.app.inject({
      method: 'POST',
      url: '/notes/f1',
      payload: 'text=x',
      headers: { ...citizen.credentials, 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    })
    expect(forged.statusCode).toBe(403)
    expect(forged.body).toContain('页面已过期，请刷新后重新提交。')
  })

  test('with an unknown field is refused on a page that shows no markup of the sender', async () => {
    const citizen = await house.citizen()
    const answer = await citizen.form('/notes/f2', { text: 'x', '<b>y</b>': '1' })
    expect(answer.statusCode).toBe(400)
    expect(answer.headers['content-type']).toContain('text/html')
    expect(answer.body).toContain('&lt;b&gt;y&lt;/b&gt;')
    expect(answer.body).not.toContain('<b>y')
  })

  test('sends somebody not signed in to sign in, and back again', async () => {
    const answer = await house.stranger.get('/notes/f1?again=true', { accept: 'text/html' })
    expect(answer.statusCode).toBe(303)
    expect(answer.headers.location).toBe(`/sign-in?next=${encodeURIComponent('/notes/f1?again=true')}`)
  })
})

describe('a browser with two cookies', () => {
  test('is the citizen at the citizens’ doors, the staff member at theirs, and whom the form token names elsewhere', async () => {
    const clerk = await house.as('window-clerk')
    const citizen = await house.citizen()
    const cookie = `${clerk.credentials.cookie}; ${citizen.credentials.cookie}`
    const who = async (url: string, more: Record<string, string> = {}) => house.app.inject({ url, headers: { cookie, ...more } })
    expect((await who('/api/me')).json().id).toBe(citizen.id)
    expect((await who('/api/people/staff')).statusCode).toBe(200)
    expect((await who('/api/session')).json().person.id).toBe(clerk.id)
    expect((await who('/api/session', { 'x-csrf-token': citizen.csrf })).json().person.id).toBe(citizen.id)
  })
})

describe('what breaks', () => {
  test('is answered with a sentence and the request’s name, never with the machine’s words', async () => {
    const answer = await house.stranger.get('/api/bug')
    expect(answer.statusCode).toBe(500)
    expect(answer.json()).toMatchObject({ code: 'broken', request: answer.headers['x-request-id'] })
    expect(answer.body).not.toContain('secret')
  })
  test('an answer has only what its schema names', async () => {
    expect((await house.stranger.get('/api/leak')).json()).toEqual({ shown: 'yes' })
  })
})

describe('a visitor who breaks off', () => {
  test('stands in the audit with the address from which the request came', async () => {
    const address = await house.app.listen({ port: 0, host: '127.0.0.1' })
    await expect(fetch(`${address}/api/broken-off`)).rejects.toThrow()
    await house.audit.flush()
    const { rows } = await house.database.query(`select ip from audit where bureau = $1 and door = 'look-at-broken-off'`, [house.bureau])
    expect(rows).toEqual([{ ip: '127.0.0.1' }])
  })
})

describe('a host name', () => {
  test('of a bureau leads to it, another to the configured one; a session is good for one bureau only', async () => {
    const keeper = await house.as('system-administrator')
    const bureau = (await keeper.get('/api/people/bureau')).json()
    const { demonstration: _, seals: __, ...fields } = bureau
    expect((await keeper.put('/api/people/bureau', { ...fields, hosts: ['one.example.cn'], name: '甲局' })).statusCode).toBe(200)
    const other = await openTestBureau()
    const nameAt = async (host: string) => (await other.app.inject({ url: '/api/session', headers: { host } })).json().bureau.name
    expect(await nameAt('one.example.cn')).toBe('甲局')
    expect(await nameAt('ONE.example.cn:8080')).toBe('甲局')
    expect(await nameAt('localhost')).toBe('秦皇岛经济技术开发区行政审批局')
    const headers = { ...(await other.as('head')).credentials }
    expect((await other.app.inject({ url: '/api/people/staff', headers: { ...headers, host: 'one.example.cn' } })).statusCode).toBe(401)
    expect((await other.app.inject({ url: '/api/people/staff', headers })).statusCode).toBe(200)
    const lost = async (host: string) => (await other.app.inject({ url: '/nowhere', headers: { host, accept: 'text/html' } })).body
    expect(await lost('one.example.cn')).toContain('甲局')
    expect(await lost('localhost')).toContain('秦皇岛经济技术开发区行政审批局')
    const admin = await other.as('system-administrator')
    const taken = await admin.put('/api/people/bureau', { ...fields, seq: 1, hosts: ['two.example.cn', 'one.example.cn'] })
    expect([taken.statusCode, taken.json().code, taken.json().title]).toEqual([
      409,
      'host-taken',
      '域名 one.example.cn 已经是另一个审批局的，请换一个。',
    ])
    expect((await admin.put('/api/people/bureau', { ...fields, seq: 1, hosts: ['two.example.cn'] })).statusCode).toBe(200)
  })
})
