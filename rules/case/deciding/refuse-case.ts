import { barListRef } from '../receiving/bar-list.ts'
import { basisWords } from '../standing/basis-words.ts'
import { caseAct, happened } from '../case-act.ts'
import { basisFault, decisionHindrance } from './decision-hindrance.ts'
import { falsehoodOf } from '../receiving/falsehood.ts'
import { superiorFault } from './forward-case.ts'
import { currentStep, me, refuse } from '../standing/known.ts'
import { ended, serviceLeg } from '../clock/legs.ts'
import { draftPaper } from '../papers/paper-issue.ts'
import { statedReasons } from '../standing/stated-reasons.ts'

export interface RefuseCaseInput {
  readonly id: string
  /** The seq of the case that the decision is made on. */
  readonly basedOnSeq: number
  readonly reasons: readonly string[]
  readonly opinion: string
  /** For false or hidden statements (行政许可法 78): with the warning that was announced. */
  readonly falsehood?: boolean
}

/**
 * The decision to refuse (行政许可法 38 ¶2): gives its reasons, and its paper the remedies. Refusals: `reasons-missing`, `case-changed-since`,
 * `seq-not-reached`, `falsehood-not-told`, `superior-decides`, and all of `decisionHindrance`.
 */
export const refuseCase = caseAct<RefuseCaseInput>({
  name: 'refuse-case',
  papers: ['refusal-decision'],
  more: (_input, state) => (state ? [barListRef(state.item.code)] : []),
  hindrance: (known) => superiorFault(known) ?? decisionHindrance(known),
  decide({ basedOnSeq, reasons, opinion, falsehood: asked }, known) {
    const { state, item, context } = known
    const stated = statedReasons(reasons)
    if (stated === undefined) return refuse('reasons-missing', { article: '行政许可法 第三十八条第二款' })
    const fault = basisFault(known, basedOnSeq)
    if (fault) return { refusal: fault }
    const found = falsehoodOf(known, asked)
    if ('refusal' in found) return found
    const { measure, bar } = found
    const by = me(known)
    return happened<'case-refused'>({
      type: 'case-refused',
      data: {
        decision: { outcome: 'refused', on: context.today, by, reasons: stated, basedOnSeq, validity: null },
        passed: { step: currentStep(known)!.id, by, on: context.today, opinion, ticked: [] },
        ...(measure === null ? {} : { falsehood: { measure, barredUntil: bar.until } }),
        phase: 'refused',
        legs: {
          ...ended(state, ['review', 'step'], context.today, '作出不予许可决定', context.calendar, '行政许可法 第三十八条第二款'),
          service: serviceLeg(false, item, context.today, context.calendar),
        },
      },
      papers: [
        draftPaper('refusal-decision', {
          acceptedOn: state.acceptance?.on ?? state.origin.receivedOn,
          basis: basisWords(item),
          reasons: stated,
          ...(measure === null ? {} : { falsehood: { barredUntil: bar.until } }),
        }),
      ],
      others: bar.entries,
    })
  },
})
