import { describe, expect, it } from 'vitest'
import { publishedTables } from '../../data/calendars/load.ts'
import { buildCalendar } from './calendar.ts'
import { endLeg, extendLeg, resumeLeg, startLeg, stopLeg } from './clock.ts'
import type { Leg } from './leg.ts'
import { d } from './testing/day-oracle.ts'
import { expertReview, extension, granted, reviewFrom, reviewLimit } from './testing/legs.ts'

const calendar = buildCalendar(publishedTables())
const running = reviewFrom('2026-03-02')
const stopped = granted(stopLeg(running, expertReview('2026-03-06', 10), calendar))
const resumed = granted(resumeLeg(stopped, d('2026-03-18')))
const ended = granted(endLeg(resumed, d('2026-03-20'), '作出决定'))

const codeOf = (result: ReturnType<typeof startLeg>) => (result.ok ? 'granted' : result.refusal.code)

describe('a leg', () => {
  it('keeps what happened to it and leaves the earlier leg as it was', () => {
    expect(running.stops).toEqual([])
    expect(stopped.stops).toEqual([{ ...expertReview('2026-03-06', 10), plannedEnd: '2026-03-20', to: null }])
    expect(resumed.stops[0]!.to).toBe('2026-03-18')
    expect(ended).toMatchObject({ endedOn: '2026-03-20', endReason: '作出决定' })
  })

  it('closes an open stop when it ends', () => {
    expect(granted(endLeg(stopped, d('2026-03-10'), '撤回申请')).stops[0]!.to).toBe('2026-03-10')
  })

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(ended))).toEqual(ended)
    expect(JSON.stringify(ended)).not.toContain('undefined')
  })

  it('may be stopped again on the day on which it was resumed', () => {
    expect(granted(stopLeg(resumed, expertReview('2026-03-18', 3), calendar)).stops).toHaveLength(2)
  })

  const limits = (more: Partial<Leg>) => codeOf(startLeg({ ...running, ...more }))
  it.each<[string, string]>([
    ['limit-not-a-length', limits({ statutory: { ...reviewLimit, days: -1 } })],
    ['limit-not-a-length', limits({ promised: { ...reviewLimit, days: 1.5 } })],
    ['limit-not-a-length', limits({ promised: { ...reviewLimit, days: Number.NaN } })],
    ['promise-longer-than-law', limits({ promised: { ...reviewLimit, days: 21 } })],
    ['granted', limits({ promised: { ...reviewLimit, days: 20 } })],
    ['granted', limits({ promised: { ...reviewLimit, days: 28, dayType: 'calendar' } })],
    ['granted', limits({ promised: null })],
    ['leg-already-stopped', codeOf(stopLeg(stopped, expertReview('2026-03-09', 5), calendar))],
    ['leg-date-out-of-order', codeOf(stopLeg(running, expertReview('2026-03-01', 5), calendar))],
    ['leg-date-out-of-order', codeOf(stopLeg(resumed, expertReview('2026-03-17', 5), calendar))],
    ['stop-without-planned-days', codeOf(stopLeg(running, expertReview('2026-03-03', 0), calendar))],
    ['leg-already-ended', codeOf(stopLeg(ended, expertReview('2026-03-23', 5), calendar))],
    ['leg-not-stopped', codeOf(resumeLeg(running, d('2026-03-09')))],
    ['leg-not-stopped', codeOf(resumeLeg(resumed, d('2026-03-19')))],
    ['leg-date-out-of-order', codeOf(resumeLeg(stopped, d('2026-03-05')))],
    ['granted', codeOf(resumeLeg(stopped, d('2026-03-06')))],
    ['leg-already-ended', codeOf(resumeLeg(ended, d('2026-03-23')))],
    ['granted', codeOf(extendLeg(stopped, extension('2026-03-09'), calendar))],
    ['leg-already-extended', codeOf(extendLeg(granted(extendLeg(running, extension('2026-03-09'), calendar)), extension('2026-03-10'), calendar))],
    ['extension-not-a-length', codeOf(extendLeg(running, extension('2026-03-09', 0), calendar))],
    ['granted', codeOf(extendLeg(running, extension('2026-03-30'), calendar))],
    ['extension-after-due', codeOf(extendLeg(running, extension('2026-03-31'), calendar))],
    ['leg-date-out-of-order', codeOf(extendLeg(resumed, extension('2026-03-17'), calendar))],
    ['leg-already-ended', codeOf(extendLeg(ended, extension('2026-03-23'), calendar))],
    ['leg-already-ended', codeOf(endLeg(ended, d('2026-03-23'), '办结'))],
    ['leg-date-out-of-order', codeOf(endLeg(resumed, d('2026-03-17'), '办结'))],
    ['leg-date-out-of-order', codeOf(endLeg(granted(extendLeg(running, extension('2026-03-09'), calendar)), d('2026-03-08'), '办结'))],
  ])('%s', (code, found) => {
    expect(found).toBe(code)
  })

  it('names the article when it refuses by law', () => {
    const result = extendLeg(running, extension('2026-03-31'), calendar)
    expect(!result.ok && result.refusal).toEqual({
      code: 'extension-after-due',
      article: '行政许可法 第四十二条',
      detail: { leg: 'review', on: '2026-03-31', due: '2026-03-30' },
    })
  })
})
