import { afterAll, beforeAll, expect, test } from 'vitest'
import { demonstrationPeople } from '../../demonstration.ts'
import { openTestBureau, type TestBureau } from '../../testing/test-bureau.ts'

let house: TestBureau
beforeAll(async () => {
  house = await openTestBureau({ people: { ...demonstrationPeople, bureau: { ...demonstrationPeople.bureau, demonstration: false } } })
})
afterAll(() => house.close())

let phones = 13_900_000_000
/** Anything written in the book. */
const write = () => house.citizen(String(phones++))
const seen = async () => (await (await house.as('system-administrator')).get('/api/people/clock')).json()

test('the system administrator sees that the clock was set back, how far it still is behind, and nothing of a small step', async () => {
  house.clock.set('2026-03-05', '10:00')
  await write()
  expect(await seen()).toEqual({ behindSeconds: 0, setBacks: [], leap: null })
  house.clock.advance({ seconds: -4 })
  await write()
  expect(await seen()).toEqual({ behindSeconds: 0, setBacks: [], leap: null })
  house.clock.set('2026-03-04', '10:00')
  expect(await seen()).toEqual({ behindSeconds: 86_400, setBacks: [], leap: null })
  await write()
  const step = { from: expect.stringMatching(/^2026-03-05.10:00:00/), to: expect.stringMatching(/^2026-03-04.10:00:00/) }
  expect(await seen()).toEqual({ behindSeconds: 86_400, setBacks: [step], leap: null })
  house.clock.set('2026-03-06', '10:00')
  await write()
  expect(await seen()).toEqual({ behindSeconds: 0, setBacks: [step], leap: null })
})

test('nobody else is asked to keep the clock', async () => {
  for (const role of ['head', 'window-clerk', 'security-administrator'])
    expect((await (await house.as(role)).get('/api/people/clock')).json()).toMatchObject({ status: 403 })
})
