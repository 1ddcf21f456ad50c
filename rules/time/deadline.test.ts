import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publishedTables } from '../../data/calendars/load.ts'
import { buildCalendar } from './calendar.ts'
import { endLeg, extendLeg, resumeLeg, stopLeg } from './clock.ts'
import { type Deadline, deadlinesOf, elapsedOf, remainingOf } from './deadline.ts'
import type { Leg, Limit } from './leg.ts'
import { calendarOf, runs } from './testing/arbitraries.ts'
import { certaintyWalked, d, leavesTurned, nextDay, type Pause, type RawCalendar, walkCount, walkDue } from './testing/day-oracle.ts'
import { anyLegStory, expertReview, extension, granted, reviewFrom } from './testing/legs.ts'

const calendar = buildCalendar(publishedTables())
const stop = (leg: Leg, from: string, days: number) => granted(stopLeg(leg, expertReview(from, days), calendar))
const resume = (leg: Leg, on: string) => granted(resumeLeg(leg, d(on)))
const dues = (leg: Leg) => {
  const { statutory, promised } = deadlinesOf(leg, calendar)
  return [promised?.due, statutory?.due]
}
const naturalDays = (days: number): Limit => ({ days, dayType: 'calendar', article: '民办非企业单位登记管理暂行条例 第十一条' })

describe('deadlines', () => {
  it('run apart for promise and law', () => {
    expect(dues(reviewFrom('2026-03-02'))).toEqual(['2026-03-16', '2026-03-30'])
  })

  it('are unknown while the clock stands, and projected to the announced end', () => {
    const { promised } = deadlinesOf(stop(reviewFrom('2026-03-02'), '2026-03-06', 10), calendar)
    expect(promised).toMatchObject({ due: null, projected: '2026-03-30', yellowOn: null, certainty: 'final' })
  })

  it('leave out the working days after the stop through the day of resumption', () => {
    // 6 March to 18 March: 9, 10, 11, 12, 13, 16, 17, 18 are left out.
    expect(dues(resume(stop(reviewFrom('2026-03-02'), '2026-03-06', 10), '2026-03-18'))).toEqual(['2026-03-26', '2026-04-10'])
  })

  it('lose nothing when the clock is resumed on the day on which it was stopped', () => {
    expect(dues(resume(stop(reviewFrom('2026-03-02'), '2026-03-06', 10), '2026-03-06'))).toEqual(['2026-03-16', '2026-03-30'])
  })

  it('move to the day of resumption when the clock is stopped on the last day', () => {
    const leg = stop(reviewFrom('2026-03-02'), '2026-03-16', 5)
    expect(deadlinesOf(leg, calendar).promised!.due).toBeNull()
    expect(dues(resume(leg, '2026-03-20'))[0]).toBe('2026-03-20')
    expect(dues(resume(leg, '2026-03-21'))[0]).toBe('2026-03-23')
  })

  it('stand when the clock is stopped after they have passed', () => {
    expect(dues(stop(reviewFrom('2026-03-02'), '2026-03-17', 5))).toEqual(['2026-03-16', null])
  })

  it('grow by an extension, promise and law alike', () => {
    expect(dues(granted(extendLeg(reviewFrom('2026-03-02'), extension('2026-03-20'), calendar)))).toEqual(['2026-03-30', '2026-04-14'])
  })

  it('count natural days over stops and roll only the end', () => {
    // 60 days from 2 March end on 1 May, a holiday: the next working day is the 6th.
    const leg = reviewFrom('2026-03-02', { statutory: naturalDays(60), promised: null })
    expect(deadlinesOf(leg, calendar).statutory).toMatchObject({ due: '2026-05-06', rolledFrom: '2026-05-01' })
    // Ten natural days left out: 11 May is a Monday.
    const later = resume(stop(leg, '2026-03-10', 5), '2026-03-20')
    expect(deadlinesOf(later, calendar).statutory).toMatchObject({ due: '2026-05-11', rolledFrom: null })
  })

  it('run in months to the corresponding day, and stops push that day on by natural days', () => {
    const months = (days: number): Limit => ({ days, dayType: 'month', article: '民办教育促进法 第十七条' })
    const leg = reviewFrom('2025-11-30', { statutory: months(3), promised: null })
    // 28 February 2026 is a Saturday at work after the Spring Festival: the end does not roll.
    expect(deadlinesOf(leg, calendar).statutory).toMatchObject({ due: '2026-02-28', rolledFrom: null, yellowOn: '2026-02-10' })
    const later = resume(stop(leg, '2025-12-10', 5), '2025-12-20')
    expect(deadlinesOf(later, calendar).statutory).toMatchObject({ due: '2026-03-10', rolledFrom: null })
    // An extension by months goes on from the day on which the limit was used up.
    const longer = granted(extendLeg(leg, { ...extension('2026-02-02'), days: 1, dayType: 'month' }, calendar))
    expect(deadlinesOf(longer, calendar).statutory).toMatchObject({ due: '2026-03-30', rolledFrom: '2026-03-28' })
    expect(remainingOf(leg, d('2026-02-10'), calendar)).toEqual({ statutory: 18, promised: null })
  })

  it('end on the day itself when the limit is no days', () => {
    const sunday = reviewFrom('2026-03-08', { promised: { days: 0, dayType: 'workday', article: 'promise' } })
    expect(deadlinesOf(sunday, calendar).promised).toMatchObject({ due: '2026-03-08', yellowOn: '2026-03-08', rolledFrom: null })
  })

  it('do not roll a limit of no days by a stop of no days', () => {
    const sunday = reviewFrom('2026-03-08', { promised: { days: 0, dayType: 'workday', article: 'promise' } })
    expect(dues(resume(stop(sunday, '2026-03-08', 5), '2026-03-08'))[0]).toBe('2026-03-08')
    expect(dues(resume(stop(sunday, '2026-03-08', 5), '2026-03-14'))[0]).toBe('2026-03-16')
  })

  it('turn yellow when a fifth is left, but with one day left at the latest', () => {
    const yellow = (days: number) =>
      deadlinesOf(reviewFrom('2026-03-02', { promised: { days, dayType: 'workday', article: 'promise' } }), calendar).promised!.yellowOn
    expect([20, 10, 9, 5, 1].map(yellow)).toEqual(['2026-03-24', '2026-03-12', '2026-03-12', '2026-03-06', '2026-03-02'])
  })

  it('are provisional when the calendar is', () => {
    expect(deadlinesOf(reviewFrom('2026-12-10'), calendar).promised!.certainty).toBe('final')
    expect(deadlinesOf(reviewFrom('2026-12-10'), calendar).statutory!.certainty).toBe('provisional')
  })
})

