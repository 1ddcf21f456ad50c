import { beforeAll, describe, expect, test } from 'vitest'
import { demonstrationPassword } from '../../demonstration.ts'
import { openTestBureau, type TestBureau } from '../../testing/test-bureau.ts'
import { hashPassword, isPassword } from './password.ts'

let house: TestBureau
beforeAll(async () => {
  house = await openTestBureau()
})

/** Sessions are believed for a second on the machine's clock; a test that moved the pinned clock asks anew. */
const later = (by: Parameters<TestBureau['clock']['advance']>[0]): void => {
  house.clock.advance(by)
  house.door.sessions.forgetAll()
}

const signIn = (login: string, password: string, more: object = {}) => house.stranger.post('/api/session/staff', { login, password, ...more })

const cookieOf = (answer: { headers: Record<string, unknown> }): string => String([answer.headers['set-cookie']].flat()[0]).split(';')[0]!

describe('a session', () => {
  test('comes as an HttpOnly, SameSite cookie and its token lies in no table', async () => {
    const answer = await signIn('shencha', demonstrationPassword)
    expect(answer.statusCode).toBe(200)
    const cookie = String([answer.headers['set-cookie']].flat()[0])
    expect(cookie).toContain('HttpOnly')
    expect(cookie).toContain('SameSite=Lax')
    expect(answer.json()).not.toHaveProperty('token')
    const token = cookieOf(answer).split('=')[1]!
    const { rows } = await house.database.query<{ text: string }>('select row_to_json(s)::text as text from session s where bureau = $1', [
      house.bureau,
    ])
    expect(rows.length).toBeGreaterThan(0)
    for (const { text } of rows) expect(text).not.toContain(token)
    const who = await house.app.inject({ url: '/api/session', headers: { cookie: cookieOf(answer) } })
    expect(who.json()).toMatchObject({ signedIn: true, person: { name: '赵建国', officeName: '社会事务科' }, roles: ['reviewer'], scope: 'office' })
  })

  test('ends when idle, and is kept alive by use up to its whole life', async () => {
    const clerk = await house.as('window-clerk')
    for (let n = 0; n < 24; n++) {
      later({ minutes: 29 })
      expect((await clerk.get('/api/people/staff')).statusCode).toBe(200)
    }
    later({ minutes: 29 })
    expect((await clerk.get('/api/people/staff')).statusCode).toBe(401)
    const idle = await house.as('s-shencha4')
    const listed = async () => (await (await house.as('security-administrator')).get(`/api/people/staff/${idle.id}/sessions`)).json().length
    expect(await listed()).toBe(1)
    later({ minutes: 31 })
    expect((await idle.get('/api/people/staff')).json()).toMatchObject({ status: 401, code: 'sign-in-needed' })
    expect(await listed()).toBe(0)
  })

  test('ends when the clock jumps past its idle time, forwards or backwards, and not when it is put right by a minute', async () => {
    const clerk = await house.as('window-clerk')
    const ask = async () => (await clerk.get('/api/people/staff')).statusCode
    later({ minutes: -1 })
    expect(await ask()).toBe(200)
    later({ minutes: 1 })
    expect(await ask()).toBe(200)
    later({ hours: 1 })
    expect(await ask()).toBe(401)
    const next = await house.as('window-clerk')
    later({ days: -1 })
    // It would be alive for a day without anybody at the screen.
    expect((await next.get('/api/people/staff')).statusCode).toBe(401)
    const program = await house.as('window-clerk', { bearer: true })
    expect((await program.get('/api/people/staff')).statusCode).toBe(200)
    later({ days: 1 })
  })

  test('that was begun before the clock went back a little is idle by the new clock', async () => {
    const clerk = await house.as('window-clerk')
    later({ minutes: -10 })
    expect((await clerk.get('/api/people/staff')).statusCode).toBe(200)
    later({ minutes: 31 })
    expect((await clerk.get('/api/people/staff')).statusCode).toBe(401)
  })

  test('is cut off at once by the security administrator, with all tokens', async () => {
    const reviewer = await house.as('s-shencha2')
    const token = await house.as('s-shencha2', { bearer: true })
    const guard = await house.as('security-administrator')
    expect((await reviewer.get('/api/people/staff')).statusCode).toBe(200)
    expect((await token.get('/api/people/staff')).statusCode).toBe(200)
    const listed = (await guard.get('/api/people/staff/s-shencha2/sessions')).json()
    expect(listed.length).toBe(2)
    expect((await guard.post('/api/people/staff/s-shencha2/cut-off')).json()).toEqual({ ended: 2 })
    expect((await reviewer.get('/api/people/staff')).statusCode).toBe(401)
    expect((await token.get('/api/people/staff')).json()).toMatchObject({ status: 401, code: 'session-ended' })
  })

  test('ends by signing out, and the cookie is taken back', async () => {
    const clerk = await house.as('window-clerk')
    const out = await clerk.delete('/api/session')
    expect(out.statusCode).toBe(200)
    expect(String(out.headers['set-cookie'])).toContain('oneseal_staff=;')
    expect((await clerk.get('/api/people/staff')).statusCode).toBe(401)
  })

  test('of a colleague who leaves is void with that act, and so are the roles', async () => {
    const leaving = await house.as('s-shencha3')
    expect((await leaving.get('/api/people/staff')).statusCode).toBe(200)
    const keeper = await house.as('system-administrator')
    expect((await keeper.post('/api/people/staff/s-shencha3/disable', { reason: '调离' })).statusCode).toBe(200)
    expect((await leaving.get('/api/people/staff')).statusCode).toBe(401)
    expect((await signIn('shencha3', demonstrationPassword)).json()).toMatchObject({ code: 'sign-in-refused' })
  })
})

