import type { Calendar, Certainty } from './calendar.ts'
import { type Leg, type Limit, openStop, type Stop } from './leg.ts'
import { countForward, type CountedDays, type DayCount, daysCounted, inDays, type Period } from './period.ts'
import { maxDate, minDate, type PlainDate } from './plain-date.ts'

/** Where a limit of a leg ends. */
export type Deadline = {
  readonly limit: Limit
  /** The last day; null while an open stop keeps it unknown. */
  readonly due: PlainDate | null
  /** The last day if an open stop ends as announced; the same as `due` otherwise. */
  readonly projected: PlainDate
  /** The last counted day, where it was a rest day and the end moved on (民法典 第二百零三条); else null. */
  readonly rolledFrom: PlainDate | null
  /** The first day on which a fifth of the time or less is left (at least one day): the yellow line. Null while an open stop keeps it unknown. */
  readonly yellowOn: PlainDate | null
  readonly certainty: Certainty
  /** Of the yellow line alone: a far end may be open while the line is not. */
  readonly yellowCertainty: Certainty
}

export type Deadlines = { readonly statutory: Deadline | null; readonly promised: Deadline | null }

/** Time that does not count: (from, to]; `to` null while the stop is open. */
type Span = { readonly from: PlainDate; readonly to: PlainDate | null }

const asPlanned = (stops: readonly Stop[]): readonly Span[] => stops.map(({ from, to, plannedEnd }) => ({ from, to: to ?? plannedEnd }))

/** The day on which `period` has been used up since `start`, leaving out the spans; null when it runs into an open one. */
function spend(start: PlainDate, period: DayCount, spans: readonly Span[], calendar: Calendar): PlainDate | null {
  let [day, left] = [start, period.days]
  if (left === 0) return start
  for (const { from, to } of spans) {
    if (to !== null && to <= day) continue
    const before = daysCounted(day, from, period.dayType, calendar)
    if (before >= left) break
    if (to === null) return null
    left -= before
    day = to
  }
  return countForward(day, { days: left, dayType: period.dayType }, calendar)
}

const spendAll = (start: PlainDate, periods: readonly DayCount[], spans: readonly Span[], calendar: Calendar): PlainDate | null =>
  periods.reduce<PlainDate | null>((day, period) => (day === null ? null : spend(day, period, spans, calendar)), start)

/** The periods in days counted one by one. Months are reckoned from the day on which the period before them is used up: each has its own end. */
function allInDays(start: PlainDate, periods: readonly Period[], spans: readonly Span[], calendar: Calendar): readonly DayCount[] {
  let day = start
  return periods.map((period) => {
    const counted = inDays(day, period)
    day = spend(day, counted, spans, calendar) ?? day
    return counted
  })
}

/**
 * The last day, from the last counted one. A limit in natural days or months that ends on a rest day ends on the next working day (民法典 第二百零三条).
 * A stop made on the last day itself is in time: the last day is then the day of resumption, or the next working day.
 */
function settle(counted: PlainDate, rolls: boolean, spans: readonly Span[], calendar: Calendar): PlainDate | null {
  let due = rolls ? calendar.workdayOnOrAfter(counted) : counted
  for (const { from, to } of spans) {
    if (due < from || from === to || (to !== null && due > to)) continue
    if (to === null) return null
    due = calendar.workdayOnOrAfter(to)
  }
  return due
}

/** The periods without their last `days` days. */
function shortened(periods: readonly DayCount[], days: number): readonly DayCount[] {
  const [last, ...earlier] = periods.toReversed()
  if (last === undefined) return []
  if (last.days < days) return shortened(earlier.toReversed(), days - last.days)
  return [...earlier.toReversed(), { ...last, days: last.days - days }]
}

const total = (periods: readonly DayCount[]) => periods.reduce((sum, period) => sum + period.days, 0)

function deadlineOf(leg: Leg, limit: Limit, calendar: Calendar): Deadline {
  const periods = allInDays(leg.startedOn, [limit, ...leg.extensions], asPlanned(leg.stops), calendar)
  const rolls = total(periods) > 0 && periods.at(-1)!.dayType === 'calendar'
  const ending = (spans: readonly Span[]) => {
    const counted = spendAll(leg.startedOn, periods, spans, calendar)
    return { counted, due: counted === null ? null : settle(counted, rolls, spans, calendar) }
  }
  const { counted, due } = ending(leg.stops)
  const projected = due ?? ending(asPlanned(leg.stops)).due!
  const left = Math.max(1, Math.floor(total(periods) / 5))
  const yellowOn = spendAll(leg.startedOn, shortened(periods, Math.min(left, total(periods))), leg.stops, calendar)
  return {
    limit,
    due,
    projected,
    rolledFrom: due !== null && counted !== null && rolls && !calendar.isWorkday(counted) ? counted : null,
    yellowOn,
    certainty: calendar.certaintyOfSpan(leg.startedOn, projected),
    yellowCertainty: calendar.certaintyOfSpan(leg.startedOn, yellowOn ?? projected),
  }
}

/** Both deadlines of a leg: illegality follows the law, the lights follow the promise. */
export function deadlinesOf(leg: Leg, calendar: Calendar): Deadlines {
  const of = (limit: Limit | null) => limit && deadlineOf(leg, limit, calendar)
  return { statutory: of(leg.statutory), promised: of(leg.promised) }
}

/** Days of a type in (after, through] that lie in no stop; an open stop excludes all that follows. */
function daysRunning(stops: readonly Span[], after: PlainDate, through: PlainDate, dayType: CountedDays, calendar: Calendar): number {
  const stopped = stops.map(({ from, to }) => daysCounted(maxDate(from, after), minDate(to ?? through, through), dayType, calendar))
  return daysCounted(after, through, dayType, calendar) - stopped.reduce((sum, days) => sum + days, 0)
}

/** Days that the leg has used up by the end of `on`, stopped days left out. */
export const elapsedOf = (leg: Leg, on: PlainDate, calendar: Calendar, dayType: CountedDays = 'workday'): number =>
  daysRunning(leg.stops, leg.startedOn, minDate(on, leg.endedOn ?? on), dayType, calendar)

/**
 * Days left after `on`, in the day type of each limit (natural days where it is in months); 0 on the last day, negative when overdue, and overdue days are always working days.
 * A stopped leg keeps what it had when it was stopped, an ended one what it had when it ended.
 */
export function remainingOf(leg: Leg, on: PlainDate, calendar: Calendar): { readonly statutory: number | null; readonly promised: number | null } {
  // Before its first day a leg still has all of its days.
  const day = maxDate(minDate(on, leg.endedOn ?? on), leg.startedOn)
  const open = openStop(leg)
  const of = (deadline: Deadline | null) => {
    if (deadline === null) return null
    const { due, projected, limit } = deadline
    const dayType = limit.dayType === 'workday' ? 'workday' : 'calendar'
    if (due === null) return daysRunning(asPlanned(leg.stops), minDate(day, open?.from ?? day), projected, dayType, calendar)
    if (day > due) return 0 - calendar.workdaysIn(due, day)
    return daysRunning(leg.stops, day, due, dayType, calendar)
  }
  const { statutory, promised } = deadlinesOf(leg, calendar)
  return { statutory: of(statutory), promised: of(promised) }
}
