import { caseAct, happened } from '../case-act.ts'
import { me } from '../standing/known.ts'
import { ended } from '../clock/legs.ts'
import { draftPaper } from '../papers/paper-issue.ts'

export interface NotPermitMatterInput {
  readonly id: string
  readonly reason: string
  readonly basis?: string
  readonly advice?: string
}

/** 不受理: the matter needs no permit by law, and the applicant is told at once (行政许可法 32(1)). */
export const declareNotPermitMatter = caseAct<NotPermitMatterInput>({
  name: 'declare-not-permit-matter',
  papers: ['not-permit-matter-notice'],
  decide({ reason, basis, advice }, known) {
    const { state, context } = known
    return happened<'not-permit-matter-declared'>({
      type: 'not-permit-matter-declared',
      data: {
        decision: { outcome: 'not-permit-matter', on: context.today, by: me(known), reasons: [reason], basedOnSeq: state.seq, validity: null },
        phase: 'not-permit-matter',
        legs: ended(state, ['notice', 'filing'], context.today, '告知不受理', context.calendar, '行政许可法 第三十二条第一款第一项'),
      },
      papers: [
        draftPaper('not-permit-matter-notice', { reason, ...(basis === undefined ? {} : { basis }), ...(advice === undefined ? {} : { advice }) }),
      ],
    })
  },
})
