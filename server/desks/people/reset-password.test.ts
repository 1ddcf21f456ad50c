import { expect, test } from 'vitest'
import { demonstrationPassword } from '../../demonstration.ts'
import { openTestBureau } from '../../testing/test-bureau.ts'

test('a password that the security administrator has set ends every login, must be replaced at once, and the person is told who set it and when', async () => {
  const house = await openTestBureau()
  const [security, clerk, token] = [
    await house.as('security-administrator'),
    await house.as('s-chuangkou'),
    await house.as('s-chuangkou', { bearer: true }),
  ]
  const reset = await security.post(`/api/people/staff/${clerk.id}/reset-password`)
  const { firstPassword } = reset.json<{ firstPassword: string }>()
  for (const one of [clerk, token]) expect((await one.get('/api/cases')).statusCode).toBe(401)
  const at = house.clock.now()
  house.clock.advance({ minutes: 5 })

  const signIn = (password: string) =>
    house.stranger.post('/api/session/staff', { login: 'chuangkou', password, bearer: true }).then((answer) => answer.json())
  expect(await signIn(demonstrationPassword)).toMatchObject({ code: 'sign-in-refused' })
  const signed = await signIn(firstPassword)
  expect(signed).toMatchObject({ mustChangePassword: true })
  const headers = { authorization: `Bearer ${signed.token}`, 'content-type': 'application/json' }
  const get = (url: string) => house.app.inject({ url, headers }).then((answer) => answer.json())
  const told = { by: '杨帆', at: expect.stringContaining('09:00'), replaced: false }
  expect(await get('/api/session')).toMatchObject({ mustChangePassword: true, passwordReset: told })
  expect(await get('/api/cases')).toMatchObject({ code: 'password-change-needed' })

  const change = (fresh: string) =>
    house.app
      .inject({ method: 'POST', url: '/api/session/password', headers, payload: { old: firstPassword, new: fresh } })
      .then((answer) => answer.json())
  expect(await change(firstPassword)).toMatchObject({ code: 'password-same' })
  expect(await change('Kaifaqu-2026-own')).toEqual({})
  house.door.sessions.forgetAll()
  expect(await get('/api/session')).toMatchObject({ mustChangePassword: false, passwordReset: { ...told, replaced: true } })
  expect(await get(`/api/people/staff/${clerk.id}`)).toMatchObject({ passwordReset: { by: '杨帆', replaced: true } })
  expect((await security.get(`/api/people/staff/${clerk.id}`)).json()).toMatchObject({ passwordReset: { by: '杨帆', replaced: true } })
  expect((await (await house.as('s-juzhang')).get(`/api/people/staff/${clerk.id}`)).json()).toMatchObject({ passwordReset: null })
  expect(new Date((await get('/api/session')).passwordReset.at)).toEqual(at)
})
