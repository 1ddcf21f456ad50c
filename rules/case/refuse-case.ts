import { basisWords } from './basis-words.ts'
import { caseAct, happened } from './case-act.ts'
import { basisFault, decisionHindrance } from './decision-hindrance.ts'
import { currentStep, me, refuse } from './known.ts'
import { ended, serviceLeg } from './legs.ts'
import { draftPaper } from './paper-issue.ts'

export interface RefuseCaseInput {
  readonly id: string
  /** The seq of the case that the decision is made on. */
  readonly basedOnSeq: number
  readonly reasons: readonly string[]
  readonly opinion: string
}

/**
 * The decision to refuse (行政许可法 38 ¶2): gives its reasons, and its paper the remedies. Refusals: `reasons-missing`, `case-changed-since`,
 * `seq-not-reached`, and all of `decisionHindrance`.
 */
export const refuseCase = caseAct<RefuseCaseInput>({
  name: 'refuse-case',
  papers: ['refusal-decision'],
  hindrance: decisionHindrance,
  decide({ basedOnSeq, reasons, opinion }, known) {
    const { state, item, context } = known
    const [first, ...others] = reasons.map((reason) => reason.trim()).filter((reason) => reason !== '')
    if (first === undefined) return refuse('reasons-missing', { article: '行政许可法 第三十八条第二款' })
    const fault = basisFault(known, basedOnSeq)
    if (fault) return { refusal: fault }
    const by = me(known)
    return happened<'case-refused'>({
      type: 'case-refused',
      data: {
        decision: { outcome: 'refused', on: context.today, by, reasons: [first, ...others], basedOnSeq, validity: null },
        passed: { step: currentStep(known)!.id, by, on: context.today, opinion, ticked: [] },
        phase: 'refused',
        legs: {
          ...ended(state, ['review', 'step'], context.today, '作出不予许可决定', context.calendar),
          service: serviceLeg(false, context.today, context.calendar),
        },
      },
      papers: [
        draftPaper('refusal-decision', {
          acceptedOn: state.acceptance?.on ?? state.origin.receivedOn,
          basis: basisWords(item),
          reasons: [first, ...others],
        }),
      ],
    })
  },
})
