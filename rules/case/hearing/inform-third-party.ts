import { dueDate } from '../../time/period.ts'
import { caseAct, happened } from '../case-act.ts'
import { refuse } from '../standing/known.ts'
import { draftPaper } from '../papers/paper-issue.ts'

export interface InformThirdPartyInput {
  readonly id: string
  readonly name: string
  readonly kind: 'person' | 'organisation'
  readonly interest: string
  /** What the applicant asks for, in words that may be shown to others. */
  readonly gist: string
  /** Working days to state and argue. */
  readonly replyDays: number
}

/**
 * The matter directly concerns a major interest of somebody else, who is told and may be heard (行政许可法 36). Until the days to speak have passed or the
 * party has spoken, nothing is decided. Refusals: `third-party-already-informed`, `reply-days-invalid`.
 */
export const informThirdParty = caseAct<InformThirdPartyInput>({
  name: 'inform-third-party',
  papers: ['third-party-notice'],
  decide({ name, kind, interest, gist, replyDays }, { state, context }) {
    if (state.thirdParties.some((party) => party.name === name)) return refuse('third-party-already-informed')
    if (!Number.isInteger(replyDays) || replyDays < 1 || replyDays > 60) return refuse('reply-days-invalid')
    const { due, certainty } = dueDate(context.today, { days: replyDays, dayType: 'workday' }, context.calendar)
    // Ids 0 … are the papers'; the party's comes after them.
    const id = context.newId(9)
    return happened<'third-party-informed'>({
      type: 'third-party-informed',
      data: { id, kind, on: context.today, replyBy: due, replyDays, interest },
      personal: { name },
      papers: [
        draftPaper(
          'third-party-notice',
          {
            thirdParty: { name, kind },
            interest,
            applicationGist: gist,
            reply: { days: replyDays, dayType: 'workday', from: context.today, due, certainty, article: '行政许可法 第三十六条' },
          },
          ['thirdParty'],
        ),
      ],
    })
  },
})
