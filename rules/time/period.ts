import type { Calendar, Certainty } from './calendar.ts'
import { addDays, daysBetween, LAST_DAY, type PlainDate } from './plain-date.ts'

/** 工作日 or 自然日. */
export type DayType = 'workday' | 'calendar'

/** A length of time is never a bare number: it says which days it counts. `days` is a whole number from 0. */
export interface Period {
  readonly days: number
  readonly dayType: DayType
}

/** The last day of a period, which ends at 24:00. */
export interface DueDate {
  readonly due: PlainDate
  readonly certainty: Certainty
}

/** The n-th counted day after `from`, without rolling over rest days; the day itself for n = 0. */
export const countForward = (from: PlainDate, period: Period, calendar: Calendar): PlainDate =>
  period.dayType === 'workday' ? calendar.workdayAfter(from, period.days) : addDays(from, period.days)

/** Days of the given type in (after, through]; 0 when `through` is not later. */
export const daysCounted = (after: PlainDate, through: PlainDate, dayType: DayType, calendar: Calendar): number =>
  dayType === 'workday' ? calendar.workdaysIn(after, through) : Math.max(0, daysBetween(after, through))

/**
 * The last day of a period that begins with an event on `start`. The day of the event is not counted (民法典 第二百零一条).
 * Working days: the n-th working day after it (行政许可法 第八十二条). Natural days: n days later, and if that is a rest day the next working
 * day (民法典 第二百零三条). A period of 0 days ends on the day itself. `final` only if every day from start to due lies in published tables.
 */
export function dueDate(start: PlainDate, period: Period, calendar: Calendar): DueDate {
  const last = countForward(start, period, calendar)
  const due = period.days > 0 && period.dayType === 'calendar' ? calendar.workdayOnOrAfter(last) : last
  return { due, certainty: calendar.certaintyOfSpan(start, due) }
}

/** Whether the period ends within the years the product reckons with (to 2199); to be asked before `dueDate` where `days` comes from outside. */
export const endsInReach = (start: PlainDate, period: Period, calendar: Calendar): boolean =>
  daysCounted(start, calendar.workdayOnOrAfter(LAST_DAY), period.dayType, calendar) >= period.days

/** Working days in (a, b]; 0 when b is not later. */
export const workdaysBetween = (a: PlainDate, b: PlainDate, calendar: Calendar): number => calendar.workdaysIn(a, b)
