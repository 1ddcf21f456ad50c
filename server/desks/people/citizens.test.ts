import { beforeAll, describe, expect, test } from 'vitest'
import type { Act } from '../../../rules/act.ts'
import { type Citizen, citizenRef } from '../../../rules/people/citizen.ts'
import { exportJournal } from '../../platform/book/export-journal.ts'
import { verifyLines } from '../../platform/book/verify-journal.ts'
import { desks } from '../../desks.ts'
import type { Desk } from '../../platform/http/desk.ts'
import { eraseClosedAccounts } from './erase-closed-accounts.ts'
import { openTestBureau, type TestBureau } from '../../testing/test-bureau.ts'

let house: TestBureau
beforeAll(async () => {
  house = await openTestBureau()
})

const residentId = '11010519491231002X'
const uscc = '91350100M000100Y43'
const post = (url: string, body: object) => house.stranger.post(url, body)

describe('a phone code', () => {
  const phone = '13911112222'
  test('signs in once, and registers whom it does not know', async () => {
    const sent = (await post('/api/session/citizen/code', { phone })).json()
    expect(sent).toMatchObject({ minutes: 5 })
    expect(sent.shown).toMatch(/^\d{6}$/)
    const answer = await post('/api/session/citizen', { phone, code: sent.shown })
    expect(answer.statusCode).toBe(200)
    expect(String(answer.headers['set-cookie'])).toContain('oneseal_citizen=')
    expect((await post('/api/session/citizen', { phone, code: sent.shown })).json()).toMatchObject({ status: 401, code: 'code-wrong' })
  })
  test('is sent once a minute and ten times a day', async () => {
    expect((await post('/api/session/citizen/code', { phone })).json()).toMatchObject({ code: 'code-too-soon', detail: { seconds: 60 } })
    const small = await openTestBureau()
    const codes = []
    for (let n = 0; n < 12; n++) {
      const { sendCode } = await import('./citizen-sign-in.ts')
      const sent = await sendCode(small.door, small.bureau, phone)
      codes.push(sent.ok ? 'sent' : sent.refusal.code)
      small.clock.advance({ seconds: 61 })
    }
    expect(codes).toEqual([...Array(10).fill('sent'), 'code-too-many-today', 'code-too-many-today'])
    await small.close()
  })
  test('is wrong after five tries, or five minutes', async () => {
    const other = '13911113333'
    const { shown } = (await post('/api/session/citizen/code', { phone: other })).json()
    const wrong = shown === '000000' ? '000001' : '000000'
    for (let n = 0; n < 5; n++) expect((await post('/api/session/citizen', { phone: other, code: wrong })).statusCode).toBe(401)
    expect((await post('/api/session/citizen', { phone: other, code: shown })).statusCode).toBe(401)
    house.clock.advance({ minutes: 2 })
    const fresh = (await post('/api/session/citizen/code', { phone: other })).json().shown
    house.clock.advance({ minutes: 6 })
    expect((await post('/api/session/citizen', { phone: other, code: fresh })).statusCode).toBe(401)
  })
  test('of before the clock was set back is none, and another can be had at once', async () => {
    const small = await openTestBureau()
    const { checkCode, sendCode } = await import('./citizen-sign-in.ts')
    const shownTo = async () => {
      const sent = await sendCode(small.door, small.bureau, phone)
      return sent.ok ? sent.value.shown! : sent.refusal.code
    }
    const old = await shownTo()
    small.clock.advance({ seconds: -59 })
    expect(await shownTo()).toBe('code-too-soon')
    small.clock.advance({ days: -1 })
    expect(await checkCode(small.door, small.bureau, phone, old)).toMatchObject({ ok: false, refusal: { code: 'code-wrong' } })
    const fresh = await shownTo()
    expect(fresh).toMatch(/^\d{6}$/)
    small.clock.advance({ hours: 1 })
    expect(await checkCode(small.door, small.bureau, phone, fresh)).toMatchObject({ ok: false, refusal: { code: 'code-wrong' } })
    await small.close()
  })
  test('goes to no malformed number', async () => {
    for (const bad of ['', '123', '23911112222', '139111122223', '１３９１１１１２２２２'])
      expect((await post('/api/session/citizen/code', { phone: bad })).json()).toMatchObject({ status: 400, code: 'phone-invalid' })
  })
  test('and number lie nowhere in clear outside of the personal table and the fold', async () => {
    const tables = ['sign_in_code', 'citizen', 'session', 'audit', 'journal', 'command_key']
    await house.audit.flush()
    for (const table of tables) {
      const { rows } = await house.database.query<{ text: string }>(`select row_to_json(t)::text as text from ${table} t where bureau = $1`, [
        house.bureau,
      ])
      for (const { text } of rows) expect(text, table).not.toContain(phone)
    }
  })
  test('two browsers of one new person at once make one account', async () => {
    const { citizenOfPhone } = await import('./citizen-sign-in.ts')
    const both = await Promise.all([citizenOfPhone(house.door, house.bureau, '13911114444'), citizenOfPhone(house.door, house.bureau, '13911114444')])
    expect(new Set(both.map((one) => (one.ok ? one.value.id : 'refused'))).size).toBe(1)
    expect(both[0]!.ok).toBe(true)
  })
})

