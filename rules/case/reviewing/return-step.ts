import { caseAct, happened } from '../case-act.ts'
import { me, refuse, runningStep } from '../standing/known.ts'
import { stepHindrance } from './step-hindrance.ts'
import { stepLeg } from '../clock/step-leg.ts'

/**
 * Gives the case back to an earlier step, with a reason; that step and those after it are done again, its share of days anew.
 * The clock of the review runs on. Refusals: `no-earlier-step`, `step-not-earlier`, and those of the running step.
 */
export const returnStep = caseAct<{ readonly id: string; readonly to: string; readonly reason: string }>({
  name: 'return-step',
  hindrance: (known) => (known.state.step === 0 ? { code: 'no-earlier-step' } : stepHindrance(known)),
  decide({ to, reason }, known) {
    const { state, item, context } = known
    const target = item.steps.findIndex((step) => step.id === to)
    if (target < 0 || target >= state.step) return refuse('step-not-earlier', { detail: { step: to } })
    const from = item.steps[state.step]!.id
    return happened<'step-returned'>({
      type: 'step-returned',
      data: {
        from,
        step: target,
        to,
        by: me(known),
        on: context.today,
        reason,
        running: runningStep(item, target),
        legs: { step: stepLeg(item, target, context.today, context.calendar) },
      },
    })
  },
})
