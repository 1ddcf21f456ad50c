import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publishedTables } from '../../data/calendars/load.ts'
import { buildCalendar } from './calendar.ts'
import { endsLater, reachOf } from './compare-periods.ts'
import { dueDate, type Period } from './period.ts'
import { addDays, addMonths, daysBetween } from './plain-date.ts'
import { anyDay, anyPeriod, runs } from './testing/arbitraries.ts'
import { d } from './testing/day-oracle.ts'

const calendar = buildCalendar(publishedTables())
const publishedDay = fc.integer({ min: 0, max: 4000 }).map((n) => addDays(d('2015-01-01'), n))

describe('which of two periods ends later', () => {
  it.each<[Period, Period, string]>([
    [{ days: 20, dayType: 'workday' }, { days: 20, dayType: 'workday' }, 'never'],
    [{ days: 21, dayType: 'workday' }, { days: 20, dayType: 'workday' }, 'always'],
    [{ days: 20, dayType: 'workday' }, { days: 60, dayType: 'calendar' }, 'never'],
    [{ days: 20, dayType: 'workday' }, { days: 3, dayType: 'month' }, 'never'],
    [{ days: 60, dayType: 'workday' }, { days: 85, dayType: 'calendar' }, 'sometimes'],
    [{ days: 60, dayType: 'workday' }, { days: 60, dayType: 'calendar' }, 'always'],
    [{ days: 40, dayType: 'calendar' }, { days: 3, dayType: 'month' }, 'never'],
    [{ days: 89, dayType: 'calendar' }, { days: 3, dayType: 'month' }, 'never'],
    [{ days: 90, dayType: 'calendar' }, { days: 3, dayType: 'month' }, 'sometimes'],
    [{ days: 93, dayType: 'calendar' }, { days: 3, dayType: 'month' }, 'always'],
    [{ days: 1, dayType: 'month' }, { days: 20, dayType: 'workday' }, 'sometimes'],
    [{ days: 365, dayType: 'calendar' }, { days: 12, dayType: 'month' }, 'never'],
    [{ days: 366, dayType: 'calendar' }, { days: 12, dayType: 'month' }, 'sometimes'],
    [{ days: 0, dayType: 'calendar' }, { days: 0, dayType: 'workday' }, 'never'],
  ])('%o against %o: %s', (period, other, answer) => expect(endsLater(period, other)).toBe(answer))

  it('is never said wrongly of any day in the published years', () => {
    const told = { never: 0, sometimes: 0, always: 0 }
    fc.assert(
      fc.property(publishedDay, anyPeriod(150), anyPeriod(150), (start, period, other) => {
        const answer = endsLater(period, other)
        const later = dueDate(start, period, calendar).due > dueDate(start, other, calendar).due
        if (answer === 'never') expect(later).toBe(false)
        // Two ends may meet on the working day to which the earlier one rolls.
        if (answer === 'always') expect(dueDate(start, period, calendar).due >= dueDate(start, other, calendar).due).toBe(true)
        if (period.dayType !== other.dayType) told[answer]++
      }),
      { numRuns: runs * 5 },
    )
    for (const answer of ['never', 'sometimes', 'always'] as const) expect(told[answer], answer).toBeGreaterThan(runs / 10)
  })

  it('knows how many natural days working days and months can come to', () => {
    for (let days = 1; days <= 250; days += 3)
      for (let start = d('2015-01-01'); start < '2025-12-01'; start = addDays(start, 5)) {
        const { least, most } = reachOf({ days, dayType: 'workday' })
        const natural = daysBetween(start, calendar.workdayAfter(start, days))
        expect(natural >= least && natural <= most, `${start} + ${days}: ${natural}`).toBe(true)
      }
    fc.assert(
      fc.property(
        anyDay.filter((day) => day < '2188'),
        fc.integer({ min: 0, max: 120 }),
        (start, months) => {
          const { least, most } = reachOf({ days: months, dayType: 'month' })
          const natural = daysBetween(start, addMonths(start, months))
          expect(natural >= least && natural <= most, `${start} + ${months}: ${natural} not in ${least}–${most}`).toBe(true)
        },
      ),
      { numRuns: runs },
    )
  })
})
