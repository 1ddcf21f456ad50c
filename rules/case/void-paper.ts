import { type PaperKind, paperKinds } from '../paper/paper-kinds.ts'
import { caseAct, happened } from './case-act.ts'
import { me, refuse } from './known.ts'
import { type PaperDraft, paperRef } from './paper-issue.ts'
import type { PaperState } from './paper-kind.ts'
import { paperEntry, standingPaper } from './paper-of-case.ts'

export interface VoidPaperInput {
  readonly id: string
  readonly paper: string
  readonly reason: string
  /** Issues the same paper anew, under the next number and with today's date, say after a wrong name was put right. */
  readonly reissue: boolean
}

/** Without its paper a decision does not exist (行政许可法 38): these are voided only for another in their place. */
const decisions: readonly PaperKind[] = [
  'grant-decision',
  'refusal-decision',
  'decline-decision',
  'not-permit-matter-notice',
  'filing-receipt',
  'revocation-decision',
  'withdrawal-decision',
  'cancellation-decision',
]

/** The same facts once more. The name of the applicant is taken from the case as it stands now. */
const again = ({ kind, facts, personalFacts }: PaperState): PaperDraft => ({ kind, facts, personal: personalFacts })

/**
 * Voids a paper that has not been served; its number stays recorded and is not used again. A served paper is corrected, not voided.
 * Refusals: `paper-not-found`, `paper-already-voided`, `paper-already-served`, `decision-paper-needs-another`.
 */
export const voidPaper = caseAct<VoidPaperInput>({
  name: 'void-paper',
  papers: Object.keys(paperKinds) as PaperKind[],
  more: ({ paper }) => [paperRef(paper)],
  hindrance: ({ state }) =>
    state.papers.some(({ voidedOn, servedOn }) => voidedOn === null && servedOn === null) ? undefined : { code: 'paper-not-found' },
  decide({ paper: id, reason, reissue }, known) {
    const { state, context, loaded } = known
    const paper = standingPaper(state, id)
    if ('refusal' in paper) return paper
    if (paper.servedOn !== null) return refuse('paper-already-served', { detail: { number: paper.number, on: paper.servedOn } })
    if (!reissue && decisions.includes(paper.kind)) return refuse('decision-paper-needs-another', { detail: { number: paper.number } })
    const before = loaded<PaperState>(paperRef(id))
    return happened<'paper-voided'>({
      type: 'paper-voided',
      data: { paper: id, on: context.today, reason, by: me(known) },
      papers: reissue && before ? [again(before)] : [],
      others: [paperEntry(id, 'paper-voided', { on: context.today, reason })],
    })
  },
})
