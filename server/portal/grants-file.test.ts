import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { anItem } from '../../rules/case/testing/an-item.ts'
import { type CaseBureau, openCaseBureau } from '../desks/cases/testing/case-bureau.ts'

const many = 60_000
let bureau: CaseBureau

beforeAll(async () => {
  bureau = await openCaseBureau([anItem()])
  const of = [bureau.bureau, many] as const
  await bureau.database.query(
    `insert into permit_row (bureau, id, valid_from, changed, granted_on, item, decision_number)
      select $1, 'c-' || n, date '2026-01-01' + n / 300, false, date '2026-01-01' + n / 300, 'test-permit', '秦开审批准字〔2026〕' || n || '号'
      from generate_series(1, $2::int) n`,
    of,
  )
  await bureau.database.query(
    `insert into case_row (bureau, id, seq, number, phase, running, item, item_name, procedure, applicant_name, applicant_kind, office, receiving_office,
        received_on, received_at, stopped, provisional, urgency, reminders, search_text)
      select $1, 'c-' || n, 1, n::text, 'granted', false, 'test-permit', '测试经营许可', 'permit', '秦皇岛第' || n || '商贸有限公司', 'enterprise', '', '',
        '2026-01-01', '2026-01-01', false, false, '9999-12-31', 0, '' from generate_series(1, $2::int) n`,
    of,
  )
}, 120_000)

const readings = () => vi.mocked(bureau.database.query).mock.calls.length

describe('the register of grants as a table to take away', () => {
  test('holds every grant, each once', async () => {
    const { body } = await bureau.stranger.get('/grants.csv')
    const numbers = body.split('\r\n').flatMap((line) => /〔2026〕(\d+)号/.exec(line)?.[1] ?? [])
    expect(numbers).toHaveLength(many)
    expect(new Set(numbers).size).toBe(many)
  })

  test('is read only as fast as it is taken, and no further once the reader leaves', async () => {
    vi.spyOn(bureau.database, 'query')
    await bureau.app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = bureau.app.server.address() as AddressInfo
    const request = get({ port, host: '127.0.0.1', path: '/grants.csv', headers: { host: 'localhost' } })
    const [answer] = (await once(request, 'response')) as [IncomingMessage]
    expect(answer.statusCode).toBe(200)
    // Nobody reads: what lies ready fills the line, and the rest stays where it is.
    let before = -1
    while (before !== readings()) {
      before = readings()
      await pause(500)
    }
    expect(before).toBeGreaterThan(0)
    expect(before).toBeLessThan(many / 500)
    request.destroy()
    await pause(500)
    expect(readings()).toBeLessThanOrEqual(before + 1)
  }, 60_000)
})
