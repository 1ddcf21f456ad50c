import { staffRef } from '../../people/staff.ts'
import { caseAct, happened } from '../case-act.ts'
import { isHandlerAway, nextHandler } from '../papers/handing-over.ts'
import { refuse } from '../standing/known.ts'

/**
 * The head gives the case of somebody who left or is away to a colleague (接管). Refusals: `handler-at-work` (then it is handed over, not taken),
 * and those of `nextHandler`.
 */
export const takeOverCase = caseAct<{ readonly id: string; readonly to: string; readonly reason: string }>({
  name: 'take-over-case',
  more: ({ to }, state) => [staffRef(to), ...(state?.handler ? [staffRef(state.handler.id)] : [])],
  decide({ to, reason }, known) {
    const { state, loaded, context } = known
    if (!isHandlerAway(state.handler, loaded, context.today)) return refuse('handler-at-work', { detail: { name: state.handler?.name ?? '' } })
    const handler = nextHandler(known, to)
    if ('refusal' in handler) return handler
    return happened<'case-taken-over'>({ type: 'case-taken-over', data: { from: state.handler, handler, reason } })
  },
})
