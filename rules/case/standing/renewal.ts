import { type Answers, holds } from '../../service-item/condition.ts'
import type { ServiceItem } from '../../service-item/item.ts'
import type { Calendar } from '../../time/calendar.ts'
import { countForward, inDays } from '../../time/period.ts'
import { parsePlainDate, type PlainDate } from '../../time/plain-date.ts'
import type { CaseDecision, CaseRenewal, CaseState } from './state.ts'

/** What an application says of the permit that it would renew (行政许可法 50 ¶1): its last day, and whether the application came early enough before it. */
export function renewalOf(
  { renewal }: Pick<ServiceItem, 'renewal'>,
  answers: Answers,
  receivedOn: PlainDate,
  calendar: Calendar,
): { readonly renewal?: CaseRenewal } {
  if (!renewal || (renewal.when && !holds(renewal.when, answers))) return {}
  const endsOn = parsePlainDate(String(answers[renewal.endField]))
  if (endsOn === undefined) return {}
  return { renewal: { endsOn, inTime: countForward(receivedOn, inDays(receivedOn, renewal.before), calendar) <= endsOn } }
}

/**
 * The day with which a renewal is deemed granted if nothing is decided (行政许可法 50 ¶2): asked for in time and accepted, on the last day of the permit in
 * hand, whether the clock of the review runs or stands. Null where nothing of the kind can happen.
 */
export function deemedRenewedAfter({ renewal, phase, acceptance }: Pick<CaseState, 'renewal' | 'phase' | 'acceptance'>): PlainDate | null {
  if (!renewal?.inTime || (phase !== 'in-review' && phase !== 'stopped')) return null
  return acceptance !== null && acceptance.on <= renewal.endsOn ? renewal.endsOn : null
}

/** Granted by the law itself: nobody decided. */
export const isDeemedRenewal = (decision: Pick<CaseDecision, 'outcome' | 'by'>): boolean => decision.outcome === 'granted' && decision.by === null
