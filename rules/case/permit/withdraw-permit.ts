import { basisWords } from '../standing/basis-words.ts'
import { caseAct, happened } from '../case-act.ts'
import { me } from '../standing/known.ts'
import { draftPaper } from '../papers/paper-issue.ts'
import { grantOf, wasHeard } from '../standing/permit-life.ts'
import { interestHindrance, type PublicInterestInput, statedInterest } from './public-interest.ts'

/**
 * Withdraws a permit that was rightly granted (撤回, 行政许可法 8): its legal basis was changed or repealed, or circumstances changed greatly, and the public
 * interest demands it. By the head, after the holder was told and heard; loss of property is compensated, and the paper says how. Refusals: those of
 * `interestHindrance` and `statedInterest`.
 */
export const withdrawPermit = caseAct<PublicInterestInput>({
  name: 'withdraw-permit',
  papers: ['withdrawal-decision'],
  hindrance: (known) => interestHindrance(known, 'withdrawal'),
  decide(input, known) {
    const { state, item, context } = known
    const stated = statedInterest(input, known)
    if ('refusal' in stated) return stated
    const { measure, told } = stated
    return happened<'permit-withdrawn'>({
      type: 'permit-withdrawn',
      data: { on: context.today, by: me(known), ...told },
      papers: [draftPaper('withdrawal-decision', { ...told, basis: basisWords(item), ...grantOf(state), heard: wasHeard(state, measure) })],
    })
  },
})
