import type { Calendar, Certainty } from './calendar.ts'
import { type Deadline, deadlinesOf, elapsedOf } from './deadline.ts'
import type { Leg } from './leg.ts'
import type { StoredDeadlines } from './light.ts'
import { type CountedDays, type DayType, daysCounted } from './period.ts'
import type { PlainDate } from './plain-date.ts'

type Days = { readonly days: number; readonly dayType: DayType }

/** Why a leg ends when it ends: one line per start, stop, resumption, extension, deadline and end, with its day and its article. Plain JSON. */
export type DatedReason = { readonly on: PlainDate; readonly article: string; readonly leg: string } & (
  | { readonly code: 'started'; readonly detail: { readonly reason: string; readonly statutory: Days | null; readonly promised: Days | null } }
  | {
      readonly code: 'stopped'
      readonly detail: Days & { readonly kind: string; readonly reason: string; readonly document: string | null; readonly plannedEnd: PlainDate }
    }
  | { readonly code: 'resumed'; readonly detail: { readonly kind: string; readonly excluded: Days; readonly plannedEnd: PlainDate } }
  | { readonly code: 'extended'; readonly detail: Days & { readonly approvedBy: string; readonly reason: string } }
  | {
      readonly code: 'promised-due' | 'statutory-due'
      readonly detail: Days & { readonly rolledFrom: PlainDate | null; readonly certainty: Certainty; readonly whileStopped: boolean }
    }
  | { readonly code: 'ended'; readonly detail: { readonly reason: string; readonly used: Days; readonly endedBy: string | null } }
)

/** In order of days; what has one day stays in the order in which it stood. */
export const byDay = ({ on: one }: { readonly on: string }, { on: other }: { readonly on: string }): number =>
  one < other ? -1 : one > other ? 1 : 0

const daysOf = ({ days, dayType }: Days): Days => ({ days, dayType })

const dueReason = (leg: Leg, code: 'promised-due' | 'statutory-due', deadline: Deadline | null): readonly DatedReason[] => {
  if (deadline === null) return []
  const { limit, due, projected, rolledFrom, certainty } = deadline
  return [
    {
      on: due ?? projected,
      article: limit.article,
      leg: leg.name,
      code,
      detail: { ...daysOf(limit), rolledFrom, certainty, whileStopped: due === null },
    },
  ]
}

/** Days of a leg are told as its limit counts them: natural days where that is in months. */
const countedIn = ({ statutory, promised }: Leg): CountedDays => ((statutory ?? promised)?.dayType === 'workday' ? 'workday' : 'calendar')

function endReason(leg: Leg, calendar: Calendar): readonly DatedReason[] {
  if (leg.endedOn === null) return []
  const dayType = countedIn(leg)
  const detail = {
    reason: leg.endReason ?? '',
    used: { days: elapsedOf(leg, leg.endedOn, calendar, dayType), dayType },
    endedBy: leg.endArticle ?? null,
  }
  return [{ on: leg.endedOn, article: leg.endArticle ?? leg.startArticle, leg: leg.name, code: 'ended', detail }]
}

/**
 * The dated reasons of a leg in order of days; things of one day stand in the order in which they follow from one another.
 * While the clock stands, the due days are those that follow if the stop ends as announced (`whileStopped`).
 */
export function datedReasons(leg: Leg, calendar: Calendar): readonly DatedReason[] {
  const { statutory, promised } = deadlinesOf(leg, calendar)
  const of = { leg: leg.name }
  const started: DatedReason = {
    ...of,
    on: leg.startedOn,
    article: leg.startArticle,
    code: 'started',
    detail: { reason: leg.startReason, statutory: leg.statutory && daysOf(leg.statutory), promised: leg.promised && daysOf(leg.promised) },
  }
  const stops = leg.stops.flatMap(({ kind, reason, document, article, from, to, planned, plannedEnd }): readonly DatedReason[] => {
    const stopped: DatedReason = { ...of, on: from, article, code: 'stopped', detail: { ...daysOf(planned), kind, reason, document, plannedEnd } }
    if (to === null) return [stopped]
    const dayType = countedIn(leg)
    const excluded = { days: daysCounted(from, to, dayType, calendar), dayType }
    return [stopped, { ...of, on: to, article, code: 'resumed', detail: { kind, excluded, plannedEnd } }]
  })
  const extensions = leg.extensions.map(
    ({ on, article, approvedBy, reason, ...days }): DatedReason => ({
      ...of,
      on,
      article,
      code: 'extended',
      detail: { ...daysOf(days), approvedBy, reason },
    }),
  )
  const events = [started, ...stops, ...extensions]
  const dues = [...dueReason(leg, 'promised-due', promised), ...dueReason(leg, 'statutory-due', statutory)]
  // Sorting is stable: on one day events come before the deadlines that follow from them, and the end comes last.
  return [...events, ...dues, ...endReason(leg, calendar)].toSorted(byDay)
}

/**
 * The reasons with the due days as they were written down: a deadline is a fact of the book, and a calendar that changed after the leg ended, or a moment
 * ago, does not move the day that its reason names.
 */
export const storedReasons = (leg: Leg, dates: StoredDeadlines, calendar: Calendar): readonly DatedReason[] =>
  datedReasons(leg, calendar).map((reason) => {
    if (reason.code !== 'promised-due' && reason.code !== 'statutory-due') return reason
    const due = reason.code === 'promised-due' ? dates.promisedDue : dates.statutoryDue
    if (due === null || due === reason.on) return reason
    return { ...reason, on: due, detail: { ...reason.detail, rolledFrom: null, certainty: dates.certainty } }
  })
