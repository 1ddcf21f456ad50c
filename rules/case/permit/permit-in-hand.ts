import type { Refusal } from '../../refusal.ts'
import { type Answers, holds } from '../../service-item/condition.ts'
import type { ServiceItem } from '../../service-item/item.ts'
import { lastDayOfMonths, minDate, parsePlainDate, type PlainDate } from '../../time/plain-date.ts'
import { caseEntry, caseRef } from '../standing/entries.ts'
import type { Known } from '../standing/known.ts'
import { endOfPermit, permitStanding } from '../standing/permit-life.ts'
import type { CaseState } from '../standing/state.ts'
import type { PermitInHand } from '../standing/permit-state.ts'

type Term = { readonly from: PlainDate; readonly to: PlainDate | 'unlimited' }

export const inHandArticles: Readonly<Record<PermitInHand['how'], string>> = { change: '行政许可法 第四十九条', renewal: '行政许可法 第五十条' }

/** The case under which the permit in hand was granted: what an act that grants must have before it. */
export const inHandNeeds = (state: Pick<CaseState, 'inHand'> | undefined) => (state?.inHand ? [caseRef(state.inHand.case)] : [])

/**
 * A permit that has ended is neither changed nor renewed; one that has run out is not changed, and one that was renewed is changed where it goes on.
 * Refusals: `permit-in-hand-ended`, `permit-in-hand-lapsed`, `permit-in-hand-renewed`.
 */
export function inHandFault(how: PermitInHand['how'], permit: CaseState, today: PlainDate): Refusal | undefined {
  const end = endOfPermit(permit.permit)
  if (end) return { code: 'permit-in-hand-ended', detail: { number: permit.number, on: end.on } }
  const standing = permitStanding(permit, today)
  if (standing === 'renewed') return { code: 'permit-in-hand-renewed', detail: { number: permit.number } }
  return how === 'change' && standing === 'lapsed' ? { code: 'permit-in-hand-lapsed', detail: { number: permit.number } } : undefined
}

/** From when to when what is granted holds: a change leaves the end where it was (49), by the register or by what the application says; else the item's own term, or the end wished for as far as the item allows. */
export function grantedTerm({ state, item }: Pick<Known, 'state' | 'item'>, from: PlainDate): Term {
  if (state.inHand?.how === 'change') return { from, to: state.inHand.endsOn }
  const said = changeSaid(item, state.answers ?? {})
  if (said?.endsOn !== undefined) return { from, to: said.endsOn }
  const { validMonths } = item.result
  if (validMonths !== null) return { from, to: lastDayOfMonths(from, validMonths) }
  const wished = state.renewal && item.renewal?.wished
  return { from, to: wished ? wishedEnd(wished, state, from) : 'unlimited' }
}

interface Said {
  readonly how: PermitInHand['how']
  readonly number: string | null
  readonly endsOn?: PlainDate | undefined
}

/** What an application says by itself of a permit in hand that it would change; undefined where it would not. */
function changeSaid({ change }: Pick<ServiceItem, 'change'>, answers: Answers): Said | undefined {
  if (!change || (change.when && !holds(change.when, answers))) return undefined
  const endsOn = change.endField === undefined ? undefined : parsePlainDate(String(answers[change.endField]))
  return { how: 'change', number: numberIn(answers, change.numberField), endsOn }
}

/** The same of a change or a renewal: for whoever looks the permit up in the register. */
export function inHandSaid(
  item: Pick<ServiceItem, 'change' | 'renewal'>,
  { renewal, answers }: Pick<CaseState, 'renewal' | 'answers'>,
): Said | undefined {
  if (renewal) return { how: 'renewal', number: numberIn(answers ?? {}, item.renewal?.numberField), endsOn: renewal.endsOn }
  return changeSaid(item, answers ?? {})
}

const numberIn = (answers: Answers, field: string | undefined): string | null => {
  const number = field === undefined ? undefined : answers[field]
  return typeof number === 'string' ? number : null
}

function wishedEnd({ endField, maxMonths }: NonNullable<NonNullable<ServiceItem['renewal']>['wished']>, { answers }: CaseState, from: PlainDate) {
  const most = lastDayOfMonths(from, maxMonths)
  const end = parsePlainDate(String(answers?.[endField]))
  return end === undefined || end < from ? most : minDate(end, most)
}

/** What is noted on the permit in hand once this case granted its change or renewal. */
export function followsInHand(state: CaseState, on: PlainDate, { from, to }: Term) {
  const { inHand } = state
  return inHand ? [caseEntry(inHand.case, 'permit-followed', { how: inHand.how, on, case: state.id, number: state.number, from, to })] : []
}
