import { accepted, type Refusal, type Result, refused } from '../refusal.ts'
import type { Calendar } from './calendar.ts'
import { deadlinesOf } from './deadline.ts'
import { type Extension, type Leg, openStop, type Stop } from './leg.ts'
import { dueDate, type Period } from './period.ts'
import { maxDate, type PlainDate } from './plain-date.ts'

export type LegStart = Pick<Leg, 'name' | 'startedOn' | 'startReason' | 'startArticle' | 'statutory' | 'promised'>
export type StopNotice = Omit<Stop, 'plannedEnd' | 'to'>

/** Longest limit the product believes in: ten years. */
const longest = { workday: 3660, calendar: 3660, month: 120 } as const
const isLength = ({ days, dayType }: Period, atLeast: number) => Number.isInteger(days) && days >= atLeast && days <= longest[dayType]

/** The last day on which something happened to the leg: nothing may happen to it before. */
const lastEventOf = (leg: Leg): PlainDate =>
  [...leg.stops.flatMap((stop) => [stop.from, stop.to ?? stop.from]), ...leg.extensions.map((extension) => extension.on)].reduce(
    maxDate,
    leg.startedOn,
  )

function whyNot(leg: Leg, on: PlainDate): Refusal | undefined {
  if (leg.endedOn !== null) return { code: 'leg-already-ended', detail: { leg: leg.name, on: leg.endedOn } }
  const last = lastEventOf(leg)
  if (on < last) return { code: 'leg-date-out-of-order', detail: { leg: leg.name, on, last } }
  return undefined
}

/**
 * Starts a leg. Refuses a limit that is no whole number of days, and a promise longer than the law where both count the same days
 * (优化营商环境条例 第三十六条).
 */
export function startLeg(start: LegStart): Result<Leg> {
  for (const limit of [start.statutory, start.promised]) {
    if (limit && !isLength(limit, 0)) return refused('limit-not-a-length', { detail: { leg: start.name, days: limit.days } })
  }
  const { statutory, promised } = start
  if (statutory && promised && statutory.dayType === promised.dayType && promised.days > statutory.days) {
    return refused('promise-longer-than-law', { article: statutory.article, detail: { promised: promised.days, statutory: statutory.days } })
  }
  return accepted({ ...start, stops: [], extensions: [], endedOn: null, endReason: null })
}

/** Stops the clock after the day `notice.from`. Refuses an ended or already stopped leg, a date before the last event, a notice without the time needed. */
export function stopLeg(leg: Leg, notice: StopNotice, calendar: Calendar): Result<Leg> {
  const refusal = whyNot(leg, notice.from)
  if (refusal) return { ok: false, refusal }
  const open = openStop(leg)
  if (open) return refused('leg-already-stopped', { detail: { leg: leg.name, kind: open.kind, from: open.from } })
  if (!isLength(notice.planned, 1)) return refused('stop-without-planned-days', { article: notice.article, detail: { days: notice.planned.days } })
  const plannedEnd = dueDate(notice.from, notice.planned, calendar).due
  return accepted({ ...leg, stops: [...leg.stops, { ...notice, plannedEnd, to: null }] })
}

/**
 * The open stop as another calendar has it. The notice announced so many days: where working days are taken out of them they end later. The day that the
 * notice named is never brought forward.
 */
export const replanStop = (leg: Leg, calendar: Calendar): Leg => ({
  ...leg,
  stops: leg.stops.map((stop) =>
    stop.to === null ? { ...stop, plannedEnd: maxDate(stop.plannedEnd, dueDate(stop.from, stop.planned, calendar).due) } : stop,
  ),
})

/** Lets the clock run again from the day after `on`. Refuses a leg that runs, one that has ended, and a day before the stop. */
export function resumeLeg(leg: Leg, on: PlainDate): Result<Leg> {
  const refusal = whyNot(leg, on)
  if (refusal) return { ok: false, refusal }
  if (!openStop(leg)) return refused('leg-not-stopped', { detail: { leg: leg.name } })
  return accepted({ ...leg, stops: leg.stops.map((stop) => (stop.to === null ? { ...stop, to: on } : stop)) })
}

/** Extends the leg, once (行政许可法 第四十二条). Refuses a second extension, no days, an ended leg, a date out of order, and an extension after the law's time has run out. */
export function extendLeg(leg: Leg, extension: Extension, calendar: Calendar): Result<Leg> {
  const refusal = whyNot(leg, extension.on)
  if (refusal) return { ok: false, refusal }
  const { article } = extension
  const earlier = leg.extensions[0]
  if (earlier) return refused('leg-already-extended', { article, detail: { leg: leg.name, on: earlier.on } })
  if (!isLength(extension, 1)) return refused('extension-not-a-length', { article, detail: { days: extension.days } })
  const due = deadlinesOf(leg, calendar).statutory?.due
  if (due && extension.on > due) return refused('extension-after-due', { article, detail: { leg: leg.name, on: extension.on, due } })
  return accepted({ ...leg, extensions: [extension] })
}

/** Ends the leg, on an article where there is one; a stop still open ends with it. Refuses a leg that has ended and a date before its last event. */
export function endLeg(leg: Leg, on: PlainDate, reason: string, article?: string): Result<Leg> {
  const refusal = whyNot(leg, on)
  if (refusal) return { ok: false, refusal }
  const stops = leg.stops.map((stop) => (stop.to === null ? { ...stop, to: on } : stop))
  return accepted({ ...leg, stops, endedOn: on, endReason: reason, ...(article === undefined ? {} : { endArticle: article }) })
}
