import { statementFault } from './answer-statement.ts'
import { barListRef, barred, noBar } from './bar-list.ts'
import { basisWords } from './basis-words.ts'
import { caseAct, happened } from './case-act.ts'
import { me, refuse } from './known.ts'
import { draftPaper } from './paper-issue.ts'
import { measureFault, openMeasure, permitFault } from './permit-life.ts'

export interface RevokePermitInput {
  readonly id: string
  readonly reasons: readonly string[]
  /** The head has weighed it: revoking does the public interest no great harm (行政许可法 69 ¶3). */
  readonly publicInterestWeighed: boolean
}

/**
 * Revokes a permit that ought not to have been granted (撤销, 行政许可法 69): by the head, after the holder was told and heard, with reasons and remedies. Got
 * by fraud or bribes, it bars the holder for three years in matters of public safety (79). Refusals: `no-permit`, `permit-ended`, `measure-not-told`,
 * `measure-may-still-be-answered`, `statement-not-considered`, `reasons-missing`, `public-interest-not-weighed`.
 */
export const revokePermit = caseAct<RevokePermitInput>({
  name: 'revoke-permit',
  papers: ['revocation-decision'],
  more: (_input, state) => (state ? [barListRef(state.item.code)] : []),
  hindrance: ({ state, context }) =>
    permitFault(state) ?? (openMeasure(state) ? (statementFault(state) ?? measureFault(state, context.today)) : { code: 'measure-not-told' }),
  decide({ reasons, publicInterestWeighed }, known) {
    const { state, item, context } = known
    const [first, ...others] = reasons.map((reason) => reason.trim()).filter((reason) => reason !== '')
    if (first === undefined) return refuse('reasons-missing')
    if (!publicInterestWeighed) return refuse('public-interest-not-weighed', { article: '行政许可法 第六十九条第三款' })
    const measure = openMeasure(state)!
    const { ground = 'other' } = measure
    const bar = ground === 'fraud' ? barred(item, 'fraud', { case: state.id, idNumber: state.applicant.idNumber }, context.today) : noBar
    const granted = state.papers.find(({ kind, voidedOn }) => kind === 'grant-decision' && voidedOn === null)
    return happened<'permit-revoked'>({
      type: 'permit-revoked',
      data: { on: context.today, by: me(known), ground, reasons: [first, ...others], barredUntil: bar.until },
      papers: [
        draftPaper('revocation-decision', {
          ground,
          reasons: [first, ...others],
          basis: basisWords(item),
          grantedOn: state.decision!.on,
          ...(granted ? { decisionNumber: granted.number } : {}),
          heard: (state.statements?.length ?? 0) > measure.statementsBefore,
          barredUntil: bar.until,
        }),
      ],
      others: bar.entries,
    })
  },
})