describe('a request with a cookie', () => {
  const url = '/api/session/password'
  const body = JSON.stringify({ old: 'x', new: 'y' })
  const send = async (headers: Record<string, string>) => {
    const clerk = await house.as('window-clerk')
    return house.app.inject({ method: 'POST', url, payload: body, headers: { 'content-type': 'application/json', ...clerk.credentials, ...headers } })
  }
  test('without the form token, or with another session’s, is refused', async () => {
    expect((await send({})).json()).toMatchObject({ status: 403, code: 'csrf' })
    const other = await house.as('head')
    expect((await send({ 'x-csrf-token': other.csrf })).json()).toMatchObject({ status: 403, code: 'csrf' })
    expect((await send({ 'x-csrf-token': 'x.y' })).json()).toMatchObject({ status: 403, code: 'csrf' })
  })
  test('from another site is refused before anything else', async () => {
    const clerk = await house.as('window-clerk')
    for (const headers of [{ origin: 'https://evil.cn' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }] as Record<string, string>[])
      expect((await clerk.post(url, { old: 'x', new: 'y' }, { headers })).json()).toMatchObject({ status: 403, code: 'origin-refused' })
    const own = await clerk.post(url, { old: 'x', new: 'y' }, { headers: { origin: 'http://localhost:80', host: 'localhost:80' } })
    expect(own.json().code).toBe('password-wrong')
  })
  test('a bearer token needs no form token; a cookie’s token is no bearer', async () => {
    const program = await house.as('window-clerk', { bearer: true })
    expect((await program.post(url, { old: 'x', new: 'y' })).json().code).toBe('password-wrong')
    const clerk = await house.as('window-clerk')
    const token = clerk.credentials.cookie!.split('=')[1]!
    const answer = await house.app.inject({ url: '/api/people/staff', headers: { authorization: `Bearer ${token}` } })
    expect(answer.json()).toMatchObject({ status: 401, code: 'session-ended' })
  })
})

