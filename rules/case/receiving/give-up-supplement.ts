import { caseAct, happened } from '../case-act.ts'
import { refuse } from '../standing/known.ts'

/**
 * The applicant says that she will not correct what the notice asked for: the office need not wait for the last day. A clerk records what was said in
 * person. Until it is decided she may still correct. Refusal: `supplement-already-given-up`.
 */
export const giveUpSupplement = caseAct<{ readonly id: string }>({
  name: 'give-up-supplement',
  hindrance: ({ state }) => (state.supplements.at(-1)?.givenUpOn === undefined ? undefined : { code: 'supplement-already-given-up' }),
  decide(_input, { state, context }) {
    const round = state.supplements.at(-1)
    if (!round) return refuse('act-not-in-phase', { detail: { act: 'give-up-supplement', phase: state.phase } })
    return happened<'supplement-given-up'>({ type: 'supplement-given-up', data: { ordinal: round.ordinal, on: context.today } })
  },
})
