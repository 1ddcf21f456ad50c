import { statementFault } from '../hearing/answer-statement.ts'
import { barListRef } from './bar-list.ts'
import { caseAct, happened } from '../case-act.ts'
import { falsehoodOf } from './falsehood.ts'
import { me, refuse } from '../standing/known.ts'
import { ended } from '../clock/legs.ts'
import { draftPaper } from '../papers/paper-issue.ts'
import { undecidedRecusal } from '../standing/recusals.ts'
import { measureFault } from '../standing/permit-life.ts'
import { supplementFault } from './supplement-days.ts'
import { statedReasons } from '../standing/stated-reasons.ts'

export interface DeclineCaseInput {
  readonly id: string
  readonly ground:
    | { readonly kind: 'other-organ'; readonly rightOrgan: string; readonly rightOrganAddress?: string }
    | { readonly kind: 'other'; readonly basis: string }
  readonly reasons: readonly string[]
  /** For false or hidden statements (行政许可法 78): with the warning that was announced. */
  readonly falsehood?: boolean
}

/**
 * 不予受理: not this organ's power, and the right organ is named (行政许可法 32(2)); or, after a notice of faults, the correction failed. Gives reasons
 * and remedies. An application whose only fault was never told may not be turned away: it is to be told of its faults first (32(4)),
 * and while the days of the notice run it is not turned away for what is still missing.
 * Refusals: `reasons-missing`, `faults-not-told`, `supplement-day-not-passed`, `falsehood-not-told`, `statement-not-considered`, `measure-may-still-be-answered`.
 */
export const declineCase = caseAct<DeclineCaseInput>({
  name: 'decline-case',
  papers: ['decline-decision'],
  more: (_input, state) => (state ? [barListRef(state.item.code)] : []),
  hindrance: ({ state, context }) => undecidedRecusal(state) ?? statementFault(state) ?? measureFault(state, context.today),
  decide({ ground, reasons, falsehood: asked }, known) {
    const { state, context } = known
    const stated = statedReasons(reasons)
    if (stated === undefined) return refuse('reasons-missing', { article: '行政许可法 第三十八条第二款' })
    const found = falsehoodOf(known, asked)
    if ('refusal' in found) return found
    const { measure, bar } = found
    if (measure === null && ground.kind === 'other' && state.supplements.length === 0)
      return refuse('faults-not-told', { article: '行政许可法 第三十二条第一款第四项' })
    const early = measure === null && ground.kind === 'other' ? supplementFault(state, context.today) : undefined
    if (early) return { refusal: early }
    return happened<'case-declined'>({
      type: 'case-declined',
      data: {
        decision: { outcome: 'declined', on: context.today, by: me(known), reasons: stated, basedOnSeq: state.seq, validity: null },
        ...(measure === null ? {} : { falsehood: { measure, barredUntil: bar.until } }),
        phase: 'declined',
        legs: ended(
          state,
          ['notice', 'supplement'],
          context.today,
          '决定不予受理',
          context.calendar,
          ground.kind === 'other-organ' ? '行政许可法 第三十二条第一款第二项' : '行政许可法 第三十二条第二款',
        ),
      },
      papers: [
        draftPaper('decline-decision', {
          ground,
          reasons: stated,
          ...(measure === null ? {} : { falsehood: { barredUntil: bar.until } }),
        }),
      ],
      others: bar.entries,
    })
  },
})
