import { describe, expect, it } from 'vitest'
import { publishedTables } from '../../data/calendars/load.ts'
import { buildCalendar } from './calendar.ts'
import { resumeLeg, stopLeg } from './clock.ts'
import { lightOf, storedDeadlines } from './light.ts'
import { d } from './testing/day-oracle.ts'
import { expertReview, granted, reviewFrom } from './testing/legs.ts'

const calendar = buildCalendar(publishedTables())
const leg = reviewFrom('2026-03-02')
const lights = (stored: ReturnType<typeof storedDeadlines>, days: readonly string[]) => days.map((day) => lightOf(stored, d(day)))

describe('lights', () => {
  it('follow the promise to yellow and red, and the law to the second red', () => {
    const days = ['2026-03-02', '2026-03-11', '2026-03-12', '2026-03-16', '2026-03-17', '2026-03-30', '2026-03-31']
    expect(lights(storedDeadlines(leg, calendar), days)).toEqual(['green', 'green', 'yellow', 'yellow', 'red-promise', 'red-promise', 'red'])
  })

  it('follow the law alone where nothing is promised', () => {
    const stored = storedDeadlines({ ...leg, promised: null }, calendar)
    expect(lights(stored, ['2026-03-23', '2026-03-24', '2026-03-30', '2026-03-31'])).toEqual(['green', 'yellow', 'yellow', 'red'])
  })

  it('stand still while the clock does, but an overdue stays red', () => {
    const inTime = storedDeadlines(granted(stopLeg(leg, expertReview('2026-03-06', 10), calendar)), calendar)
    expect(inTime).toMatchObject({ stopped: true, plannedEnd: '2026-03-20', promisedDue: null, projectedPromisedDue: '2026-03-30' })
    expect(lights(inTime, ['2026-03-07', '2026-06-01'])).toEqual(['stopped', 'stopped'])
    const late = storedDeadlines(granted(stopLeg(leg, expertReview('2026-03-18', 10), calendar)), calendar)
    expect(lights(late, ['2026-03-19'])).toEqual(['red-promise'])
  })

  it('are plain JSON that says which calendar it was', () => {
    const stored = storedDeadlines(granted(resumeLeg(granted(stopLeg(leg, expertReview('2026-03-06', 10), calendar)), d('2026-03-18'))), calendar)
    expect(JSON.parse(JSON.stringify(stored))).toEqual({
      stopped: false,
      plannedEnd: null,
      yellowOn: '2026-03-24',
      promisedDue: '2026-03-26',
      statutoryDue: '2026-04-10',
      projectedPromisedDue: '2026-03-26',
      projectedStatutoryDue: '2026-04-10',
      certainty: 'final',
      lines: { yellow: 'final', promised: 'final', statutory: 'final' },
      calendarVersion: calendar.version,
    })
  })

  it('have no deadline where there is no limit', () => {
    const stored = storedDeadlines({ ...leg, promised: null, statutory: null }, calendar)
    expect(lights(stored, ['2030-01-01'])).toEqual(['green'])
    expect(stored).toMatchObject({ promisedDue: null, statutoryDue: null, certainty: 'final' })
  })
})
