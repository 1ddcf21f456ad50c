import type { Calendar, Certainty } from './calendar.ts'
import { addDays, addMonths, daysBetween, LAST_DAY, partsOf, type PlainDate } from './plain-date.ts'

/** Days that are counted one by one: 工作日 or 自然日. */
export type CountedDays = 'workday' | 'calendar'

/** 工作日, 自然日, or 月: months go by the calendar to the corresponding day (民法典 第二百零二条); a year is twelve of them. */
export type DayType = CountedDays | 'month'

/** A length of time is never a bare number: it says what it counts. `days` is a whole number from 0: of days, or of months where the type says so. */
export interface Period {
  readonly days: number
  readonly dayType: DayType
}

/** The last day of a period, which ends at 24:00. */
export interface DueDate {
  readonly due: PlainDate
  readonly certainty: Certainty
}

/** A period of days counted one by one. */
export type DayCount = Period & { readonly dayType: CountedDays }

/** The same length from `start` on in days counted one by one: months become the natural days to the corresponding day. */
export const inDays = (start: PlainDate, { days, dayType }: Period): DayCount =>
  dayType === 'month' ? { days: daysBetween(start, addMonths(start, days)), dayType: 'calendar' } : { days, dayType }

/** The n-th counted day after `from`, without rolling over rest days; the day itself for n = 0. */
export const countForward = (from: PlainDate, { days, dayType }: DayCount, calendar: Calendar): PlainDate =>
  dayType === 'workday' ? calendar.workdayAfter(from, days) : addDays(from, days)

/** Days of the given type in (after, through]; 0 when `through` is not later. */
export const daysCounted = (after: PlainDate, through: PlainDate, dayType: CountedDays, calendar: Calendar): number =>
  dayType === 'workday' ? calendar.workdaysIn(after, through) : Math.max(0, daysBetween(after, through))

/**
 * The last day of a period that begins with an event on `start`. The day of the event is not counted (民法典 第二百零一条).
 * Working days: the n-th working day after it (行政许可法 第八十二条). Natural days: n days later. Months: the corresponding day, or the last day of a
 * month that has none (第二百零二条). If natural days or months end on a rest day, the end is the next working day (第二百零三条). A period of 0
 * ends on the day itself. `final` only if every day from start to due lies in published tables.
 */
export function dueDate(start: PlainDate, period: Period, calendar: Calendar): DueDate {
  const last = countForward(start, inDays(start, period), calendar)
  const due = period.days > 0 && period.dayType !== 'workday' ? calendar.workdayOnOrAfter(last) : last
  return { due, certainty: calendar.certaintyOfSpan(start, due) }
}

/** Whether the period ends within the years the product reckons with (to 2199); to be asked before `dueDate` where `days` comes from outside. */
export const endsInReach = (start: PlainDate, { days, dayType }: Period, calendar: Calendar): boolean =>
  days <= (dayType === 'month' ? monthsBefore(start, LAST_DAY) : daysCounted(start, calendar.workdayOnOrAfter(LAST_DAY), dayType, calendar))

/** Whole months from `start` whose corresponding day is not after `end`, the last day of a month. */
function monthsBefore(start: PlainDate, end: PlainDate): number {
  const [from, to] = [partsOf(start), partsOf(end)]
  return (to.year - from.year) * 12 + to.month - from.month
}

/** Working days in (a, b]; 0 when b is not later. */
export const workdaysBetween = (a: PlainDate, b: PlainDate, calendar: Calendar): number => calendar.workdaysIn(a, b)
