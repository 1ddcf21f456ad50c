import { caseAct, happened } from '../case-act.ts'
import { me } from '../standing/known.ts'
import { stepHindrance } from './step-hindrance.ts'

/** Takes a case that nobody handles (领办). Refusals: `already-yours`, `case-handled-by-other`, and during review those of the running step. */
export const claimCase = caseAct<{ readonly id: string }>({
  name: 'claim-case',
  hindrance(known) {
    const { state, context } = known
    if (state.handler?.id === context.actor.id) return { code: 'already-yours' }
    if (state.handler) return { code: 'case-handled-by-other', detail: { name: state.handler.name } }
    return state.phase === 'in-review' ? stepHindrance(known) : undefined
  },
  decide: (_input, known) => happened<'case-claimed'>({ type: 'case-claimed', data: { handler: me(known) } }),
})
