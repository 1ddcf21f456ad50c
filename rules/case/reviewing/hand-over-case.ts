import { staffRef } from '../../people/staff.ts'
import { caseAct, happened } from '../case-act.ts'
import { nextHandler } from '../papers/handing-over.ts'

/**
 * Hands the case to a colleague (移交), with a reason: the handler, or the head for any. Refusals: `not-your-case`, and those of `nextHandler`.
 */
export const handOverCase = caseAct<{ readonly id: string; readonly to: string; readonly reason: string }>({
  name: 'hand-over-case',
  more: ({ to }) => [staffRef(to)],
  hindrance: ({ state, roles, context }) =>
    roles.includes('head') || state.handler?.id === context.actor.id ? undefined : { code: 'not-your-case' },
  decide({ to, reason }, known) {
    const handler = nextHandler(known, to)
    if ('refusal' in handler) return handler
    return happened<'case-handed-over'>({ type: 'case-handed-over', data: { from: known.state.handler, handler, reason } })
  },
})
