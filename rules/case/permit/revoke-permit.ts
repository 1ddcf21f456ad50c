import type { RevocationGround } from '../../paper/permit-grounds.ts'
import { barListRef, barred, noBar } from '../receiving/bar-list.ts'
import { basisWords } from '../standing/basis-words.ts'
import { caseAct, happened } from '../case-act.ts'
import { me, refuse } from '../standing/known.ts'
import { draftPaper } from '../papers/paper-issue.ts'
import { grantOf, openMeasure, wasHeard } from '../standing/permit-life.ts'
import { statedReasons } from '../standing/stated-reasons.ts'
import { takingFault } from './taking-permit.ts'

export interface RevokePermitInput {
  readonly id: string
  readonly reasons: readonly string[]
  /** The head has weighed it: revoking does the public interest no great harm (行政许可法 69 ¶3). */
  readonly publicInterestWeighed: boolean
}

/**
 * Revokes a permit that ought not to have been granted (撤销, 行政许可法 69): by the head, after the holder was told and heard, with reasons and remedies. Got
 * by fraud or bribes, it bars the holder for three years in matters of public safety (79). Refusals: those of `takingFault`, `reasons-missing`,
 * `public-interest-not-weighed`.
 */
export const revokePermit = caseAct<RevokePermitInput>({
  name: 'revoke-permit',
  papers: ['revocation-decision'],
  more: (_input, state) => (state ? [barListRef(state.item.code)] : []),
  hindrance: (known) => takingFault(known, 'revocation'),
  decide({ reasons, publicInterestWeighed }, known) {
    const { state, item, context } = known
    const stated = statedReasons(reasons)
    if (stated === undefined) return refuse('reasons-missing')
    if (!publicInterestWeighed) return refuse('public-interest-not-weighed', { article: '行政许可法 第六十九条第三款' })
    const measure = openMeasure(state)!
    const ground = (measure.ground ?? 'other') as RevocationGround
    const bar = ground === 'fraud' ? barred(item, 'fraud', { case: state.id, idNumber: state.applicant.idNumber }, context.today) : noBar
    return happened<'permit-revoked'>({
      type: 'permit-revoked',
      data: { on: context.today, by: me(known), ground, reasons: stated, barredUntil: bar.until },
      papers: [
        draftPaper('revocation-decision', {
          ground,
          reasons: stated,
          basis: basisWords(item),
          ...grantOf(state),
          heard: wasHeard(state, measure),
          barredUntil: bar.until,
        }),
      ],
      others: bar.entries,
    })
  },
})
