import { beforeAll, describe, expect, test } from 'vitest'
import { demonstrationPassword } from '../../demonstration.ts'
import { openTestBureau, type TestBureau } from '../../testing/test-bureau.ts'

let house: TestBureau
beforeAll(async () => {
  house = await openTestBureau()
})

const request = { password: demonstrationPassword, label: '大数据平台', days: 90 }
const holding = (token: string) => ({
  get: (url: string) => house.app.inject({ method: 'GET', url, headers: { authorization: `Bearer ${token}` } }),
  post: (url: string, payload: object) =>
    house.app.inject({ method: 'POST', url, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, payload }),
})
const made = async (more: object = {}): Promise<{ token: string; id: string; expiresAt: string }> => {
  const clerk = await house.as('window-clerk')
  const answer = await clerk.post('/api/session/tokens', { ...request, ...more })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

describe('a token for another system', () => {
  test('is made by its bearer with the password again, works in the bearer’s name and ends on its day', async () => {
    const { token, expiresAt } = await made()
    expect(expiresAt).toBe(new Date(house.clock.now().getTime() + 90 * 86_400_000).toISOString())
    const clerk = await house.as('window-clerk')
    const session = (await holding(token).get('/api/session')).json()
    expect(session).toMatchObject({ signedIn: true, person: { id: clerk.id } })
    expect((await holding(token).get('/api/cases')).statusCode).toBe(200)
    house.clock.advance({ days: 91 })
    house.door.sessions.forgetAll()
    expect((await holding(token).get('/api/cases')).json()).toMatchObject({ code: 'session-ended' })
  })

  test('is not made without the right password, and guessing locks the account', async () => {
    const clerk = await house.as('reviewer')
    const tries = []
    for (let n = 0; n < 6; n++) tries.push((await clerk.post('/api/session/tokens', { ...request, password: `Wrong-${n}-password` })).json().code)
    expect(tries).toEqual([...Array.from({ length: 5 }, () => 'password-wrong'), 'account-locked'])
    expect((await clerk.post('/api/session/tokens', request)).json()).toMatchObject({ code: 'account-locked' })
    house.clock.advance({ minutes: 16 })
    expect((await clerk.post('/api/session/tokens', request)).statusCode).toBe(200)
  })

  test('can be cut down to some permissions, and then makes no other', async () => {
    const { token } = await made({ permissions: ['see-people'] })
    expect((await holding(token).get('/api/people/staff')).statusCode).toBe(200)
    expect((await holding(token).get('/api/cases')).json()).toMatchObject({ code: 'not-permitted' })
    expect((await holding(token).post('/api/session/tokens', request)).json()).toMatchObject({ code: 'not-permitted' })
    const full = await made()
    expect((await holding(full.token).post('/api/session/tokens', request)).statusCode).toBe(200)
  })

  test('cannot be had by the security administrator, who sees and revokes it', async () => {
    const { token, id } = await made({ permissions: ['see-cases'] })
    const security = await house.as('security-administrator')
    const clerk = await house.as('window-clerk')
    expect((await security.post(`/api/people/staff/${clerk.id}/tokens`, { label: '平台', days: 1 })).statusCode).toBe(404)
    const seen = await security.get(`/api/people/staff/${clerk.id}/sessions`)
    expect(seen.json()).toContainEqual(expect.objectContaining({ id, label: '大数据平台', kind: 'bearer', permissions: ['see-cases'] }))
    expect(seen.body).not.toContain(token)
    expect((await security.post(`/api/people/sessions/${id}/end`, {})).statusCode).toBe(200)
    expect((await holding(token).get('/api/cases')).statusCode).toBe(401)
  })

  test('is listed to its bearer, who ends it; nobody ends another’s so', async () => {
    const { token, id } = await made()
    const clerk = await house.as('window-clerk')
    const own = (await clerk.get('/api/session/own')).json<{ id: string; current: boolean }[]>()
    expect(own.filter(({ current }) => current)).toHaveLength(1)
    expect(own.map((line) => line.id)).toContain(id)
    const reviewer = await house.as('reviewer')
    expect((await reviewer.get('/api/session/own')).body).not.toContain(id)
    expect((await reviewer.post(`/api/session/own/${id}/end`, {})).json()).toMatchObject({ code: 'session-not-found' })
    expect((await holding(token).get('/api/cases')).statusCode).toBe(200)
    expect((await clerk.post(`/api/session/own/${id}/end`, {})).statusCode).toBe(200)
    expect((await holding(token).get('/api/cases')).statusCode).toBe(401)
  })

  test('dies with a new password and with leaving', async () => {
    const clerk = await house.as('window-clerk')
    const { token } = await made()
    const changed = await clerk.post('/api/session/password', { old: demonstrationPassword, new: 'Another-good-1-password' })
    expect(changed.statusCode, changed.body).toBe(200)
    expect((await holding(token).get('/api/cases')).statusCode).toBe(401)
    const next = await made({ password: 'Another-good-1-password' })
    await house.submit('disable-staff', { id: clerk.id, reason: '调离' })
    house.door.sessions.forgetAll()
    expect((await holding(next.token).get('/api/cases')).statusCode).toBe(401)
  })
})

describe('changing one’s password', () => {
  test('is open to a whole hall behind one address, and to no guessing at one account', async () => {
    const head = await house.as('head')
    const wrong = []
    for (let n = 0; n < 6; n++)
      wrong.push((await head.post('/api/session/password', { old: `Wrong-${n}-password`, new: 'Another-good-1-password' })).json().code)
    expect(wrong).toEqual([...Array.from({ length: 5 }, () => 'password-wrong'), 'account-locked'])
    const others = ['decision-maker', 'supervisor', 'finance-officer', 'finance-reviewer', 'catalogue-editor', 'catalogue-approver']
    for (const role of others) {
      const done = await (await house.as(role)).post('/api/session/password', { old: demonstrationPassword, new: 'Another-good-1-password' })
      expect(done.statusCode, `${role} ${done.body}`).toBe(200)
    }
    expect((await house.stranger.post('/api/session/staff', { login: 'nobody', password: 'x' })).statusCode).toBe(401)
  })
})