describe('an account', () => {
  test('shows its numbers masked, and only to its owner', async () => {
    const me = await house.citizen('13922220001')
    expect((await me.post('/api/me/real-name', { name: '张三', residentId: '11010519491231002x' })).json()).toEqual({ level: 1 })
    expect((await me.get('/api/me')).json()).toMatchObject({ level: 1, name: '张三', residentId: '110***********002X', phone: '139****0001' })
    const other = (await (await house.citizen('13922220002')).get('/api/me')).json()
    expect(other).toMatchObject({ level: 0, name: '', residentId: '', firms: [] })
  })
  test('is raised to level 2 by a clerk who has seen the document, and the look is in the audit', async () => {
    const me = await house.citizen('13922220003')
    const clerk = await house.as('window-clerk')
    const found = (await clerk.post('/api/people/citizens/find', { phone: '13922220003' })).json()
    expect(found).toEqual({ id: me.id, phone: '139****0003', level: 0, name: '', residentId: '' })
    const { rows } = await house.database.query('select actor_id from audit where bureau = $1 and subject = $2', [house.bureau, `citizen/${me.id}`])
    expect(rows.length).toBe(1)
    expect((await clerk.post(`/api/people/citizens/${me.id}/verify`, { name: '李四', residentId, document: '居民身份证' })).json().answer).toEqual({
      level: 2,
    })
    expect((await me.get('/api/me')).json()).toMatchObject({ level: 2, name: '李四' })
    const again = (await clerk.post('/api/people/citizens/find', { phone: '13922220003' })).json()
    expect(again.residentId).toBe(`${residentId.slice(0, 3)}***********${residentId.slice(-4)}`)
    expect((await clerk.post('/api/people/citizens/find', { phone: '13999999999' })).statusCode).toBe(404)
  })
  test('closed by its owner is signed out at once, and the phone begins anew', async () => {
    const me = await house.citizen('13922220004')
    expect((await me.post('/api/me/close', { reason: '不再使用' })).statusCode).toBe(200)
    expect((await me.get('/api/me')).statusCode).toBe(401)
    expect((await house.citizen('13922220004')).id).not.toBe(me.id)
  })
})

