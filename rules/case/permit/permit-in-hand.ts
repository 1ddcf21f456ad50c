import type { Loaded } from '../../act.ts'
import type { Refusal } from '../../refusal.ts'
import type { ServiceItem } from '../../service-item/item.ts'
import { addDays, lastDayOfMonths, minDate, parsePlainDate, type PlainDate } from '../../time/plain-date.ts'
import { caseEntry, caseRef } from '../standing/entries.ts'
import type { Known } from '../standing/known.ts'
import { endOfPermit, permitStanding, termOf } from '../standing/permit-life.ts'
import type { CaseDecision, CaseState } from '../standing/state.ts'
import type { PermitInHand } from '../standing/permit-state.ts'
import { inHandSaid } from './in-hand-said.ts'

type Term = { readonly from: PlainDate; readonly to: PlainDate | 'unlimited' }

export const inHandArticles: Readonly<Record<PermitInHand['how'], string>> = {
  change: '行政许可法 第四十九条',
  renewal: '行政许可法 第五十条',
  cancellation: '行政许可法 第七十条',
}

/** The case under which the permit in hand was granted: what an act that grants must have before it. */
export const inHandNeeds = (state: Pick<CaseState, 'inHand'> | undefined) => (state?.inHand ? [caseRef(state.inHand.case)] : [])

/**
 * A permit that has ended is neither changed nor renewed nor given up; one that has run out is not changed, and one that was renewed is changed or given up where it goes on.
 * Refusals: `permit-in-hand-ended`, `permit-in-hand-lapsed`, `permit-in-hand-renewed`.
 */
export function inHandFault(how: PermitInHand['how'], permit: CaseState, today: PlainDate): Refusal | undefined {
  const end = endOfPermit(permit.permit)
  if (end) return { code: 'permit-in-hand-ended', detail: { number: permit.number, on: end.on } }
  const standing = permitStanding(permit, today)
  if (standing === 'renewed') return { code: 'permit-in-hand-renewed', detail: { number: permit.number } }
  return how === 'change' && standing === 'lapsed' ? { code: 'permit-in-hand-lapsed', detail: { number: permit.number } } : undefined
}

/** The case with the end of the permit in hand as it stands now: it may have been brought forward (行政许可法 8) since it was named. */
export function withOwnEnd(state: CaseState, loaded: Loaded): CaseState {
  const { inHand, renewal } = state
  const permit = inHand && loaded<CaseState>(caseRef(inHand.case))
  const own = permit && termOf(permit)?.to
  if (!inHand || own === undefined || own === 'unlimited') return state
  const endsOn = inHand.endsOn === 'unlimited' ? own : minDate(inHand.endsOn, own)
  return { ...state, inHand: { ...inHand, endsOn }, ...(renewal && { renewal: { ...renewal, endsOn: minDate(renewal.endsOn, own) } }) }
}

/** A renewal takes nothing from the time that the permit in hand still has (行政许可法 50): it begins the day after; anything else with the decision. */
export function firstDayGranted({ renewal }: Pick<CaseState, 'renewal'>, today: PlainDate): PlainDate {
  return renewal && renewal.endedOn === undefined && renewal.endsOn >= today ? addDays(renewal.endsOn, 1) : today
}

/** From when to when what is granted holds: a change leaves the end where it was (49), by the register or by what the application says; else the item's own term, or the end wished for as far as the item allows. */
export function grantedTerm({ state, item }: Pick<Known, 'state' | 'item'>, from: PlainDate): Term {
  if (state.inHand?.how === 'change') return { from, to: state.inHand.endsOn }
  const said = inHandSaid(item, state)
  if (said?.how === 'change' && said.endsOn !== undefined) return { from, to: said.endsOn }
  const { validMonths } = item.result
  if (validMonths !== null) return { from, to: lastDayOfMonths(from, validMonths) }
  const wished = state.renewal && item.renewal?.wished
  return { from, to: wished ? wishedEnd(wished, state, from) : 'unlimited' }
}

function wishedEnd({ endField, maxMonths }: NonNullable<NonNullable<ServiceItem['renewal']>['wished']>, { answers }: CaseState, from: PlainDate) {
  const most = lastDayOfMonths(from, maxMonths)
  const end = parsePlainDate(String(answers?.[endField]))
  return end === undefined || end < from ? most : minDate(end, most)
}

/** From when to when a decision holds, where it names no term of its own. */
export const termGranted = ({ on, validity }: Pick<CaseDecision, 'on' | 'validity'>): Term => validity ?? { from: on, to: 'unlimited' }

/** What is noted on the permit in hand once this case granted its change, renewal or cancellation. */
export function followsInHand(state: CaseState, on: PlainDate, { from, to }: Term) {
  const { inHand } = state
  return inHand ? [caseEntry(inHand.case, 'permit-followed', { how: inHand.how, on, case: state.id, number: state.number, from, to })] : []
}
