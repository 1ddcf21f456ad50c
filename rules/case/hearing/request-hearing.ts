import { dueDate } from '../../time/period.ts'
import { caseAct, happened } from '../case-act.ts'
import { daysToHold } from './hearing-rules.ts'
import { nobodyToAnswer, partyToAnswer } from './hearing-answer.ts'
import { refuse } from '../standing/known.ts'

/**
 * A party asks for a hearing within the five days (行政许可法 47); it is then to be held within twenty days. A clerk records what a party asked for in
 * person. Refusals: `not-yours` (an applicant speaks for itself alone), `hearing-right-not-told`, `hearing-already-answered`, `hearing-request-late`.
 */
export const requestHearing = caseAct<{ readonly id: string; readonly party: string }>({
  name: 'request-hearing',
  hindrance: nobodyToAnswer,
  decide({ party }, known) {
    const { context } = known
    const told = partyToAnswer(party, known)
    if ('refusal' in told) return told
    if (told.requestBy !== null && context.today > told.requestBy)
      return refuse('hearing-request-late', { article: '行政许可法 第四十七条', detail: { due: told.requestBy } })
    const { due } = dueDate(context.today, daysToHold, context.calendar)
    return happened<'hearing-requested'>({ type: 'hearing-requested', data: { party, on: context.today, holdBy: due } })
  },
})