describe('closing an account', () => {
  const [phone, name] = ['13922220005', '钱注销']
  async function verified(of: TestBureau = house) {
    const lines: string[] = []
    await exportJournal(of.database, of.bureau, (line) => void lines.push(line), { publicOnly: false })
    return verifyLines(
      (async function* () {
        yield* lines
      })(),
    )
  }
  test('erases name, number and phone from the book, the state and what is kept beside; the book still verifies and folds', async () => {
    const me = await house.citizen(phone)
    await me.post('/api/me/real-name', { name, residentId })
    const clerk = await house.as('window-clerk')
    await clerk.post(`/api/people/citizens/${me.id}/verify`, { name, residentId, document: '居民身份证' })
    expect((await me.post('/api/me/close', { reason: '不再使用' })).statusCode).toBe(200)
    await house.settle()
    for (const table of ['personal', 'journal', 'subject', 'command_key', 'citizen', 'session']) {
      const { rows } = await house.database.query<{ text: string }>(`select row_to_json(t)::text as text from ${table} t where bureau = $1`, [
        house.bureau,
      ])
      for (const { text } of rows) for (const gone of [phone, name]) expect(text, table).not.toContain(gone)
    }
    const { rows } = await house.database.query<{ state: Citizen }>(`select state from subject where bureau = $1 and kind = 'citizen' and id = $2`, [
      house.bureau,
      me.id,
    ])
    expect(rows[0]!.state).toMatchObject({ closed: true, name: '', residentId: '', phone: '', personalAt: [] })
    expect(await verified()).toMatchObject({ ok: true })
    // Who registers anew with the phone is somebody else to the book.
    const again = await house.citizen(phone)
    expect(again.id).not.toBe(me.id)
    expect((await again.get('/api/me')).json()).toMatchObject({ level: 0, name: '', residentId: '' })
  })

  test('that was closed when closing did not erase yet is erased once at the next start', async () => {
    // As older releases closed an account: an entry that erases nothing.
    const closeAsBefore: Act<{ id: string }> = {
      name: 'close-as-before',
      needs: ({ id }) => [citizenRef(id)],
      decide: ({ id }) => ({
        entries: [{ subject: citizenRef(id), type: 'citizen-account-closed', version: 1, data: { reason: '不用了' } }],
        answer: {},
      }),
    }
    const earlier: Desk = { name: 'earlier', kinds: [], acts: [closeAsBefore as Act], rows: [], routes: [] }
    const old = await openTestBureau({ desks: [...desks, earlier] })
    const me = await old.citizen('13922220007')
    await me.post('/api/me/real-name', { name: '周早年', residentId })
    const staying = await old.citizen('13922220008')
    await staying.post('/api/me/real-name', { name: '吴留下', residentId })
    expect((await old.submit('close-as-before', { id: me.id })).ok).toBe(true)
    const held = async (id: string) => {
      const { rows } = await old.database.query<{ entries: number; held: number }>(
        `select count(*)::int as entries, count(p.position)::int as held from journal j left join personal p using (bureau, position)
         where bureau = $1 and j.subject_kind = 'citizen' and j.subject_id = $2`,
        [old.bureau, id],
      )
      return rows[0]!
    }
    expect(await held(me.id)).toEqual({ entries: 3, held: 2 })
    await eraseClosedAccounts(old.database, old.writer)
    await old.settle()
    expect(await held(me.id)).toEqual({ entries: 4, held: 0 })
    const { rows } = await old.database.query<{ state: Citizen }>(`select state from subject where bureau = $1 and kind = 'citizen' and id = $2`, [
      old.bureau,
      me.id,
    ])
    expect(rows[0]!.state).toMatchObject({ closed: true, name: '', residentId: '', phone: '', personalAt: [] })
    // At the next start there is nothing left to do; whoever stays is not touched, and nobody else can ask for it.
    await eraseClosedAccounts(old.database, old.writer)
    expect(await held(me.id)).toEqual({ entries: 4, held: 0 })
    expect(await held(staying.id)).toEqual({ entries: 2, held: 2 })
    expect(await old.submit('erase-closed-account', { id: staying.id })).toMatchObject({ refusal: { code: 'nothing-to-erase' } })
    const head = { kind: 'staff', id: 's-juzhang', name: '刘海峰', roles: ['head'] } as const
    expect(await old.submit('erase-closed-account', { id: me.id }, head)).toMatchObject({ refusal: { code: 'not-permitted' } })
    expect(await verified(old)).toMatchObject({ ok: true })
  })

  test('reaches an account opened before the book kept where its data lies', async () => {
    const me = await house.citizen('13922220006')
    await me.post('/api/me/real-name', { name: '孙早年', residentId })
    await house.database.query(`update subject set state = (state::jsonb - 'personalAt')::json where bureau = $1 and kind = 'citizen' and id = $2`, [
      house.bureau,
      me.id,
    ])
    const { up } = await import('../../migrations/0064-where-accounts-lie.ts')
    await house.database.script(up)
    const { rows } = await house.database.query<{ at: number[] }>(
      `select state -> 'personalAt' as at from subject where bureau = $1 and kind = 'citizen' and id = $2`,
      [house.bureau, me.id],
    )
    const { rows: lies } = await house.database.query<{ position: number }>(
      `select position from journal where bureau = $1 and subject_kind = 'citizen' and subject_id = $2 and personal_commitment is not null order by position`,
      [house.bureau, me.id],
    )
    expect(rows[0]!.at).toEqual(lies.map(({ position }) => Number(position)))
    expect(rows[0]!.at).toHaveLength(2)
  })
})

