import type { DayType } from './period.ts'
import type { PlainDate } from './plain-date.ts'

// Types here are aliases and use null, not optional fields: a leg is plain JSON and goes into entries and states as it is.

/** A limit on a leg: a period and where it comes from. `article` names the law (`行政许可法 第四十二条`) or says `promise` for the bureau's own word. */
export type Limit = { readonly days: number; readonly dayType: DayType; readonly article: string }

/**
 * A time that does not count (行政许可法 第四十五条, or the item's own law). Days in (from, to] are excluded: the day on which the clock is stopped
 * still counts, the day on which it is resumed does not. `planned` is the time that the written notice announced, `plannedEnd` its last day.
 */
export type Stop = {
  readonly kind: string
  readonly reason: string
  readonly article: string
  readonly document: string | null
  readonly from: PlainDate
  readonly planned: { readonly days: number; readonly dayType: DayType }
  readonly plannedEnd: PlainDate
  readonly to: PlainDate | null
}

/** More time, given once by the right head and told to the applicant (行政许可法 第四十二条). Adds to the statutory and to the promised limit. */
export type Extension = {
  readonly days: number
  readonly dayType: DayType
  readonly article: string
  readonly on: PlainDate
  readonly approvedBy: string
  readonly reason: string
}

/** One leg of the law's clock: notice, review, service, publicity, hearing-request … Each runs for itself, from the day after `startedOn`. */
export type Leg = {
  readonly name: string
  readonly startedOn: PlainDate
  readonly startReason: string
  readonly startArticle: string
  readonly statutory: Limit | null
  readonly promised: Limit | null
  readonly stops: readonly Stop[]
  readonly extensions: readonly Extension[]
  readonly endedOn: PlainDate | null
  readonly endReason: string | null
  /** The article on which it ended; absent where no law speaks of it, and in older entries. */
  readonly endArticle?: string
}

/** The stop that is still open, if the leg stands still. */
export const openStop = (leg: Leg): Stop | undefined => leg.stops.find((stop) => stop.to === null)
