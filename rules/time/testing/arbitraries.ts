import fc from 'fast-check'
import { buildCalendar, type Calendar, type CalendarNotice, type CalendarTable, type ExtraordinaryDay } from '../calendar.ts'
import type { DayType, Period } from '../period.ts'
import { d, nextDay, type RawCalendar } from './day-oracle.ts'

/** How many cases a property tries: 2,000 unless ONESEAL_PROPERTY_RUNS says otherwise. */
export const runs = Number(process.env.ONESEAL_PROPERTY_RUNS ?? 2000)

export const anyDay = fc.integer({ min: 0, max: 109572 }).map((n) => nextDay(d('1900-01-01'), n))
export const anyDayType = fc.constantFrom<DayType>('workday', 'calendar', 'month')
/** A period of at most so many days, or of the months that come to as much. */
export const anyPeriod = (max: number, min = 0): fc.Arbitrary<Period> =>
  fc
    .record({ days: fc.integer({ min, max }), dayType: anyDayType })
    .map(({ days, dayType }) => ({ days: dayType === 'month' ? Math.max(min, Math.floor(days / 10)) : days, dayType }))

/** A day of the four years in which made-up calendars live. */
export const someDay = fc.integer({ min: 0, max: 1460 }).map((n) => nextDay(d('2030-01-01'), n))

const anyNotice = (year: number): fc.Arbitrary<CalendarNotice> => {
  const day = fc.integer({ min: -3, max: 364 }).map((n) => nextDay(d(`${year}-01-01`), n))
  const days = fc.uniqueArray(day, { maxLength: 40 }).map((list) => list.map((entry) => ({ day: entry, name: '节日' })))
  return fc.tuple(days, days).map(([off, work]) => {
    const holidays = new Set(off.map((entry) => entry.day))
    return {
      notice: '试〔1〕号',
      noticeTitle: '试',
      noticeDate: d('2029-11-01'),
      source: 'recalled',
      off,
      work: work.filter((entry) => !holidays.has(entry.day)),
    }
  })
}

const anyTable = (year: number): fc.Arbitrary<CalendarTable> =>
  fc.tuple(anyNotice(year), fc.array(anyNotice(year), { maxLength: 1 })).map(([notice, amendments]) => ({ year, ...notice, amendments }))

const anyExtraordinary: fc.Arbitrary<ExtraordinaryDay> = fc.record({
  day: someDay,
  workday: fc.boolean(),
  document: fc.constant('秦开〔1〕号'),
  reason: fc.constant('试'),
})

/** Tables for some of the years 2030–2033 in any order, so with gaps, odd holidays and amendments, and a few extraordinary days. */
const anyRawCalendar: fc.Arbitrary<RawCalendar> = fc
  .shuffledSubarray([2030, 2031, 2032, 2033])
  .chain((years) => fc.tuple(fc.tuple(...years.map(anyTable)), fc.array(anyExtraordinary, { maxLength: 8 })))
  .map(([tables, extraordinary]) => ({ tables, extraordinary }))

const built = new WeakMap<RawCalendar, Calendar>()

/** A handful of made-up calendars, built once: building is dearer than asking. */
const calendarPool: readonly RawCalendar[] = fc.sample(anyRawCalendar, Math.max(40, Math.floor(runs / 50)))
export const fromPool = fc.integer({ min: 0, max: calendarPool.length - 1 }).map((i) => calendarPool[i]!)

export function calendarOf(raw: RawCalendar): Calendar {
  const known = built.get(raw) ?? buildCalendar(raw.tables, raw.extraordinary)
  built.set(raw, known)
  return known
}
