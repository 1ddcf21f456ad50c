import type { EligibilityQuestion } from './item.ts'

export interface EligibilityOutcome {
  /** `eligible` every answer lets the applicant go on; `not-eligible` at least one does not; `open` something is not answered yet. */
  readonly outcome: 'eligible' | 'not-eligible' | 'open'
  /** Why not: the sentences of the questions that stand in the way, in order. */
  readonly reasons: readonly { readonly question: string; readonly sentence: string }[]
  readonly unanswered: readonly string[]
}

/** The self-check before filing. It advises and never bars: who applies all the same gets a decision. Answers to unknown questions are ignored. */
export function checkEligibility(
  questions: readonly EligibilityQuestion[],
  answers: Readonly<Record<string, 'yes' | 'no' | undefined>>,
): EligibilityOutcome {
  const unanswered = questions.filter((question) => answers[question.id] === undefined).map((question) => question.id)
  const reasons = questions
    .filter((question) => answers[question.id] !== undefined && answers[question.id] !== question.pass)
    .map((question) => ({ question: question.id, sentence: question.otherwise }))
  return { outcome: reasons.length > 0 ? 'not-eligible' : unanswered.length > 0 ? 'open' : 'eligible', reasons, unanswered }
}
