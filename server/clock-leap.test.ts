import { afterAll, beforeAll, expect, test } from 'vitest'
import { demonstrationPassword, demonstrationPeople } from './demonstration.ts'
import { forgetOldKeys } from './platform/agents/timer-agent.ts'
import { sealer } from './platform/book/seal.ts'
import { forgetOldSecrets } from './platform/identity/forget-old.ts'
import { catchUp } from './platform/writer/projections.ts'
import { beginDraft, keptDays, openDrafts } from './portal/drafts.ts'
import { holdForm, takeHeldForm } from './portal/held-forms.ts'
import { openTestBureau, type TestBureau } from './testing/test-bureau.ts'

let house: TestBureau
beforeAll(async () => {
  house = await openTestBureau({ people: { ...demonstrationPeople, bureau: { ...demonstrationPeople.bureau, demonstration: false } } })
})
afterAll(() => house.close())

const draft = {
  citizen: 'c-1',
  item: 'i',
  itemVersion: 1,
  caseId: null,
  applicantKind: 'natural-person',
  actsFor: null,
  contact: { phone: '', address: '', legalRepresentative: '' },
  answers: {},
} as const
const begin = () => beginDraft(house.database, house.bureau, draft, house.clock.now())
const drafts = async () => (await openDrafts(house.database, house.bureau, 'c-1')).map(({ id }) => id)
let phones = 13_900_000_000
/** A day on which something is written in the book, and sealed. */
async function aDay(day: string): Promise<void> {
  house.clock.set(day, '10:00')
  await house.citizen(String(phones++))
  await catchUp(house.database, sealer, house.bureau)
}
/** What runs by itself every hour. */
async function clean(): Promise<void> {
  await forgetOldSecrets(house.database, house.clock.now())
  await forgetOldKeys({ database: house.database, clock: () => house.clock.now().toISOString() })
}
const count = async (table: string): Promise<number> =>
  Number((await house.database.query<{ n: number }>(`select count(*) as n from ${table} where bureau = $1`, [house.bureau])).rows[0]!.n)
const counts = async () => [await count('session'), await count('command_key'), await count('sign_in_code'), await count('sign_in_failure')]
const seen = async () => (await (await house.as('system-administrator')).get('/api/people/clock')).json()

test('a clock set months forwards cleans nothing away, and once it is right again all is as it was', async () => {
  await aDay('2026-03-03')
  const first = await begin()
  const held = await holdForm(house.database, house.bureau, '/x', { a: '1' }, house.clock.now())
  await house.as('window-clerk')
  expect((await house.stranger.post('/api/session/citizen/code', { phone: '13800000002' })).statusCode).toBe(200)
  expect((await house.stranger.post('/api/session/staff', { login: 'shencha', password: 'wrong' })).statusCode).toBe(401)
  const actor = { kind: 'system', id: 'test', name: '测试', roles: [] } as const
  const input = { code: '130371', name: '开发区', seq: 0 }
  await house.writer.submit({ bureau: house.bureau, act: 'set-division', input, actor, channel: 'agent', key: 'kept' })
  const before = await counts()
  expect(Math.min(...before)).toBeGreaterThan(0)

  house.clock.set('2026-12-01', '10:00')
  await clean()
  const second = await begin()
  await holdForm(house.database, house.bureau, '/y', { b: '2' }, house.clock.now())
  expect(await drafts()).toEqual([second, first])
  expect(await counts()).toEqual(before)
  expect(await seen()).toMatchObject({ leap: { from: '2026-03-03', to: '2026-12-01' } })
  await aDay('2026-12-01')
  await clean()
  await begin()
  expect(await drafts()).toContain(first)

  house.clock.set('2026-03-04', '10:00')
  expect(await seen()).toMatchObject({ leap: null })
  expect(await takeHeldForm(house.database, house.bureau, '/x', held)).toEqual({ a: '1' })
  expect(await drafts()).toContain(first)
  const signed = await house.stranger.post('/api/session/staff', { login: 'shencha', password: demonstrationPassword })
  expect(signed.statusCode).toBe(200)
})

test('after five days with entries the new time is believed, and what is old goes', async () => {
  house.clock.set('2026-03-05', '10:00')
  const old = await begin()
  for (const day of ['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05']) await aDay(day)
  await begin()
  expect(await drafts()).toContain(old)
  expect(await count('command_key')).toBeGreaterThan(0)
  await aDay('2026-11-06')
  await clean()
  await begin()
  expect(await drafts()).not.toContain(old)
  expect((await counts()).slice(1)).toEqual([0, 0, 0])
  expect(await seen()).toMatchObject({ leap: null })
})

test('ordinary days take away what is too old for each', async () => {
  await aDay('2026-11-09')
  const old = await begin()
  for (let n = 1; n <= keptDays / 9 + 1; n++) {
    house.clock.advance({ days: 9 })
    await aDay(house.clock.now().toISOString().slice(0, 10))
  }
  const fresh = await begin()
  expect(await drafts()).toContain(fresh)
  expect(await drafts()).not.toContain(old)
})
