import type { Refusal } from '../../refusal.ts'
import { statementFault } from '../hearing/answer-statement.ts'
import { hearingFault } from '../hearing/hearing-rules.ts'
import { materialName, type Known } from '../standing/known.ts'
import { undecidedRecusal } from '../standing/recusals.ts'
import { measureFault } from '../standing/permit-life.ts'
import { inspectionFault, stepHindrance } from '../reviewing/step-hindrance.ts'

/**
 * What stands against any decision now: review steps not done; a material let come later whose day has not passed; a third party's time to be
 * heard, a statement of the applicant nobody has considered (36), an announced measure that may still be answered; the days for asking a hearing, a hearing asked for, or one the law demands (46–48).
 * Refusals: `measure-may-still-be-answered`, `steps-not-done`, `shortfall-open`, `third-party-may-still-speak`, `recusal-undecided`, `statement-not-considered`, `hearing-right-not-told`, `hearing-may-still-be-asked`,
 * `hearing-not-held`, `site-inspection-missing`, and those of the running step.
 */
export function decisionHindrance(known: Known): Refusal | undefined {
  const { state, item } = known
  if (state.step < item.steps.length - 1) return { code: 'steps-not-done', detail: { step: item.steps[state.step]?.name ?? '' } }
  return (
    stepHindrance(known) ??
    inspectionFault(known) ??
    shortfallFault(known) ??
    thirdPartyFault(known) ??
    undecidedRecusal(state) ??
    statementFault(state) ??
    measureFault(state, known.context.today) ??
    hearingFault(known, known.context.today)
  )
}

function shortfallFault({ state, item, context }: Known): Refusal | undefined {
  const open = state.shortfall.find((missing) => missing.metOn === null && context.today <= missing.due)
  return open && { code: 'shortfall-open', detail: { material: materialName(item, open.material), due: open.due } }
}

/** After its day has passed, a material that never came does not stop a refusal, but nothing can be granted without it. */
export function unmetShortfall({ state, item }: Known): Refusal | undefined {
  const unmet = state.shortfall.find((missing) => missing.metOn === null)
  return unmet && { code: 'shortfall-unmet', detail: { material: materialName(item, unmet.material), due: unmet.due } }
}

function thirdPartyFault({ state, context }: Known): Refusal | undefined {
  const open = state.thirdParties.find((party) => party.statements.length === 0 && context.today <= party.replyBy)
  return open && { code: 'third-party-may-still-speak', article: '行政许可法 第三十六条', detail: { due: open.replyBy } }
}

/**
 * A decision names what it was made on: the seq of the case that the decider had before him. Refused when materials or the applicant's data
 * changed since. Refusals: `case-changed-since`, `seq-not-reached`.
 */
export function basisFault({ state }: Known, basedOnSeq: number): Refusal | undefined {
  if (basedOnSeq > state.seq) return { code: 'seq-not-reached', detail: { seen: basedOnSeq, seq: state.seq } }
  return basedOnSeq < state.materialsSeq ? { code: 'case-changed-since', detail: { seen: basedOnSeq, changed: state.materialsSeq } } : undefined
}