describe('days used and left', () => {
  const stopped = stop(reviewFrom('2026-03-02'), '2026-03-06', 10)
  it.each([
    ['2026-03-02', 0, 10, 20],
    ['2026-03-05', 3, 7, 17],
    ['2026-03-08', 4, 6, 16],
    ['2026-03-31', 4, 6, 16],
  ])('a stopped leg on %s has used %i', (on, used, promised, statutory) => {
    expect(elapsedOf(stopped, d(on), calendar)).toBe(used)
    expect(remainingOf(stopped, d(on), calendar)).toEqual({ promised, statutory })
  })

  it('counts overdue days as working days below zero', () => {
    const leg = reviewFrom('2026-03-02', { statutory: naturalDays(60) })
    expect(remainingOf(leg, d('2026-05-06'), calendar)).toMatchObject({ statutory: 0 })
    expect(remainingOf(leg, d('2026-05-10'), calendar)).toMatchObject({ statutory: -3, promised: -36 })
  })

  it('stops counting at the end of the leg', () => {
    const ended = granted(endLeg(reviewFrom('2026-03-02'), d('2026-03-12'), '办结'))
    expect(elapsedOf(ended, d('2026-06-01'), calendar)).toBe(8)
    expect(remainingOf(ended, d('2026-06-01'), calendar)).toEqual({ promised: 2, statutory: 12 })
  })
})

const oneByOne = ({ dayType }: Limit) => (dayType === 'workday' ? 'workday' : 'calendar')

