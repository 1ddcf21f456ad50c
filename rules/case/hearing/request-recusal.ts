import { type Staff, staffRef } from '../../people/staff.ts'
import { caseAct, happened } from '../case-act.ts'
import { type Known, refuse } from '../standing/known.ts'
import type { CaseState } from '../standing/state.ts'

export interface RequestRecusalInput {
  readonly id: string
  /** `applicant`, or the id of a third party that was informed. */
  readonly party: string
  /** Id of the staff member who is to stand aside. */
  readonly against: string
  readonly reason: string
}

/** Whoever has to do with the case now: presides over its hearing, handles it, took it in or passed a step. */
export const concernedIn = ({ hearing, handler, acceptance, passedSteps }: CaseState) => {
  const people = [hearing?.held ? null : (hearing?.announced?.chair ?? null), handler, acceptance?.by ?? null, ...passedSteps.map(({ by }) => by)]
  const named = people.flatMap((one) => (one === null ? [] : [one]))
  return named.filter(({ id }, n) => named.findIndex((one) => one.id === id) === n)
}

/** Who may come to decide of it, though nothing is in their hands yet. */
const mayDecide = ({ roles }: Staff): boolean => roles.includes('head') || roles.includes('decision-maker')

const partyKnown = ({ thirdParties }: CaseState, party: string): boolean => party === 'applicant' || thirdParties.some(({ id }) => id === party)

/**
 * A party asks that somebody stand aside (回避, 行政许可法 48 ¶1(3)), over the portal or in person to a clerk. Until it is answered the person judges nothing in the
 * case. Asked once for each person: what was answered stays answered. Refusals: `not-yours` (an applicant speaks for itself alone), `party-not-found`,
 * `recusal-needs-reason`, `staff-not-found`, `recusal-not-concerned`, `recusal-asked-already`.
 */
export const requestRecusal = caseAct<RequestRecusalInput>({
  name: 'request-recusal',
  more: ({ against }) => [staffRef(against)],
  decide({ party, against, reason }, { state, roles, loaded, context }: Known) {
    if (party !== 'applicant' && roles.includes('applicant')) return refuse('not-yours')
    if (!partyKnown(state, party)) return refuse('party-not-found')
    const words = reason.trim()
    if (words === '') return refuse('recusal-needs-reason')
    const staff = loaded<Staff>(staffRef(against))
    if (!staff?.active) return refuse('staff-not-found')
    if (!concernedIn(state).some(({ id }) => id === against) && !mayDecide(staff)) return refuse('recusal-not-concerned')
    if (state.recusals?.some((one) => one.party === party && one.against.id === against)) return refuse('recusal-asked-already')
    return happened<'recusal-requested'>({
      type: 'recusal-requested',
      data: { id: context.newId(0), on: context.today, party, against: { id: against, name: staff.name } },
      personal: { reason: words },
    })
  },
})
