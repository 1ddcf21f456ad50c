import { caseAct, happened } from '../case-act.ts'
import { type FaultNoticeInput, faultNotice } from './fault-notice.ts'
import { ended } from '../clock/legs.ts'
import { bureauRef } from '../../people/bureau.ts'

/** What tells the two ways of sending faults back apart. */
const ways = {
  'request-supplement': {
    type: 'supplement-requested',
    phase: 'supplementing',
    leg: 'notice',
    ends: '一次性告知补正',
    article: '行政许可法 第三十二条第一款第四项',
  },
  'return-filing': { type: 'filing-returned', phase: 'filing-returned', leg: 'filing', ends: '退回补齐', article: undefined },
} as const

const sendingBack = (name: keyof typeof ways) =>
  caseAct<FaultNoticeInput>({
    name,
    papers: ['supplement-notice'],
    more: () => [bureauRef],
    decide(input, known) {
      const { state, context } = known
      const { type, phase, leg, ends, article } = ways[name]
      const notice = faultNotice(known, input)
      if ('refusal' in notice) return notice
      const { ordinal, reason, paper, supplement } = notice
      const legs = { ...ended(state, [leg], context.today, ends, context.calendar, article), supplement }
      return happened<typeof type>({ type, data: { ordinal, on: context.today, faults: input.faults, reason, phase, legs }, papers: [paper] })
    },
  })

/**
 * Asks for a correction (补正告知, 行政许可法 32(4)): all faults in one numbered notice with the last day to cure them. The notice leg ends; until the
 * correction only the applicant's own time runs.
 * Refusals: those of `faultNotice`.
 */
export const requestSupplement = sendingBack('request-supplement')

/** A filing whose documents are incomplete goes back with all faults at once; its leg begins anew when they are cured. Refusals: those of `faultNotice`. */
export const returnFiling = sendingBack('return-filing')
