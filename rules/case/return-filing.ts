import { caseAct, happened } from './case-act.ts'
import { type FaultNoticeInput, faultNotice } from './fault-notice.ts'
import { ended } from './legs.ts'

/** A filing whose documents are incomplete goes back with all faults at once; its leg begins anew when they are cured. Refusals: those of `faultNotice`. */
export const returnFiling = caseAct<FaultNoticeInput>({
  name: 'return-filing',
  papers: ['supplement-notice'],
  decide(input, known) {
    const { state, context } = known
    const notice = faultNotice(known, input)
    if ('refusal' in notice) return notice
    return happened<'filing-returned'>({
      type: 'filing-returned',
      data: {
        ordinal: notice.ordinal,
        on: context.today,
        faults: input.faults,
        reason: notice.reason,
        phase: 'filing-returned',
        legs: ended(state, ['filing'], context.today, '退回补齐', context.calendar),
      },
      papers: [notice.paper],
    })
  },
})
