import { type Answers, holds } from '../../service-item/condition.ts'
import type { Renewal, ServiceItem } from '../../service-item/item.ts'
import type { Calendar } from '../../time/calendar.ts'
import { countForward, inDays } from '../../time/period.ts'
import { parsePlainDate, type PlainDate } from '../../time/plain-date.ts'
import type { PermitInHand } from './permit-state.ts'
import type { CaseDecision, CaseOrigin, CaseRenewal, CaseState } from './state.ts'

/** What an application says of the permit that it would renew (行政许可法 50 ¶1): its last day, and whether the application came early enough before it. */
export function renewalOf(
  { renewal }: Pick<ServiceItem, 'renewal'>,
  answers: Answers,
  receivedOn: PlainDate,
  calendar: Calendar,
): { readonly renewal?: CaseRenewal } {
  if (!renewal || (renewal.when && !holds(renewal.when, answers))) return {}
  const endsOn = parsePlainDate(String(answers[renewal.endField]))
  return endsOn === undefined ? {} : { renewal: renewalAt(renewal, endsOn, receivedOn, calendar) }
}

/** The same where the last day is known otherwise: from the register, whatever the application says. */
export const renewalAt = ({ before }: Renewal, endsOn: PlainDate, receivedOn: PlainDate, calendar: Calendar): CaseRenewal => ({
  endsOn,
  inTime: countForward(receivedOn, inDays(receivedOn, before), calendar) <= endsOn,
})

/** The same where the register may have the permit in hand: what it was found to say goes before the application's word. */
export function renewalInCase(
  { inHand, origin }: { readonly inHand?: Pick<PermitInHand, 'endsOn'> | undefined; readonly origin: Pick<CaseOrigin, 'receivedOn'> },
  item: Pick<ServiceItem, 'renewal'>,
  answers: Answers,
  calendar: Calendar,
) {
  const said = renewalOf(item, answers, origin.receivedOn, calendar)
  if (!said.renewal || !item.renewal || inHand === undefined || inHand.endsOn === 'unlimited') return said
  return { renewal: renewalAt(item.renewal, inHand.endsOn, origin.receivedOn, calendar) }
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
