import type { Refusal } from '../../refusal.ts'
import type { Known } from '../standing/known.ts'
import type { HearingParty } from '../standing/state.ts'

/** Stands in the way of asking for a hearing and of giving it up: nobody was told of the right, or all who were have answered. */
export const nobodyToAnswer = ({ state }: Pick<Known, 'state'>): Refusal | undefined =>
  state.hearing?.parties.some(({ answer }) => answer === null) ? undefined : { code: 'hearing-right-not-told', detail: { party: '当事人' } }

/**
 * The party that was told of its right to a hearing and has not answered (行政许可法 47). Refusals: `not-yours` (an applicant speaks for itself alone),
 * `hearing-right-not-told`, `hearing-already-answered`.
 */
export function partyToAnswer(party: string, { state, roles }: Pick<Known, 'state' | 'roles'>): HearingParty | { readonly refusal: Refusal } {
  if (party !== 'applicant' && roles.includes('applicant')) return { refusal: { code: 'not-yours' } }
  const told = state.hearing?.parties.find((one) => one.party === party)
  if (!told) return { refusal: { code: 'hearing-right-not-told', detail: { party: party === 'applicant' ? '申请人' : '利害关系人' } } }
  return told.answer === null ? told : { refusal: { code: 'hearing-already-answered' } }
}
