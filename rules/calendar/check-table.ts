import { accepted, type Result, refused } from '../refusal.ts'
import type { CalendarTable, ExtraordinaryDay, NamedDay } from '../time/calendar.ts'
import { weekdayOf } from '../time/plain-date.ts'

/**
 * Looks over next year's table as an administrator typed it from the State Council's notice, before any due date rests on it.
 * Refusals: `calendar-day-out-of-year` (a notice names days of its year and of the December before), `calendar-day-twice`,
 * `calendar-work-on-weekday` (a make-up working day falls on a weekend), `calendar-days-missing` (no public holiday at all).
 * Source: 全国年节及纪念日放假办法; the notices of 2015–2026.
 */
export function checkTable(table: CalendarTable): Result<CalendarTable> {
  const days = [...table.off, ...table.work]
  const stray = days.find(({ day }) => !inNotice(table.year, day))
  if (stray !== undefined) return refused('calendar-day-out-of-year', { detail: { day: stray.day, year: table.year } })
  const twice = days.find(({ day }, index) => days.findIndex((other) => other.day === day) !== index)
  if (twice !== undefined) return refused('calendar-day-twice', { detail: { day: twice.day } })
  const weekday = table.work.find(({ day }) => weekdayOf(day) <= 5)
  if (weekday !== undefined) return refused('calendar-work-on-weekday', { detail: { day: weekday.day } })
  if (table.off.length < 7) return refused('calendar-days-missing', { detail: { year: table.year, count: table.off.length } })
  return accepted(table)
}

const inNotice = (year: number, day: NamedDay['day']): boolean => day.startsWith(`${year}-`) || day.startsWith(`${year - 1}-12-`)

/** The extraordinary days with one more; a later document on the same day replaces the earlier one. */
export const withDay = (days: readonly ExtraordinaryDay[], day: ExtraordinaryDay): readonly ExtraordinaryDay[] => [
  ...days.filter((other) => other.day !== day.day),
  day,
]
