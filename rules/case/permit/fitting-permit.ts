import type { Loaded } from '../../act.ts'
import { accepted, type Result, refused } from '../../refusal.ts'
import type { Answers } from '../../service-item/condition.ts'
import type { PlainDate } from '../../time/plain-date.ts'
import { caseRef } from '../standing/entries.ts'
import { termOf } from '../standing/permit-life.ts'
import type { FoundInHand, PermitInHand } from '../standing/permit-state.ts'
import type { ApplicantData, CaseState } from '../standing/state.ts'
import { type AboutPermits, inHandAsked } from './in-hand-said.ts'
import { inHandFault } from './permit-in-hand.ts'

/** Who says to hold a permit. */
export type Holder = Pick<ApplicantData, 'name' | 'idType' | 'idNumber'>

const plain = (text: unknown): string => (typeof text === 'string' ? text.normalize('NFKC').replace(/\s/gu, '').toUpperCase() : '')
const isSame = (one: unknown, other: unknown): boolean => plain(one) !== '' && plain(one) === plain(other)

/**
 * Whoever applied for a permit holds it, by kind and number of the document. A registration is held by the body that it brought into being, which had no
 * number yet when others applied for it: by the name that was registered.
 */
export const isHolder = (
  { applicant, item: { holderField }, answers }: Pick<CaseState, 'applicant' | 'item' | 'answers'>,
  holder: Holder,
): boolean =>
  holderField === undefined
    ? applicant.idType === holder.idType && isSame(applicant.idNumber, holder.idNumber)
    : holder.idType === 'uscc' && isSame(answers?.[holderField], holder.name)

/**
 * A permit of this bureau's register as an application of this holder would have it in hand, or why it cannot. Whose it is otherwise, nobody is told.
 * Refusals: `permit-in-hand-not-found`, `permit-of-another`, `permit-of-other-item`, and those of `inHandFault`.
 */
export function fittingPermit(
  permit: CaseState | undefined,
  how: PermitInHand['how'],
  asked: { readonly of: readonly string[] | undefined; readonly holder: Holder; readonly day: PlainDate },
): Result<FoundInHand> {
  const term = permit && termOf(permit)
  if (!permit || !term) return refused('permit-in-hand-not-found')
  if (!isHolder(permit, asked.holder)) return refused('permit-of-another')
  if (asked.of && !asked.of.includes(permit.item.code)) return refused('permit-of-other-item', { detail: { item: permit.item.name } })
  const fault = inHandFault(how, permit, asked.day)
  if (fault) return { ok: false, refusal: fault }
  return accepted({ case: permit.id, number: permit.number, itemName: permit.item.name, how, endsOn: term.to })
}

/** The permit that an application names by its answers and that was looked up: where it fits the case bears it from then on, and whoever checks the case may name another. */
export function permitNamed(
  item: AboutPermits,
  answers: Answers,
  permit: string | undefined,
  holder: Holder,
  day: PlainDate,
  loaded: Loaded,
): FoundInHand | undefined {
  const asked = permit === undefined ? undefined : inHandAsked(item, answers)
  if (permit === undefined || asked === undefined) return undefined
  const found = fittingPermit(loaded<CaseState>(caseRef(permit)), asked.how, { of: asked.of, holder, day })
  return found.ok ? found.value : undefined
}
