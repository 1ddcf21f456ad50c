import type { WithdrawalGround } from '../paper/permit-grounds.ts'
import { basisWords } from './basis-words.ts'
import { caseAct, happened } from './case-act.ts'
import { me, refuse } from './known.ts'
import { draftPaper } from './paper-issue.ts'
import { grantOf, openMeasure, permitStanding, wasHeard } from './permit-life.ts'
import { statedReasons } from './stated-reasons.ts'
import { takingFault } from './taking-permit.ts'

export interface WithdrawPermitInput {
  readonly id: string
  readonly reasons: readonly string[]
  /** What the public interest demands. */
  readonly publicInterest: string
  /** The holder's loss of property: that there is none, and how that was found; or how it is compensated. */
  readonly compensation: { readonly loss: boolean; readonly words: string }
}

/**
 * Withdraws a permit that was rightly granted (撤回, 行政许可法 8): its legal basis was changed or repealed, or circumstances changed greatly, and the public
 * interest demands it. By the head, after the holder was told and heard; loss of property is compensated, and the paper says how. Refusals: those of
 * `takingFault`, `permit-lapsed`, `reasons-missing`, `public-interest-missing`, `compensation-missing`.
 */
export const withdrawPermit = caseAct<WithdrawPermitInput>({
  name: 'withdraw-permit',
  papers: ['withdrawal-decision'],
  hindrance(known) {
    const { state, context } = known
    const fault = takingFault(known, 'withdrawal')
    if (fault || permitStanding(state, context.today) !== 'lapsed') return fault
    return { code: 'permit-lapsed', detail: { to: state.decision?.validity?.to ?? '' } }
  },
  decide({ reasons, publicInterest, compensation }, known) {
    const { state, item, context } = known
    const stated = statedReasons(reasons)
    if (stated === undefined) return refuse('reasons-missing')
    const interest = publicInterest.trim()
    if (interest === '') return refuse('public-interest-missing', { article: '行政许可法 第八条第二款' })
    const paid = { loss: compensation.loss, words: compensation.words.trim() }
    if (paid.words === '') return refuse('compensation-missing', { article: '行政许可法 第八条第二款' })
    const measure = openMeasure(state)!
    const told = { ground: measure.ground as WithdrawalGround, reasons: stated, publicInterest: interest, compensation: paid }
    return happened<'permit-withdrawn'>({
      type: 'permit-withdrawn',
      data: { on: context.today, by: me(known), ...told },
      papers: [draftPaper('withdrawal-decision', { ...told, basis: basisWords(item), ...grantOf(state), heard: wasHeard(state, measure) })],
    })
  },
})
