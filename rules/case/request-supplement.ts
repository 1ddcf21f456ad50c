import { caseAct, happened } from './case-act.ts'
import { type FaultNoticeInput, faultNotice } from './fault-notice.ts'
import { ended } from './legs.ts'

/**
 * Asks for a correction (补正告知, 行政许可法 32(4)): all faults in one numbered notice. The notice leg ends; until the correction no clock runs.
 * Refusals: those of `faultNotice`.
 */
export const requestSupplement = caseAct<FaultNoticeInput>({
  name: 'request-supplement',
  papers: ['supplement-notice'],
  decide(input, known) {
    const { state, context } = known
    const notice = faultNotice(known, input)
    if ('refusal' in notice) return notice
    return happened<'supplement-requested'>({
      type: 'supplement-requested',
      data: {
        ordinal: notice.ordinal,
        on: context.today,
        faults: input.faults,
        reason: notice.reason,
        phase: 'supplementing',
        legs: ended(state, ['notice'], context.today, '一次性告知补正', context.calendar),
      },
      papers: [notice.paper],
    })
  },
})
