import type { Bureau } from '../../people/bureau.ts'
import type { Refusal } from '../../refusal.ts'
import type { ServiceItem } from '../../service-item/item.ts'
import type { Calendar } from '../../time/calendar.ts'
import type { Limit } from '../../time/leg.ts'
import type { PlainDate } from '../../time/plain-date.ts'
import { begun, runningLeg } from '../clock/legs.ts'
import type { CaseLeg, CaseState } from '../standing/state.ts'

/** 行政许可法 32(4) says that the faults are told, not by when they are cured: without a law of the item's own the days are the bureau's practice. */
export const supplementPractice = '本机关惯例，法律没有规定'
/** What holds where neither the item nor the bureau has set anything. */
export const usualSupplement = { days: 10, dayType: 'workday' } as const
const longest = 365

/** The days that a correction notice leaves: the item's own, else the bureau's, else the usual ones. */
export function supplementLimit(item: Pick<ServiceItem, 'limits'>, bureau: Pick<Bureau, 'supplementDays' | 'supplementDayType'> | undefined): Limit {
  if (item.limits.supplement) return item.limits.supplement
  return {
    days: bureau?.supplementDays ?? usualSupplement.days,
    dayType: bureau?.supplementDayType ?? usualSupplement.dayType,
    article: supplementPractice,
  }
}

/** The same with the days that the officer gives in this case: more, never fewer. Refusal: `supplement-days-invalid`. */
export function daysGiven(limit: Limit, given: number | undefined): Limit | { readonly refusal: Refusal } {
  if (given === undefined) return limit
  return Number.isInteger(given) && given >= limit.days && given <= longest
    ? { ...limit, days: given }
    : { refusal: { code: 'supplement-days-invalid', detail: { least: limit.days, most: longest } } }
}

/** The applicant's time to correct, from the day after the notice. */
export const supplementLeg = (limit: Limit, on: PlainDate, calendar: Calendar): CaseLeg =>
  begun(
    {
      name: 'supplement',
      startedOn: on,
      startReason: '一次性告知补正',
      startArticle: '行政许可法 第三十二条第一款第四项',
      statutory: null,
      promised: limit,
    },
    calendar,
  )

/** The last day to correct while the correction is awaited; null where nothing is, or the notice named no day. */
export const supplementBy = (state: Pick<CaseState, 'legs'>): PlainDate | null => runningLeg(state, 'supplement')?.dates.promisedDue ?? null

/**
 * Whoever was given until a day to correct is not turned away before it for what is still missing, unless she said that she will not correct. Refusal:
 * `supplement-day-not-passed`.
 */
export function supplementFault(state: Pick<CaseState, 'legs' | 'supplements'>, today: PlainDate): Refusal | undefined {
  const due = supplementBy(state)
  if (due === null || today > due || state.supplements.at(-1)?.givenUpOn !== undefined) return undefined
  return { code: 'supplement-day-not-passed', article: '行政许可法 第三十二条第一款第四项', detail: { due } }
}
