import { caseAct, happened } from '../case-act.ts'
import { me } from '../standing/known.ts'
import { ended } from '../clock/legs.ts'

/** The applicant withdraws before the decision; a clerk records what was asked for in person. Every clock ends. The reason is personal data. */
export const withdrawApplication = caseAct<{ readonly id: string; readonly reason: string }>({
  name: 'withdraw-application',
  decide({ reason }, known) {
    const { state, context } = known
    const by = context.actor.kind === 'staff' ? me(known) : null
    return happened<'application-withdrawn'>({
      type: 'application-withdrawn',
      data: {
        decision: { outcome: 'withdrawn', on: context.today, by, reasons: [], basedOnSeq: state.seq, validity: null },
        phase: 'withdrawn',
        legs: ended(state, ['notice', 'supplement', 'filing', 'review', 'step'], context.today, '申请人撤回申请', context.calendar),
      },
      personal: { reason },
    })
  },
})