describe('signing in', () => {
  test('locks after five failures for fifteen minutes, known name or not, and the answers are the same', async () => {
    for (const login of ['jiancha', 'nobody-here']) {
      const answers = []
      for (let n = 0; n < 6; n++) answers.push(await signIn(login, `Wrong-${n}-password`))
      expect(answers.map((answer) => answer.json().code)).toEqual([...Array(5).fill('sign-in-refused'), 'account-locked'])
      expect(answers[5]!.json()).toMatchObject({ status: 423, detail: { minutes: 15 } })
    }
    expect((await signIn('jiancha', demonstrationPassword)).json().code).toBe('account-locked')
    later({ minutes: 16 })
    expect((await signIn('jiancha', demonstrationPassword)).statusCode).toBe(200)
  })

  test('is locked for no day longer where the clock is set back, for a minute longer by a minute, and no longer where it jumps forwards', async () => {
    const home = await openTestBureau()
    const guess = async (password: string) => (await home.stranger.post('/api/session/staff', { login: 'caiwu', password })).json().code
    const lock = async () => {
      for (let n = 0; n < 5; n++) await guess(`Wrong-${n}-password`)
      expect(await guess(demonstrationPassword)).toBe('account-locked')
    }
    await lock()
    home.clock.advance({ minutes: -1 })
    expect(await guess(demonstrationPassword)).toBe('account-locked')
    home.clock.advance({ minutes: 15 })
    expect(await guess(demonstrationPassword)).toBe('account-locked')
    home.clock.advance({ minutes: 2 })
    expect(await guess(demonstrationPassword)).toBeUndefined()
    await lock()
    home.clock.advance({ days: -1 })
    const guard = await home.as('security-administrator')
    expect((await guard.get('/api/people/staff/s-caiwu')).json().locked).toBe(false)
    expect(await guess(demonstrationPassword)).toBeUndefined()
    await lock()
    home.clock.advance({ hours: 1 })
    expect(await guess(demonstrationPassword)).toBeUndefined()
    await home.close()
  })

  test('a dozen wrong guesses at once are no dozen tries, and an administrator unlocks', async () => {
    const home = await openTestBureau()
    const guess = (password: string) => home.stranger.post('/api/session/staff', { login: 'caiwu', password })
    const codes = await Promise.all(Array.from({ length: 12 }, async (_, n) => (await guess(`Guess-${n}-here`)).json().code))
    expect(codes.filter((code) => code === 'sign-in-refused').length).toBeLessThanOrEqual(5)
    expect((await guess(demonstrationPassword)).json().code).toBe('account-locked')
    const guard = await home.as('security-administrator')
    expect((await guard.get('/api/people/staff/s-caiwu')).json().locked).toBe(true)
    expect((await guard.post('/api/people/staff/s-caiwu/unlock')).json()).toEqual({ wasLocked: true })
    expect((await guess(demonstrationPassword)).statusCode).toBe(200)
    await home.close()
  })

  test('twenty times at once with the right password is let in twenty times, among wrong ones before the fifth too', async () => {
    const home = await openTestBureau()
    const sign = async (password: string) => (await home.stranger.post('/api/session/staff', { login: 'caiwu', password })).statusCode
    const right = await Promise.all(Array.from({ length: 20 }, () => sign(demonstrationPassword)))
    expect(right).toEqual(right.map(() => 200))
    const mixed = ['Wrong-1-x', 'Wrong-2-x', 'Wrong-3-x', 'Wrong-4-x', demonstrationPassword, 'Wrong-5-x', demonstrationPassword]
    expect(await Promise.all(mixed.map(sign))).toEqual([401, 401, 401, 401, 200, 401, 200])
    await home.close()
  })

  test('as an unknown name takes about the time of a wrong password', async () => {
    const home = await openTestBureau()
    const time = async (login: string): Promise<number> => {
      const from = performance.now()
      expect((await home.stranger.post('/api/session/staff', { login, password: 'Some-wrong-1' })).statusCode).toBe(401)
      return performance.now() - from
    }
    await time('warm-up')
    // In turns, and the quickest of each: what else the machine does falls on both.
    const times = { unknown: [] as number[], known: [] as number[] }
    for (const [n, login] of ['chuangkou', 'chuangkou2', 'shencha', 'juzhang', 'jueding'].entries()) {
      times.unknown.push(await time(`nobody${n}`))
      times.known.push(await time(login))
    }
    const [unknown, known] = [Math.min(...times.unknown), Math.min(...times.known)]
    expect(unknown / known).toBeGreaterThan(0.4)
    expect(unknown / known).toBeLessThan(2.5)
    await home.close()
  })

  test('too often from one address is slowed down, but not a hall that signs in at nine', async () => {
    const small = await openTestBureau()
    const codes = []
    for (let n = 0; n < 92; n++) codes.push((await small.stranger.post('/api/session/staff', {})).statusCode)
    expect(codes.slice(0, 90).every((code) => code === 400)).toBe(true)
    expect(codes.slice(90)).toEqual([429, 429])
    await small.close()
  })

  test('is not slowed down by what comes from the same address to another bureau', async () => {
    const [one, other] = [await openTestBureau(), await openTestBureau()]
    const keeper = await other.as('system-administrator')
    const { seq, seals: _, demonstration: __, ...fields } = (await keeper.get('/api/people/bureau')).json()
    expect((await keeper.put('/api/people/bureau', { ...fields, seq, hosts: ['other.example.cn'] })).statusCode).toBe(200)
    const attempt = async (host?: string) => (await one.stranger.post('/api/session/staff', {}, { headers: host ? { host } : {} })).statusCode
    for (let n = 0; n < 90; n++) await attempt()
    expect([await attempt(), await attempt('other.example.cn'), await attempt('unknown.example.cn')]).toEqual([429, 400, 429])
  })
})

