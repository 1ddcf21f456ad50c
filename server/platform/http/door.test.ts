import { beforeAll, describe, expect, test } from 'vitest'
import { openTestBureau, type TestBureau } from '../../testing/test-bureau.ts'

let house: TestBureau
beforeAll(async () => {
  house = await openTestBureau()
})

describe('the door', () => {
  test('opens for a clerk and tells who is here', async () => {
    const clerk = await house.as('window-clerk')
    const answer = (await clerk.get('/api/session')).json()
    expect(answer).toMatchObject({ signedIn: true, person: { name: '秦芳' }, bureau: { demonstration: true } })
  })
})
