import { addMonths, lastDayOfMonths, parsePlainDate, type PlainDate } from '../../time/plain-date.ts'
import { basisWords } from '../standing/basis-words.ts'
import { caseAct, happened } from '../case-act.ts'
import { basisFault, decisionHindrance, unmetShortfall } from './decision-hindrance.ts'
import { superiorFault } from './forward-case.ts'
import { currentStep, me, refuse } from '../standing/known.ts'
import { ended, limitFacts, serviceLeg } from '../clock/legs.ts'
import { draftPaper } from '../papers/paper-issue.ts'
import { openMeasure } from '../standing/permit-life.ts'
import { checklistFault } from '../reviewing/step-hindrance.ts'

export interface GrantCaseInput {
  readonly id: string
  /** The seq of the case that the decision is made on. */
  readonly basedOnSeq: number
  readonly content: string
  readonly conditions: readonly string[]
  readonly opinion: string
  readonly ticked: readonly string[]
  readonly validFrom?: string
}

/**
 * The decision to grant (行政许可法 38 ¶1): ends the review leg, starts the ten working days of service (44), issues the decision paper.
 * Refusals: `case-changed-since`, `seq-not-reached`, `superior-decides`, `shortfall-unmet`, `measure-open`, `checklist-incomplete`, `checklist-unknown-point`, `date-invalid`,
 * `valid-before-decision`, `valid-from-too-far`, and all of `decisionHindrance`.
 */
export const grantCase = caseAct<GrantCaseInput>({
  name: 'grant-case',
  papers: ['grant-decision'],
  hindrance: (known) =>
    superiorFault(known) ?? decisionHindrance(known) ?? unmetShortfall(known) ?? (openMeasure(known.state) && { code: 'measure-open' }),
  decide(input, known) {
    const { state, item, context } = known
    const fault = basisFault(known, input.basedOnSeq) ?? checklistFault(known, input.ticked)
    if (fault) return { refusal: fault }
    const from: PlainDate | undefined = input.validFrom === undefined ? context.today : parsePlainDate(input.validFrom)
    if (from === undefined) return refuse('date-invalid', { detail: { date: input.validFrom ?? '' } })
    if (from < context.today) return refuse('valid-before-decision', { detail: { date: from } })
    if (from > addMonths(context.today, 12)) return refuse('valid-from-too-far')
    const { certificate, validMonths } = item.result
    const validity = { from, to: validMonths === null ? ('unlimited' as const) : lastDayOfMonths(from, validMonths) }
    const service = serviceLeg(true, item, context.today, context.calendar)
    const by = me(known)
    return happened<'case-granted'>({
      type: 'case-granted',
      data: {
        decision: { outcome: 'granted', on: context.today, by, reasons: [], basedOnSeq: input.basedOnSeq, validity },
        passed: { step: currentStep(known)!.id, by, on: context.today, opinion: input.opinion, ticked: input.ticked },
        content: input.content,
        conditions: input.conditions,
        phase: 'granted',
        legs: { ...ended(state, ['review', 'step'], context.today, '作出准予决定', context.calendar), service },
      },
      papers: [
        draftPaper('grant-decision', {
          acceptedOn: state.acceptance?.on ?? state.origin.receivedOn,
          basis: basisWords(item),
          content: input.content,
          conditions: input.conditions,
          ...(certificate === null && validMonths === null ? {} : { validity }),
          ...(certificate === null ? {} : { certificate: { name: certificate, deliverBy: limitFacts(service, 'statutory') } }),
        }),
      ],
    })
  },
})
