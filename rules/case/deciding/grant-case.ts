import { addMonths, parsePlainDate, type PlainDate } from '../../time/plain-date.ts'
import { basisWords } from '../standing/basis-words.ts'
import { caseAct, happened } from '../case-act.ts'
import { basisFault, decisionHindrance, unmetShortfall } from './decision-hindrance.ts'
import { superiorFault } from './forward-case.ts'
import { currentStep, me, refuse } from '../standing/known.ts'
import { ended, limitFacts, serviceLeg } from '../clock/legs.ts'
import { draftPaper } from '../papers/paper-issue.ts'
import { inHandSaid } from '../permit/in-hand-said.ts'
import { firstDayGranted, followsInHand, grantedTerm, inHandFault, inHandNeeds, withOwnEnd } from '../permit/permit-in-hand.ts'
import { caseRef } from '../standing/entries.ts'
import { openMeasure } from '../standing/permit-life.ts'
import type { CaseState } from '../standing/state.ts'
import { checklistFault } from '../reviewing/step-hindrance.ts'

export interface GrantCaseInput {
  readonly id: string
  /** The seq of the case that the decision is made on. */
  readonly basedOnSeq: number
  readonly content: string
  readonly conditions: readonly string[]
  readonly opinion: string
  readonly ticked: readonly string[]
  /** Left out: the day of the decision; of a renewal, the day after the end of the permit in hand. */
  readonly validFrom?: string
}

/**
 * The decision to grant (行政许可法 38 ¶1): ends the review leg, starts the ten working days of service (44), issues the decision paper.
 * Refusals: `case-changed-since`, `seq-not-reached`, `superior-decides`, `shortfall-unmet`, `measure-open`, `checklist-incomplete`, `checklist-unknown-point`, `date-invalid`,
 * `valid-before-decision`, `valid-from-too-far`, `valid-from-after-end`, and all of `decisionHindrance` and `inHandFault`.
 */
export const grantCase = caseAct<GrantCaseInput>({
  name: 'grant-case',
  papers: ['grant-decision'],
  more: (_input, state) => inHandNeeds(state),
  hindrance: (known) =>
    superiorFault(known) ?? decisionHindrance(known) ?? unmetShortfall(known) ?? (openMeasure(known.state) && { code: 'measure-open' }),
  decide(input, known) {
    const { state, item, context, loaded } = known
    const { inHand } = state
    const fault =
      basisFault(known, input.basedOnSeq) ??
      checklistFault(known, input.ticked) ??
      (inHand && inHandFault(inHand.how, loaded<CaseState>(caseRef(inHand.case))!, context.today))
    if (fault) return { refusal: fault }
    const given: PlainDate | undefined = input.validFrom === undefined ? undefined : parsePlainDate(input.validFrom)
    if (input.validFrom !== undefined && given === undefined) return refuse('date-invalid', { detail: { date: input.validFrom } })
    if (given !== undefined && given < context.today) return refuse('valid-before-decision', { detail: { date: given } })
    if (given !== undefined && given > addMonths(context.today, 12)) return refuse('valid-from-too-far')
    const now = withOwnEnd(state, loaded)
    const from = given ?? firstDayGranted(now, context.today)
    const validity = grantedTerm({ state: now, item }, from)
    if (validity.to !== 'unlimited' && validity.to < from) return refuse('valid-from-after-end', { detail: { to: validity.to } })
    const { certificate, validMonths } = item.result
    const givesUp = (inHand?.how ?? inHandSaid(item, state)?.how) === 'cancellation'
    const service = serviceLeg(true, item, context.today, context.calendar)
    const by = me(known)
    return happened<'case-granted'>({
      type: 'case-granted',
      data: {
        decision: {
          outcome: 'granted',
          on: context.today,
          by,
          reasons: [],
          basedOnSeq: input.basedOnSeq,
          ...(givesUp ? { validity: null, givesUp } : { validity }),
        },
        passed: { step: currentStep(known)!.id, by, on: context.today, opinion: input.opinion, ticked: input.ticked },
        content: input.content,
        conditions: input.conditions,
        phase: 'granted',
        legs: { ...ended(state, ['review', 'step'], context.today, '作出准予决定', context.calendar, '行政许可法 第三十八条第一款'), service },
      },
      papers: [
        draftPaper('grant-decision', {
          acceptedOn: state.acceptance?.on ?? state.origin.receivedOn,
          basis: basisWords(item),
          content: input.content,
          conditions: input.conditions,
          ...(givesUp || (certificate === null && validMonths === null && inHand === undefined) ? {} : { validity }),
          ...(inHand ? { inHand: { how: inHand.how, number: inHand.number } } : {}),
          ...(certificate === null ? {} : { certificate: { name: certificate, deliverBy: limitFacts(service, 'statutory') } }),
        }),
      ],
      others: followsInHand(state, context.today, validity),
    })
  },
})
