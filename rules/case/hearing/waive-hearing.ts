import { caseAct, happened } from '../case-act.ts'
import { nobodyToAnswer, partyToAnswer } from './hearing-answer.ts'
import { refuse } from '../standing/known.ts'

/** A party gives up the hearing, so that the days for asking no longer hold up the decision. Refusals: as for asking, without `hearing-request-late`. */
export const waiveHearing = caseAct<{ readonly id: string; readonly party: string }>({
  name: 'waive-hearing',
  hindrance: nobodyToAnswer,
  decide({ party }, known) {
    const { context } = known
    const told = partyToAnswer(party, known)
    if ('refusal' in told) return told
    if (told.requestBy === null) return refuse('hearing-demanded-by-law', { article: '行政许可法 第四十六条' })
    return happened<'hearing-waived'>({ type: 'hearing-waived', data: { party, on: context.today } })
  },
})
