import { caseAct, happened } from '../case-act.ts'
import { me, refuse, runningStep } from '../standing/known.ts'
import { checklistFault, inspectionFault, stepHindrance } from './step-hindrance.ts'
import { stepLeg } from '../clock/step-leg.ts'

export interface PassStepInput {
  readonly id: string
  /** Id of the step the actor means to pass: the one that runs. */
  readonly step: string
  readonly ticked: readonly string[]
  readonly opinion: string
}

/**
 * Passes a review step (审查, 审核) with its checklist and an opinion; the next step then runs and waits to be claimed. The last step is the
 * decision, which is granted or refused, never passed. Refusals: `decision-is-not-passed`, `site-inspection-missing`, `step-not-running`,
 * `checklist-incomplete`, `checklist-unknown-point`, and those of the running step.
 */
export const passStep = caseAct<PassStepInput>({
  name: 'pass-step',
  hindrance(known) {
    if (known.state.step >= known.item.steps.length - 1) return { code: 'decision-is-not-passed' }
    return stepHindrance(known) ?? inspectionFault(known)
  },
  decide({ step, ticked, opinion }, known) {
    const { state, item, context } = known
    const running = item.steps[state.step]
    if (running?.id !== step) return refuse('step-not-running', { detail: { step, running: running?.name ?? '' } })
    const fault = checklistFault(known, ticked)
    if (fault) return { refusal: fault }
    const passed = { step, by: me(known), on: context.today, opinion, ticked }
    const next = state.step + 1
    const legs = { step: stepLeg(item, next, context.today, context.calendar) }
    return happened<'step-passed'>({ type: 'step-passed', data: { passed, step: next, running: runningStep(item, next), legs } })
  },
})
