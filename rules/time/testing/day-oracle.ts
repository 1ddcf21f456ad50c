import type { CalendarTable, Certainty, ExtraordinaryDay } from '../calendar.ts'
import type { CountedDays, Period } from '../period.ts'
import type { PlainDate } from '../plain-date.ts'

// The slow second opinion: JavaScript's own Date in UTC, one day after another, and the raw tables searched from the back.
// It shares nothing with the code it judges but the types.

const MILLIS = 86_400_000
export const d = (text: string) => text as PlainDate
export const nextDay = (day: PlainDate, n = 1): PlainDate => d(new Date(Date.parse(day) + n * MILLIS).toISOString().slice(0, 10))

export interface RawCalendar {
  readonly tables: readonly CalendarTable[]
  readonly extraordinary: readonly ExtraordinaryDay[]
}

const remembered = new WeakMap<RawCalendar, Map<PlainDate, boolean>>()

export function worksOn(raw: RawCalendar, day: PlainDate): boolean {
  const known = remembered.get(raw) ?? new Map<PlainDate, boolean>()
  remembered.set(raw, known)
  const works = known.get(day) ?? lastWordOn(raw, day)
  known.set(day, works)
  return works
}

/** The last word on a day: extraordinary days before tables, later years before earlier, amendments before what they amend. */
function lastWordOn({ tables, extraordinary }: RawCalendar, day: PlainDate): boolean {
  const decree = extraordinary.findLast((entry) => entry.day === day)
  if (decree) return decree.workday
  for (const table of [...tables].sort((a, b) => b.year - a.year)) {
    for (const notice of [...(table.amendments ?? [])].reverse().concat(table as never)) {
      if (notice.work.some((entry) => entry.day === day)) return true
      if (notice.off.some((entry) => entry.day === day)) return false
    }
  }
  const weekday = new Date(day).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/** A day may still move if its year has no table, or if it is 29–31 December and the next year has none. */
function mayStillMove({ tables }: RawCalendar, day: PlainDate): boolean {
  const year = Number(day.slice(0, 4))
  const has = (wanted: number) => tables.some((table) => table.year === wanted)
  return !has(year) || (day.slice(5) >= '12-29' && !has(year + 1))
}

export function certaintyWalked(raw: RawCalendar, from: PlainDate, through: PlainDate): Certainty {
  for (let day = from; day <= through; day = nextDay(day)) if (mayStillMove(raw, day)) return 'provisional'
  return 'final'
}

const counts = (raw: RawCalendar, day: PlainDate, dayType: CountedDays) => dayType === 'calendar' || worksOn(raw, day)

/** Excluded time as the law has it: after `from`, through `to`; an open one never ends. */
export interface Pause {
  readonly from: PlainDate
  readonly to: PlainDate | null
}

const paused = (pauses: readonly Pause[], day: PlainDate) => pauses.some(({ from, to }) => day > from && (to === null || day <= to))
const forever = (pauses: readonly Pause[], day: PlainDate) => pauses.some(({ from, to }) => day > from && to === null)

/** Natural days from a day to the corresponding one some months later, found by turning the leaves: so many new months, then the same number or the last leaf. */
export function leavesTurned(start: PlainDate, months: number): number {
  let [day, turned, leaves] = [start, 0, 0]
  while (turned < months || (months > 0 && day.slice(8) !== start.slice(8) && nextDay(day).slice(8) !== '01')) {
    day = nextDay(day)
    leaves++
    if (day.endsWith('-01')) turned++
  }
  return leaves
}

/** Walks one day at a time until the periods are used up; null when the walk ends in an open pause. */
export function walkDue(raw: RawCalendar, start: PlainDate, periods: readonly Period[], pauses: readonly Pause[] = []): PlainDate | null {
  let day = start
  for (const period of periods) {
    const days = period.dayType === 'month' ? leavesTurned(day, period.days) : period.days
    for (let used = 0; used < days; ) {
      day = nextDay(day)
      if (forever(pauses, day)) return null
      if (!paused(pauses, day) && counts(raw, day, period.dayType === 'workday' ? 'workday' : 'calendar')) used++
    }
  }
  if (periods.some((period) => period.days > 0) && periods.at(-1)!.dayType !== 'workday') while (!worksOn(raw, day)) day = nextDay(day)
  for (;;) {
    const caught = pauses.find(({ from, to }) => from !== to && day >= from && (to === null || day < to))
    if (!caught) break
    if (caught.to === null) return null
    day = caught.to
    while (!worksOn(raw, day)) day = nextDay(day)
  }
  return day
}

/** Days of a type in (after, through] that no pause takes out. */
export function walkCount(raw: RawCalendar, after: PlainDate, through: PlainDate, dayType: CountedDays, pauses: readonly Pause[] = []): number {
  let count = 0
  for (let day = nextDay(after); day <= through; day = nextDay(day)) if (!paused(pauses, day) && counts(raw, day, dayType)) count++
  return count
}
