import { expect, test } from 'vitest'
import { aPortalCase, people } from '../../rules/case/testing/a-case.ts'
import { waitsIn } from './waits.ts'

const { clerk, citizen, head, reviewer } = people

test('what waits for an applicant is named with its last day, and only as long as it waits', () => {
  const short = aPortalCase(undefined, '2026-03-02', {
    materials: [{ material: 'application', form: 'paper', files: [], originals: 1, copies: 0 }],
  }).does('accept-with-shortfall', { materials: ['lease'] }, clerk)
  const { due } = short.state().shortfall[0]!
  const [year, month, day] = due.split('-').map(Number)
  expect(waitsIn(short.state(), '2026-03-02')).toEqual([`请您补交容缺材料，最迟${year}年${month}月${day}日`])
  short.does('meet-shortfall', { materials: [{ material: 'lease', form: 'paper', files: [], originals: 1, copies: 0 }] }, citizen)
  expect(waitsIn(short.state(), '2026-03-02')).toEqual([])

  const told = aPortalCase().accepted()
  told.does('inform-hearing-right', { party: 'applicant', ground: { kind: 'interests', interest: '采光' } }, reviewer)
  expect(waitsIn(told.state(), '2026-03-09')).toEqual(['您可以要求听证，最迟2026年3月9日提出'])
  expect(waitsIn(told.state(), '2026-03-10')).toEqual([])

  const measure = aPortalCase().accepted().reviewed().granted()
  measure.does('tell-intended-measure', { ground: 'law-changed', changeTo: '营业至二十二时', facts: '规定已经修改', replyDays: 3 }, head)
  expect(waitsIn(measure.state(), '2026-03-05')).toEqual(['您可以陈述、申辩，最迟2026年3月5日'])
  expect(waitsIn(measure.state(), '2026-03-06')).toEqual([])
  measure.does('make-statement', { statement: '已经改好。' }, citizen)
  expect(waitsIn(measure.state(), '2026-03-05')).toEqual([])

  const fault = { faults: [{ material: 'lease', fault: '过期', correction: '换新' }] }
  const faulty = aPortalCase().does('request-supplement', fault, clerk)
  const waits = (day: string) => waitsIn(faulty.on(day).state(), day)
  expect(waits('2026-03-11')).toEqual(['请您补正材料，最迟2026年3月16日'])
  expect(waits('2026-03-12')).toEqual(['请您补正材料，最迟2026年3月16日，快到期了'])
  expect(waits('2026-03-17')).toEqual(['请您补正材料，期限2026年3月16日已过，请尽快'])
  faulty.does('give-up-supplement', {}, citizen)
  expect(waits('2026-03-17')).toEqual([])
})