/** What a deadline must be, walked from day to day. */
function judge(raw: RawCalendar, leg: Leg, found: Deadline) {
  const periods = [found.limit, ...leg.extensions]
  const planned: Pause[] = leg.stops.map(({ from, to, plannedEnd }) => ({ from, to: to ?? plannedEnd }))
  const due = walkDue(raw, leg.startedOn, periods, leg.stops)
  const projected = due ?? walkDue(raw, leg.startedOn, periods, planned)
  expect({ due: found.due, projected: found.projected }).toEqual({ due, projected })
  expect(found.certainty).toBe(certaintyWalked(raw, leg.startedOn, projected!))
  const inMonths = found.limit.dayType === 'month'
  if (inMonths ? periods.length === 1 : periods.every((period) => period.dayType === found.limit.dayType)) {
    // The yellow line is the first day on which at most a fifth of the time, or one day, is unused.
    const days = inMonths ? leavesTurned(leg.startedOn, found.limit.days) : periods.reduce((sum, period) => sum + period.days, 0)
    const left = Math.max(1, Math.floor(days / 5))
    const unused = (day: string) => days - walkCount(raw, leg.startedOn, d(day), oneByOne(found.limit), leg.stops)
    if (found.yellowOn !== null) {
      expect(unused(found.yellowOn)).toBeLessThanOrEqual(left)
      if (found.yellowOn > leg.startedOn) expect(unused(nextDay(found.yellowOn, -1))).toBeGreaterThan(left)
    } else {
      // Nothing counts after the day on which the open stop began.
      expect(unused(leg.stops.at(-1)!.from)).toBeGreaterThan(left)
    }
  }
}

describe('legs that were stopped, resumed and extended at random', () => {
  it('agree at every step with a walk from day to day', () => {
    fc.assert(
      fc.property(anyLegStory, ({ raw, legs }) => {
        for (const leg of legs) {
          const { statutory, promised } = deadlinesOf(leg, calendarOf(raw))
          for (const deadline of [statutory, promised]) if (deadline) judge(raw, leg, deadline)
        }
      }),
      { numRuns: runs },
    )
  })

  it('have used and left what the walk counts', () => {
    fc.assert(
      fc.property(anyLegStory, fc.nat(60), ({ raw, legs, last }, later) => {
        const leg = legs.at(-1)!
        const on = nextDay(last, later)
        const until = leg.endedOn ?? on
        for (const dayType of ['workday', 'calendar'] as const) {
          expect(elapsedOf(leg, on, calendarOf(raw), dayType)).toBe(walkCount(raw, leg.startedOn, until, dayType, leg.stops))
        }
        const { statutory } = deadlinesOf(leg, calendarOf(raw))
        const { statutory: left } = remainingOf(leg, on, calendarOf(raw))
        if (statutory === null) expect(left).toBeNull()
        else if (statutory.due === null) {
          const planned = leg.stops.map(({ from, to, plannedEnd }) => ({ from, to: to ?? plannedEnd }))
          const stoppedOn = leg.stops.at(-1)!.from
          expect(left).toBe(walkCount(raw, stoppedOn, statutory.projected, oneByOne(statutory.limit), planned))
        } else if (until > statutory.due) expect(left).toBe(0 - walkCount(raw, statutory.due, until, 'workday'))
        else expect(left).toBe(walkCount(raw, until, statutory.due, oneByOne(statutory.limit), leg.stops))
      }),
      { numRuns: runs },
    )
  })

  it('never come due earlier by a stop or an extension', () => {
    fc.assert(
      fc.property(anyLegStory, ({ raw, legs }) => {
        const all = legs.map((leg) => deadlinesOf(leg, calendarOf(raw)))
        for (let i = 1; i < all.length; i++) {
          const [before, after] = [all[i - 1]!.statutory, all[i]!.statutory]
          const shortened = legs[i]!.endedOn !== null || legs[i - 1]!.stops.some((stop) => stop.to === null)
          if (before && after && !shortened) expect(after.projected >= before.projected).toBe(true)
        }
      }),
      { numRuns: runs },
    )
  })
})
