import type { ActContext } from '../../act.ts'
import type { Bureau } from '../../people/bureau.ts'
import type { PlainDate } from '../../time/plain-date.ts'

/** The day from which what came over the portal counts as received, and why where it is not the day it came. */
export interface ReceiptDay {
  readonly on: PlainDate
  readonly because: string | null
}

/** HH:MM:SS.mmm of an instant written with +08:00. */
const clockOf = (instant: string): string => instant.slice(11, 23)

/**
 * What the portal takes in is received when it arrives. A bureau may rule that what comes after its closing hour or on a rest day counts from the next
 * working day (民法典 203: where there are business hours, the day ends with them); at the closing hour itself the day is not over. Where the days until
 * then are not published yet the day it came counts: nobody's receipt stands on a day that may move.
 */
export function receiptDay(
  bureau: Pick<Bureau, 'afterHoursReceipt' | 'closesAt'> | undefined,
  { now, today, calendar }: Pick<ActContext, 'now' | 'today' | 'calendar'>,
): ReceiptDay {
  const same: ReceiptDay = { on: today, because: null }
  const closesAt = bureau?.closesAt
  if (bureau?.afterHoursReceipt !== 'next-working-day' || closesAt === undefined) return same
  const works = calendar.isWorkday(today)
  if (works && clockOf(now) <= `${closesAt}:00.000`) return same
  const on = calendar.workdayAfter(today, 1)
  if (calendar.certaintyOfSpan(today, on) === 'provisional') return same
  return { on, because: works ? `当日${closesAt}下班后提交，自下一个工作日计` : '休息日提交，自下一个工作日计' }
}

/** The reason a leg starts, with why it starts on another day than the one on which it came. */
export const startReasonOf = (event: string, { because }: ReceiptDay): string => (because === null ? event : `${event}（${because}）`)
