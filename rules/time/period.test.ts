import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publishedTables } from '../../data/calendars/load.ts'
import { buildCalendar, tablesKnownOn } from './calendar.ts'
import { type DayType, dueDate, endsInReach, workdaysBetween } from './period.ts'
import { anyPeriod, calendarOf, fromPool, runs, someDay } from './testing/arbitraries.ts'
import { certaintyWalked, d, walkCount, walkDue } from './testing/day-oracle.ts'

const tables = publishedTables()
const calendar = buildCalendar(tables)

describe('due dates on the published calendar', () => {
  it.each<[string, number, DayType, string, string]>([
    // The day of the event does not count; 14 February 2026 is a Saturday at work before the Spring Festival.
    ['2026-02-13', 1, 'workday', '2026-02-14', 'final'],
    ['2026-02-13', 2, 'workday', '2026-02-24', 'final'],
    ['2026-02-14', 1, 'workday', '2026-02-24', 'final'],
    ['2026-02-14', 0, 'workday', '2026-02-14', 'final'],
    ['2026-02-15', 0, 'calendar', '2026-02-15', 'final'],
    ['2026-03-02', 5, 'workday', '2026-03-09', 'final'],
    ['2026-03-02', 20, 'workday', '2026-03-30', 'final'],
    ['2026-03-02', 60, 'calendar', '2026-05-06', 'final'],
    ['2026-02-16', 7, 'calendar', '2026-02-24', 'final'],
    // A natural-day period that ends on a Saturday at work does not roll.
    ['2026-02-07', 7, 'calendar', '2026-02-14', 'final'],
    ['2026-09-30', 1, 'workday', '2026-10-08', 'final'],
    ['2026-09-30', 3, 'workday', '2026-10-10', 'final'],
    // 3 September 2015: a day off by a notice of its own; Sunday the 6th at work.
    ['2015-09-02', 1, 'workday', '2015-09-06', 'final'],
    ['2015-09-01', 2, 'calendar', '2015-09-06', 'final'],
    ['2020-01-23', 1, 'workday', '2020-02-03', 'final'],
    // 2018 borrows its last days from the notice for 2019.
    ['2018-12-28', 1, 'workday', '2018-12-29', 'final'],
    ['2018-12-28', 2, 'workday', '2019-01-02', 'final'],
    ['2026-12-25', 1, 'workday', '2026-12-28', 'final'],
    ['2026-12-25', 2, 'workday', '2026-12-29', 'provisional'],
    ['2026-12-31', 1, 'workday', '2027-01-01', 'provisional'],
    ['2014-12-31', 1, 'workday', '2015-01-04', 'provisional'],
    // Months end on the corresponding day, on the last of a month that has none, and roll from a rest day: 30 November 2025 is a Sunday.
    ['2025-08-29', 3, 'month', '2025-12-01', 'final'],
    ['2025-08-30', 3, 'month', '2025-12-01', 'final'],
    ['2025-08-31', 3, 'month', '2025-12-01', 'final'],
    ['2026-01-31', 1, 'month', '2026-02-28', 'final'],
    ['2024-01-31', 1, 'month', '2024-02-29', 'final'],
    ['2024-02-29', 12, 'month', '2025-02-28', 'final'],
    ['2023-02-28', 12, 'month', '2024-02-28', 'final'],
    // Spring Festival and National Day: the corresponding day lies in the holiday.
    ['2025-11-17', 3, 'month', '2026-02-24', 'final'],
    ['2026-07-01', 3, 'month', '2026-10-08', 'final'],
    ['2026-02-15', 0, 'month', '2026-02-15', 'final'],
    ['2026-09-28', 3, 'month', '2026-12-28', 'final'],
    ['2026-09-29', 3, 'month', '2026-12-29', 'provisional'],
    ['2026-12-31', 2, 'month', '2027-03-01', 'provisional'],
  ])('%s + %i %s is %s, %s', (start, days, dayType, due, certainty) => {
    expect(dueDate(d(start), { days, dayType }, calendar)).toEqual({ due, certainty })
  })

  it('moves with the notice that extended the holiday of 2020', () => {
    const before = buildCalendar(tablesKnownOn(tables, d('2020-01-25')))
    const after = buildCalendar(tablesKnownOn(tables, d('2020-01-26')))
    const period = { days: 2, dayType: 'workday' } as const
    expect(before.version).not.toBe(after.version)
    expect(dueDate(d('2020-01-23'), period, before).due).toBe('2020-02-01')
    expect(dueDate(d('2020-01-23'), period, after).due).toBe('2020-02-04')
    expect(dueDate(d('2020-01-24'), { days: 9, dayType: 'calendar' }, before).due).toBe('2020-02-03')
    expect(dueDate(d('2020-01-24'), { days: 8, dayType: 'calendar' }, before).due).toBe('2020-02-01')
    expect(dueDate(d('2020-01-24'), { days: 8, dayType: 'calendar' }, after).due).toBe('2020-02-03')
  })
})

describe('periods', () => {
  it('agree with a walk from day to day over the raw tables', () => {
    fc.assert(
      fc.property(fromPool, someDay, anyPeriod(70), (raw, start, period) => {
        const { due, certainty } = dueDate(start, period, calendarOf(raw))
        expect(due).toBe(walkDue(raw, start, [period]))
        expect(certainty).toBe(certaintyWalked(raw, start, due))
        expect(endsInReach(start, period, calendarOf(raw))).toBe(true)
        expect(workdaysBetween(start, due, calendarOf(raw))).toBe(walkCount(raw, start, due, 'workday'))
      }),
      { numRuns: runs },
    )
  })

  it('never end earlier when they are longer', () => {
    fc.assert(
      fc.property(fromPool, someDay, anyPeriod(200), fc.nat(50), (raw, start, period, more) => {
        const due = dueDate(start, period, calendarOf(raw)).due
        expect(dueDate(start, { ...period, days: period.days + more }, calendarOf(raw)).due >= due).toBe(true)
      }),
      { numRuns: runs },
    )
  })

  it.each<[string, number, DayType, boolean]>([
    ['2199-12-30', 1, 'workday', true],
    ['2199-12-30', 2, 'workday', false],
    ['2199-12-30', 1, 'calendar', true],
    ['2199-12-30', 2, 'calendar', false],
    ['1900-01-01', 109572, 'calendar', true],
    ['1900-01-01', 109573, 'calendar', false],
    ['2026-01-01', 1e300, 'workday', false],
    ['2199-11-30', 1, 'month', true],
    ['2199-11-30', 2, 'month', false],
    ['1900-01-31', 3599, 'month', true],
    ['1900-01-31', 3600, 'month', false],
  ])('from %s, %i %s days end within reach: %s', (start, days, dayType, within) => {
    expect(endsInReach(d(start), { days, dayType }, calendar)).toBe(within)
    if (within) expect(dueDate(d(start), { days, dayType }, calendar).due >= '2199-12-30').toBe(true)
  })
})
