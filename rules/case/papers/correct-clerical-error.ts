import { printedTitle } from '../../paper/printed-title.ts'
import { comparable } from '../../paper/sheet-words.ts'
import { caseAct, happened } from '../case-act.ts'
import { correctionNotices, correctionsOf } from './corrections.ts'
import { refuse } from '../standing/known.ts'
import { draftPaper, paperRef } from './paper-issue.ts'
import type { PaperState } from './paper-kind.ts'
import { paperEntry, standingPaper } from './paper-of-case.ts'

export interface CorrectClericalErrorInput {
  readonly id: string
  readonly paper: string
  readonly corrections: readonly { readonly place: string; readonly wrong: string; readonly right: string }[]
  /** All that is printed on the paper; not from whoever corrects, but composed anew from what the paper was issued with. */
  readonly printed: string
}

/**
 * Corrects a slip of the pen in a paper by a visible correction (更正), a paper of its own; the first one stays as it is. What was decided is not changed
 * this way, and what is called wrong must stand there: as printed, or as an earlier notice has corrected it. Refusals: `paper-not-found`,
 * `paper-already-voided`, `corrections-missing`, `correction-changes-nothing`, `words-not-on-paper`.
 */
export const correctClericalError = caseAct<CorrectClericalErrorInput>({
  name: 'correct-clerical-error',
  papers: ['correction-notice'],
  more: ({ paper }, state) => [paperRef(paper), ...correctionNotices(state).map(({ id }) => paperRef(id))],
  hindrance: ({ state }) => (state.papers.some(({ voidedOn }) => voidedOn === null) ? undefined : { code: 'paper-not-found' }),
  decide({ paper: id, corrections, printed }, { state, context, loaded }) {
    const paper = standingPaper(state, id)
    if ('refusal' in paper) return paper
    const [first, ...others] = corrections
    if (!first) return refuse('corrections-missing')
    if (corrections.some(({ wrong, right }) => wrong === right)) return refuse('correction-changes-nothing')
    const words = correctionsOf(paper.number, state, loaded).reduce(
      (stands, { wrong, right }) => stands.replaceAll(comparable(wrong), comparable(right)),
      comparable(printed),
    )
    const absent = corrections.find(({ wrong }) => comparable(wrong) === '' || !words.includes(comparable(wrong)))
    if (absent) return refuse('words-not-on-paper', { detail: { number: paper.number, wrong: absent.wrong } })
    return happened<'clerical-error-corrected'>({
      type: 'clerical-error-corrected',
      data: { paper: id, on: context.today },
      papers: [
        draftPaper(
          'correction-notice',
          {
            original: {
              title: printedTitle(paper.kind, state.item, loaded<PaperState>(paperRef(id))?.facts ?? {}),
              number: paper.number,
              date: paper.on,
            },
            corrections: [first, ...others],
          },
          ['corrections'],
        ),
      ],
      others: [paperEntry(id, 'paper-corrected', { by: context.newId(0) })],
    })
  },
})
