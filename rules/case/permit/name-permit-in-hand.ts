import { caseAct, happened } from '../case-act.ts'
import { caseRef } from '../standing/entries.ts'
import { type Known, me, refuse } from '../standing/known.ts'
import { renewalAt, renewalOf } from '../standing/renewal.ts'
import type { CaseState } from '../standing/state.ts'
import type { PermitInHand } from '../standing/permit-state.ts'
import { fittingPermit } from './fitting-permit.ts'
import { followsInHand, termGranted } from './permit-in-hand.ts'

export interface NamePermitInHandInput {
  readonly id: string
  /** Id of the case under which the permit in hand was granted; null takes back what was named. */
  readonly permit: string | null
  readonly how: PermitInHand['how']
}

/**
 * Names the permit in hand that the application would change, renew or give up (行政许可法 49, 50, 70), out of this bureau's own register: the end of a permit to be
 * renewed is then the register's, whatever the form says, and what is granted is noted on that permit. Where this case is granted already, it is noted
 * at once. Refusals: `permit-followed-already`, `nothing-in-hand`, `renewal-is-no-change`, and those of
 * `fittingPermit`.
 */
export const namePermitInHand = caseAct<NamePermitInHandInput>({
  name: 'name-permit-in-hand',
  more: ({ permit }) => (permit === null ? [] : [caseRef(permit)]),
  hindrance({ state }) {
    if (state.decision === null) return undefined
    if (state.outcome !== 'granted') return { code: 'no-permit' }
    return state.inHand && { code: 'permit-followed-already', detail: { number: state.inHand.number } }
  },
  decide({ permit, how }, known) {
    const { state, item, loaded, context } = known
    const done = { on: context.today, by: me(known) }
    if (permit === null) {
      if (!state.inHand) return refuse('nothing-in-hand')
      return happened<'permit-in-hand-named'>({ type: 'permit-in-hand-named', data: { ...done, permit: null, ...asSaid(known) } })
    }
    if (how !== 'renewal' && state.renewal) return refuse('renewal-is-no-change')
    const day = state.decision?.on ?? context.today
    const found = fittingPermit(permit === state.id ? undefined : loaded<CaseState>(caseRef(permit)), how, {
      of: item[how]?.of,
      holder: state.applicant,
      day,
    })
    if (!found.ok) return found
    const inHand = found.value
    return happened<'permit-in-hand-named'>({
      type: 'permit-in-hand-named',
      data: { ...done, permit: inHand, ...asKept(known, inHand.endsOn) },
      others: state.decision ? followsInHand({ ...state, inHand: { ...inHand, ...done } }, state.decision.on, termGranted(state.decision)) : [],
    })
  },
})

/** The last day of a permit to be renewed as the register has it; after the decision nothing hangs on it any more. */
function asKept({ state, item, context }: Known, endsOn: PermitInHand['endsOn']) {
  if (!state.renewal || !item.renewal || state.decision !== null || endsOn === 'unlimited') return {}
  return { renewal: renewalAt(item.renewal, endsOn, state.origin.receivedOn, context.calendar) }
}

/** As the application itself says it. */
const asSaid = ({ state, item, context }: Known) =>
  state.renewal && state.answers ? renewalOf(item, state.answers, state.origin.receivedOn, context.calendar) : {}
