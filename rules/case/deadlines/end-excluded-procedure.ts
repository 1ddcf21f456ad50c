import { resumeLeg } from '../../time/clock.ts'
import { caseAct, happened } from '../case-act.ts'
import { movedReview } from '../clock/legs.ts'

/** The excluded procedure has ended: the review clock runs on from the next day, and the time between is excluded. Refusals: those of `resumeLeg`. */
export const endExcludedProcedure = caseAct<{ readonly id: string; readonly result: string }>({
  name: 'end-excluded-procedure',
  decide({ result }, { state, context }) {
    const running = movedReview(state, context.calendar, (leg) => resumeLeg(leg, context.today))
    if ('refusal' in running) return running
    return happened<'excluded-procedure-ended'>({
      type: 'excluded-procedure-ended',
      data: { on: context.today, result, phase: 'in-review', legs: running.legs },
    })
  },
})