describe('a firm', () => {
  test('lets an agent act by phone, shows it to both, and takes it back', async () => {
    const head = await house.citizen('13933330001')
    const agent = await house.citizen('13933330002')
    for (const one of [head, agent]) await one.post('/api/me/real-name', { name: '王五', residentId })
    expect((await agent.post(`/api/me/firms/${uscc}/agencies`, { agentPhone: '13933330001', items: 'all', until: '2026-12-31' })).statusCode).toBe(
      404,
    )
    expect((await head.post('/api/me/firms', { uscc, name: '某公司' })).statusCode).toBe(200)
    expect(
      (await agent.post(`/api/me/firms/${uscc}/agencies`, { agentPhone: '13933330002', items: 'all', until: '2026-12-31' })).json(),
    ).toMatchObject({ status: 403, code: 'not-representative' })
    const { id } = (await head.post(`/api/me/firms/${uscc}/agencies`, { agentPhone: '13933330002', items: ['food'], until: '2026-12-31' })).json()
    expect((await agent.get('/api/me')).json().firms).toMatchObject([{ uscc, as: 'agent', agencies: [{ id, items: ['food'], until: '2026-12-31' }] }])
    expect((await head.get('/api/me')).json().firms).toMatchObject([{ as: 'representative', agencies: [{ agentName: '王*' }] }])
    expect((await head.post(`/api/me/firms/${uscc}/agencies/${id}/revoke`)).statusCode).toBe(200)
    expect((await agent.get('/api/me')).json().firms).toEqual([])
  })
})

describe('a delegate', () => {
  test('may what the absent head may, on those days, visibly on the head’s behalf', async () => {
    const head = await house.as('s-juzhang')
    const today = house.clock.instant().slice(0, 10)
    const delegate = await house.as('s-shixiang')
    expect((await delegate.get('/api/session')).json().permissions).not.toContain('decide-case')
    const recorded = await head.post('/api/people/staff/s-juzhang/absences', { from: today, until: today, delegate: 's-shixiang', reason: '出差' })
    expect(recorded.statusCode).toBe(200)
    expect((await delegate.get('/api/session')).json()).toMatchObject({ standsInFor: [{ id: 's-juzhang', name: '刘海峰' }], scope: 'bureau' })
    expect((await delegate.get('/api/session')).json().permissions).toContain('decide-case')
    house.clock.advance({ days: 1 })
    house.door.sessions.forgetAll()
    expect((await (await house.as('s-shixiang')).get('/api/session')).json().permissions).not.toContain('decide-case')
  })
  test('cannot be named by a third person', async () => {
    const answer = await (await house.as('reviewer')).post('/api/people/staff/s-jueding/absences', {
      from: '2026-12-01',
      until: '2026-12-02',
      delegate: 's-shencha',
      reason: 'x',
    })
    expect(answer.json()).toMatchObject({ status: 403, code: 'not-yours' })
  })
})

describe('what two people change at once', () => {
  test('is told to the one who comes second, with who and when', async () => {
    const keeper = await house.as('system-administrator')
    const { seq } = (await keeper.get('/api/people/staff/s-fuhe')).json()
    const change = (name: string) => keeper.put('/api/people/staff/s-fuhe', { seq, name, office: 'general-office', windows: [], phone: '' })
    expect((await change('沈涛甲')).statusCode).toBe(200)
    const second = (await change('沈涛乙')).json()
    expect(second).toMatchObject({ status: 409, code: 'subject-changed-since-seen', detail: { by: '韩磊' } })
    expect(second.title).toContain('韩磊')
  })
  test('the same command twice is done once; the same key with another body is refused', async () => {
    const keeper = await house.as('system-administrator')
    const add = (name: string) =>
      keeper.post(
        '/api/people/offices',
        { id: 'twice', name, kind: 'department', parent: '442002', unitCode: '', divisionCode: '' },
        { key: 'press-0001' },
      )
    const one = (await add('两次')).json()
    const two = (await add('两次')).json()
    expect(one.replayed).toBe(false)
    expect(two).toEqual({ ...one, replayed: true })
    expect((await add('别的')).json()).toMatchObject({ status: 422, code: 'idempotency-key-reused' })
    expect((await keeper.post('/api/people/offices', {}, { key: 'bad key!' })).json()).toMatchObject({ status: 400, code: 'bad-header' })
  })
})