describe('a first password', () => {
  test('must be changed before anything else, by the rule', async () => {
    const home = await openTestBureau()
    const keeper = await home.as('system-administrator')
    const added = (
      await keeper.post(
        '/api/people/staff',
        { login: 'xinren', name: '新人', office: 'social-affairs', windows: [], phone: '' },
        { key: 'add-xinren-1' },
      )
    ).json()
    expect(added.firstPassword).toMatch(/^\S{14}$/)
    const again = (
      await keeper.post(
        '/api/people/staff',
        { login: 'xinren', name: '新人', office: 'social-affairs', windows: [], phone: '' },
        { key: 'add-xinren-1' },
      )
    ).json()
    expect(again).toEqual({ id: added.id, firstPassword: null })
    const token = (await home.stranger.post('/api/session/staff', { login: 'xinren', password: added.firstPassword, bearer: true })).json()
    expect(token.mustChangePassword).toBe(true)
    const headers = { authorization: `Bearer ${token.token}` }
    expect((await home.app.inject({ url: '/api/people/offices', headers })).json()).toMatchObject({ status: 403, code: 'password-change-needed' })
    const change = (password: string) => home.stranger.post('/api/session/password', { old: added.firstPassword, new: password }, { headers })
    expect((await change('short1A')).json()).toMatchObject({ code: 'password-too-short', detail: { least: 8 } })
    expect((await change('alllowercase')).json().code).toBe('password-too-plain')
    expect((await change('Xinren-2026')).json().code).toBe('password-has-name')
    expect((await change(added.firstPassword)).json().code).toBe('password-same')
    expect((await change('Chunfeng-2026')).statusCode).toBe(200)
    home.door.sessions.forgetAll()
    expect((await home.app.inject({ url: '/api/people/offices', headers })).statusCode).toBe(200)
    await home.close()
  })
})

test('a password is kept as argon2id with its cost, and only the right one fits', async () => {
  const hash = await hashPassword('春风-Chunfeng-1')
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await isPassword('春风-Chunfeng-1', hash)).toBe(true)
  expect(await isPassword('春风-Chunfeng-2', hash)).toBe(false)
  expect(await isPassword('x', 'not a hash')).toBe(false)
  expect(await hashPassword('春风-Chunfeng-1')).not.toBe(hash)
})
