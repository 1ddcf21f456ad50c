import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildCalendar, type CalendarTable, tablesKnownOn } from './calendar.ts'
import { addDays, LAST_DAY } from './plain-date.ts'
import { calendarOf, fromPool, runs, someDay } from './testing/arbitraries.ts'
import { certaintyWalked, d, walkCount, worksOn } from './testing/day-oracle.ts'

const table = (year: number, off: readonly string[], work: readonly string[], more: Partial<CalendarTable> = {}): CalendarTable => ({
  year,
  notice: `试〔${year}〕1号`,
  noticeTitle: '试',
  noticeDate: d(`${year - 1}-11-01`),
  source: 'recalled',
  off: off.map((day) => ({ day: d(day), name: '节' })),
  work: work.map((day) => ({ day: d(day), name: '节' })),
  ...more,
})

describe('a calendar', () => {
  const plain = buildCalendar([table(2030, ['2030-01-01'], ['2030-01-05'])])

  it('works from Monday to Friday where no notice speaks', () => {
    expect(['2030-01-07', '2030-01-11', '2030-01-12', '2030-01-13'].map((day) => plain.isWorkday(d(day)))).toEqual([true, true, false, false])
  })

  it('follows the notice against the week', () => {
    expect(plain.isWorkday(d('2030-01-01'))).toBe(false)
    expect(plain.isWorkday(d('2030-01-05'))).toBe(true)
  })

  it('holds the last three days of the last published year open, and all that follows', () => {
    expect(['2030-12-28', '2030-12-29', '2030-12-31', '2031-01-01', '2029-12-31'].map((day) => plain.certaintyOf(d(day)))).toEqual([
      'final',
      'provisional',
      'provisional',
      'provisional',
      'provisional',
    ])
    const next = buildCalendar([table(2031, [], []), table(2030, [], [])])
    expect(next.certaintyOf(d('2030-12-31'))).toBe('final')
    expect(next.certaintyOfSpan(d('2030-12-01'), d('2031-12-28'))).toBe('final')
    expect(next.certaintyOfSpan(d('2030-12-01'), d('2031-12-29'))).toBe('provisional')
  })

  it('sees a missing year between two published ones', () => {
    const gap = buildCalendar([table(2030, [], []), table(2032, [], [])])
    expect(['2030-12-28', '2030-12-29', '2031-06-01', '2032-01-01'].map((day) => gap.certaintyOf(d(day)))).toEqual([
      'final',
      'provisional',
      'provisional',
      'final',
    ])
    expect(gap.certaintyOfSpan(d('2030-12-01'), d('2032-01-05'))).toBe('provisional')
  })

  it("takes December days from the next year's notice", () => {
    const both = buildCalendar([table(2031, ['2030-12-31'], ['2030-12-28']), table(2030, [], [])])
    expect(both.isWorkday(d('2030-12-31'))).toBe(false)
    expect(both.isWorkday(d('2030-12-28'))).toBe(true)
  })

  it('lets a later extraordinary day override an earlier one and the tables', () => {
    const day = d('2030-03-04')
    const closed = { day, workday: false, document: '秦开管〔2030〕3号', reason: '暴雪停工' }
    const reopened = { ...closed, workday: true, document: '秦开管〔2030〕4号' }
    expect(buildCalendar([table(2030, [], [])], [closed]).isWorkday(day)).toBe(false)
    expect(buildCalendar([table(2030, [], [])], [closed, reopened]).isWorkday(day)).toBe(true)
  })

  it('changes its version with any table, amendment or extraordinary day, and only then', () => {
    const base = [table(2030, ['2030-01-01'], [])]
    const versions = [
      buildCalendar(base),
      buildCalendar([table(2030, ['2030-01-02'], [])]),
      buildCalendar([...base, table(2031, [], [])]),
      buildCalendar([table(2030, ['2030-01-01'], [], { amendments: [table(2030, [], ['2030-02-02'])] })]),
      buildCalendar(base, [{ day: d('2030-03-04'), workday: false, document: 'a', reason: 'b' }]),
    ].map((calendar) => calendar.version)
    expect(new Set(versions).size).toBe(5)
    expect(buildCalendar([table(2030, ['2030-01-01'], [])]).version).toBe(versions[0])
    expect(buildCalendar([...base, table(2031, [], [])].toReversed()).version).toBe(versions[2])
    expect(buildCalendar(base, [], 'v7').version).toBe('v7')
  })

  it('is known only as far as notices had been given', () => {
    const amendment = { ...table(2030, ['2030-05-02'], []), noticeDate: d('2030-03-22') }
    const tables = [table(2030, [], [], { amendments: [amendment] }), table(2031, [], [])]
    expect(buildCalendar(tablesKnownOn(tables, d('2030-03-21'))).isWorkday(d('2030-05-02'))).toBe(true)
    expect(buildCalendar(tablesKnownOn(tables, d('2030-03-22'))).isWorkday(d('2030-05-02'))).toBe(false)
    expect(tablesKnownOn(tables, d('2030-10-31')).map((known) => known.year)).toEqual([2030])
    expect(tablesKnownOn(tables, d('2029-10-31'))).toEqual([])
  })

  it('throws rather than count past the years it knows', () => {
    expect(() => plain.workdayAfter(LAST_DAY, 1)).toThrow(RangeError)
    expect(plain.workdayAfter(addDays(LAST_DAY, -1), 1)).toBe(LAST_DAY)
  })

  it('agrees with a walk over the raw tables', () => {
    fc.assert(
      fc.property(fromPool, someDay, fc.integer({ min: 0, max: 90 }), (raw, from, span) => {
        const calendar = calendarOf(raw)
        const through = addDays(from, span)
        expect(calendar.isWorkday(from)).toBe(worksOn(raw, from))
        expect(calendar.certaintyOf(from)).toBe(certaintyWalked(raw, from, from))
        expect(calendar.certaintyOfSpan(from, through)).toBe(certaintyWalked(raw, from, through))
        const between = walkCount(raw, from, through, 'workday')
        expect(calendar.workdaysIn(from, through)).toBe(between)
        expect(calendar.workdaysIn(through, from)).toBe(0)
        if (between > 0) expect(calendar.workdaysIn(from, calendar.workdayAfter(from, between))).toBe(between)
        const rolled = calendar.workdayOnOrAfter(from)
        expect(worksOn(raw, rolled)).toBe(true)
        expect(walkCount(raw, addDays(from, -1), rolled, 'workday')).toBe(1)
      }),
      { numRuns: runs },
    )
  })
})
