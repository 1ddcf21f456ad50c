import { datedSentence } from '../../../contract/reason-texts.ts'
import type { CaseReason } from '../../../contract/cases.ts'
import type { PlainDate } from '../../../rules/time/plain-date.ts'

/** A reason before it is known who looks: the other case that it speaks of by id and number. */
export type ReasonLine = Omit<CaseReason, 'about'>

/** One dated reason in the words that citizen, clerk and director read alike. */
export const reasonLine = (on: PlainDate, said: string, article: string | null = null, other: ReasonLine['case'] = null): ReasonLine => ({
  on,
  article,
  text: datedSentence({ on, text: said, article }),
  case: other,
})
