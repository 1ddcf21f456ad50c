import type { Refusal, Result } from '../../refusal.ts'
import type { ItemLimit, ServiceItem } from '../../service-item/item.ts'
import { serviceLimit, tenDaysOfTheLaw } from '../../service-item/service-limit.ts'
import type { Calendar } from '../../time/calendar.ts'
import { endLeg, type LegStart, startLeg } from '../../time/clock.ts'
import type { Leg, Limit } from '../../time/leg.ts'
import { storedDeadlines } from '../../time/light.ts'
import { maxDate, type PlainDate } from '../../time/plain-date.ts'
import type { CaseLeg, CaseState, LegName } from '../standing/state.ts'

type Legs = { readonly [leg in LegName]?: CaseLeg }

/** A leg with its dates, ready for an entry. */
export const dated = (leg: Leg, calendar: Calendar): CaseLeg => ({ leg, dates: storedDeadlines(leg, calendar) })

/** Legs start from item limits that were validated and from the law's own numbers: a refusal here is a bug, not a citizen's mistake. */
export function begun(start: LegStart, calendar: Calendar): CaseLeg {
  const result = startLeg(start)
  if (!result.ok) throw new Error(`leg ${start.name} cannot start: ${result.refusal.code}`)
  return dated(result.value, calendar)
}

/** 收件后五个工作日内告知或受理 (行政许可法 32): counted from receipt, or from a full correction. */
export const noticeLeg = (from: PlainDate, reason: string, calendar: Calendar): CaseLeg => {
  const article = '行政许可法 第三十二条第一款第四项'
  const statutory: Limit = { days: 5, dayType: 'workday', article }
  return begun({ name: 'notice', startedOn: from, startReason: reason, startArticle: article, statutory, promised: null }, calendar)
}

const limit = ({ days, dayType, article }: ItemLimit): Limit => ({ days, dayType, article })

/**
 * The day on which the item's limits begin to run. Where documents were let come later there is no day of completeness yet (null): accepting without
 * them is the bureau's own favour, and its clock runs from then. Validation holds that the promise and the law begin with the same event.
 */
export function startOfReview(
  item: ServiceItem,
  state: { readonly receivedOn: PlainDate; readonly completeOn: PlainDate | null; readonly acceptedOn: PlainDate },
): PlainDate {
  const event = item.limits.statutory.startEvent
  return event === 'accepted' ? state.acceptedOn : event === 'documents-complete' ? (state.completeOn ?? state.acceptedOn) : state.receivedOn
}

const eventWords = { accepted: '受理之日', 'documents-complete': '收到全部有效材料之日', received: '收到申请之日' } as const

/** What the item's limits begin with, in words. */
export const startWords = (item: ServiceItem): string => eventWords[item.limits.statutory.startEvent]

export const reviewLeg = (
  name: 'review' | 'filing',
  item: ServiceItem,
  from: PlainDate,
  calendar: Calendar,
  reason: string = startWords(item),
): CaseLeg =>
  begun(
    {
      name,
      startedOn: from,
      startReason: reason,
      startArticle: item.limits.statutory.article,
      statutory: limit(item.limits.statutory),
      promised: limit(item.limits.promised),
    },
    calendar,
  )

/** The days of handing over, from the decision. For a refusal the law sets none; the bureau keeps the ten of 行政许可法 44 as its promise. */
export function serviceLeg(
  granted: boolean,
  item: Pick<ServiceItem, 'limits'>,
  from: PlainDate,
  calendar: Calendar,
  startReason = '作出决定之日',
): CaseLeg {
  const statutory = granted ? serviceLimit(item) : null
  const promised = granted ? null : { ...tenDaysOfTheLaw, article: 'promise' }
  const startArticle = statutory?.article ?? 'promise'
  return begun({ name: 'service', startedOn: from, startReason, startArticle, statutory, promised }, calendar)
}

/** The leg as it stands, if it still runs. */
export const runningLeg = (state: Pick<CaseState, 'legs'>, name: LegName): CaseLeg | undefined => {
  const found = state.legs[name]
  return found && found.leg.endedOn === null ? found : undefined
}

type Moved = { readonly legs: Legs } | { readonly refusal: Refusal }
type Change = (leg: Leg) => Result<Leg>

/** A change of a running leg with the dates that follow, or why not. */
export function moved(state: Pick<CaseState, 'legs'>, name: LegName, calendar: Calendar, change: Change): Moved {
  const running = runningLeg(state, name)
  if (!running) return { refusal: { code: 'leg-not-running', detail: { leg: name } } }
  const result = change(running.leg)
  return result.ok ? { legs: { [name]: dated(result.value, calendar) } } : { refusal: result.refusal }
}

/** The same change of the review and of the step that runs within it. */
export function movedReview(state: Pick<CaseState, 'legs'>, calendar: Calendar, change: Change): Moved {
  const review = moved(state, 'review', calendar, change)
  if ('refusal' in review || !runningLeg(state, 'step')) return review
  const step = moved(state, 'step', calendar, change)
  return 'refusal' in step ? step : { legs: { ...review.legs, ...step.legs } }
}

/** Ends the named legs where they run. What came after hours may be answered before its first day: the leg then ends on that day, with no day used. */
export function ended(
  state: Pick<CaseState, 'legs'>,
  names: readonly LegName[],
  on: PlainDate,
  reason: string,
  calendar: Calendar,
  article?: string,
): Legs {
  const legs: { [leg in LegName]?: CaseLeg } = {}
  for (const name of names) {
    const running = runningLeg(state, name)
    if (!running) continue
    const result = endLeg(running.leg, maxDate(on, running.leg.startedOn), reason, article)
    if (!result.ok) throw new Error(`leg ${name} cannot end on ${on}: ${result.refusal.code}`)
    legs[name] = dated(result.value, calendar)
  }
  return legs
}

/** A limit of a leg with its end, as a paper prints it. */
export const limitFacts = ({ leg, dates }: CaseLeg, which: 'statutory' | 'promised') => {
  const { days, dayType, article } = (leg[which] ?? leg.statutory ?? leg.promised)!
  const due = which === 'promised' ? (dates.promisedDue ?? dates.projectedPromisedDue) : (dates.statutoryDue ?? dates.projectedStatutoryDue)
  return {
    days,
    dayType,
    from: leg.startedOn,
    due: due ?? leg.startedOn,
    certainty: dates.certainty,
    article: article === 'promise' ? '承诺' : article,
  }
}
