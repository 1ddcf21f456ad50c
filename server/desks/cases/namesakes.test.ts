import { describe, expect, it } from 'vitest'
import type { CaseList } from '../../../contract/cases.ts'
import { anItem } from '../../../rules/case/testing/an-item.ts'
import type { PlainDate } from '../../../rules/time/plain-date.ts'
import { quarterOf, quartersBack } from './search-text.ts'
import { counterApplication, openCaseBureau } from './testing/case-bureau.ts'

const on = (day: string) => day as PlainDate

describe('quarters of receipt', () => {
  it.each([
    ['2026-11-26', '20264'],
    ['2026-01-01', '20261'],
    ['2025-12-31', '20254'],
    ['2025-04-01', '20252'],
    ['2025-09-30', '20253'],
  ] as const)('%s lies in %s', (day, quarter) => expect(quarterOf(on(day))).toBe(quarter))

  it.each([
    ['2026-02-01', '2025-06-30', ['20261', '20254', '20253', '20252']],
    ['2026-12-31', '2026-10-01', ['20264']],
    ['2024-03-31', '2023-12-31', ['20241', '20234']],
    ['2024-03-31', '2024-04-01', []],
  ] as const)('back from %s to %s', (last, first, quarters) => expect(quartersBack(on(last), on(first))).toEqual(quarters))
})

it('finds namesakes of all quarters, newest first, page by page', async () => {
  const item = anItem()
  const bureau = await openCaseBureau([item])
  const { applicant } = counterApplication(item)
  const received: string[] = []
  for (const day of ['2025-09-30', '2025-12-31', '2026-01-04', '2026-04-01', '2026-04-02']) {
    bureau.clock.set(day)
    received.unshift((await bureau.receive(item, { applicant: { ...applicant, name: '赵同名' } })).id)
  }
  const clerk = await bureau.as('s-chuangkou')
  const find = async (more = '') => (await clerk.get(`/api/cases?text=${encodeURIComponent('同名')}${more}`)).json<CaseList>()
  const idsOf = ({ rows }: CaseList) => rows.map(({ id }) => id)
  expect(idsOf(await find())).toEqual(received)
  const first = await find('&limit=2')
  const second = await find(`&limit=2&after=${first.next}`)
  const third = await find(`&limit=2&after=${second.next}`)
  expect([first, second, third].flatMap(idsOf)).toEqual(received)
  expect(third.next).toBeNull()
})
