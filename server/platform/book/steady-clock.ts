import { instantOfMillis, plainDateOfInstant } from '../../../rules/time/instant.ts'
import { daysBetween, type PlainDate } from '../../../rules/time/plain-date.ts'
import type { Tx } from '../database/database.ts'

/** A pause longer than this between two days of the book (no holidays are so long) may be a clock that was set forwards. */
const longestPause = 10
/** After so many days on which something was recorded the new time is believed. */
const daysToBelieve = 5

const recordedDays = `select day::text as day from seal_head where bureau = $1 and day <= $2::date order by day desc limit ${daysToBelieve}`

/** Where the clock leapt forwards, as far as the book can tell and has not come to believe it: the last day before, and the first after. */
export async function clockLeap(tx: Tx, bureau: string, now: Date): Promise<{ readonly from: PlainDate; readonly to: PlainDate } | undefined> {
  const today = plainDateOfInstant(instantOfMillis(now.getTime()))
  const { rows } = await tx.query<{ day: PlainDate }>(recordedDays, [bureau, today])
  let to = today
  for (const { day } of rows) {
    if (daysBetween(day, to) > longestPause) return { from: day, to }
    to = day
  }
  return undefined
}

/**
 * The time by which old things are cleaned away: the clock's, unless it has just leapt; then the last day before. A clock set months forwards by mistake
 * would else take away in one hour what people still need, and setting it right brings nothing back.
 */
export async function steadyNow(tx: Tx, bureau: string, now: Date): Promise<Date> {
  const leap = await clockLeap(tx, bureau, now)
  return leap === undefined ? now : new Date(`${leap.from}T00:00:00+08:00`)
}
