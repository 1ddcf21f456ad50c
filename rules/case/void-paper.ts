import { caseAct, happened } from './case-act.ts'
import { me, refuse } from './known.ts'
import { paperRef } from './paper-issue.ts'
import { paperEntry, standingPaper } from './paper-of-case.ts'

/**
 * Voids a paper that has not been served; its number stays recorded and is not used again. A served paper is corrected, not voided.
 * Refusals: `paper-not-found`, `paper-already-voided`, `paper-already-served`.
 */
export const voidPaper = caseAct<{ readonly id: string; readonly paper: string; readonly reason: string }>({
  name: 'void-paper',
  more: ({ paper }) => [paperRef(paper)],
  hindrance: ({ state }) =>
    state.papers.some(({ voidedOn, servedOn }) => voidedOn === null && servedOn === null) ? undefined : { code: 'paper-not-found' },
  decide({ paper: id, reason }, known) {
    const { state, context } = known
    const paper = standingPaper(state, id)
    if ('refusal' in paper) return paper
    if (paper.servedOn !== null) return refuse('paper-already-served', { detail: { number: paper.number, on: paper.servedOn } })
    return happened<'paper-voided'>({
      type: 'paper-voided',
      data: { paper: id, on: context.today, reason, by: me(known) },
      others: [paperEntry(id, 'paper-voided', { on: context.today, reason })],
    })
  },
})
