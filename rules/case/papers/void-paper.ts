import type { Json } from '../../act.ts'
import type { CorrectedPlace } from '../../paper/facts/later-facts.ts'
import { type PaperKind, paperKinds } from '../../paper/paper-kinds.ts'
import { caseAct, happened } from '../case-act.ts'
import { correctionNotices, correctionsOf } from './corrections.ts'
import { me, refuse } from '../standing/known.ts'
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
  'renewal-notice',
  'refusal-decision',
  'decline-decision',
  'not-permit-matter-notice',
  'filing-receipt',
  'revocation-decision',
  'withdrawal-decision',
  'change-decision',
  'cancellation-decision',
]

/** The same facts once more, corrected. The name of the applicant is taken from the case as it stands now. */
function again(
  { kind, facts, personalFacts }: PaperState,
  corrections: readonly CorrectedPlace[],
  name: string | null,
): PaperDraft | { readonly lost: CorrectedPlace } {
  let corrected: Json = facts
  for (const place of corrections) {
    const told = JSON.stringify([corrected, name])
    if (!told.includes(plain(place.wrong)) && !told.includes(plain(place.right))) return { lost: place }
    corrected = replaced(corrected, place.wrong, place.right)
  }
  return { kind, facts: corrected as PaperDraft['facts'], personal: personalFacts }
}

/** The facts with a text replaced wherever it stands in them. */
function replaced(value: Json, wrong: string, right: string): Json {
  if (typeof value === 'string') return value.replaceAll(wrong, right)
  if (Array.isArray(value)) return value.map((one) => replaced(one, wrong, right))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, replaced(one, wrong, right)]))
}

/** A text as it stands in JSON. */
const plain = (text: string): string => JSON.stringify(text).slice(1, -1)

/**
 * Voids a paper that has not been served; its number stays recorded and is not used again. A served paper is corrected, not voided.
 * What was corrected in it stands corrected in the one that takes its place; a correction that cannot be carried over keeps the paper where it is.
 * Refusals: `paper-not-found`, `paper-already-voided`, `paper-already-served`, `decision-paper-needs-another`, `correction-not-carried`.
 */
export const voidPaper = caseAct<VoidPaperInput>({
  name: 'void-paper',
  papers: Object.keys(paperKinds) as PaperKind[],
  more: ({ paper }, state) => [paperRef(paper), ...correctionNotices(state).map(({ id }) => paperRef(id))],
  hindrance: ({ state }) =>
    state.papers.some(({ voidedOn, servedOn }) => voidedOn === null && servedOn === null) ? undefined : { code: 'paper-not-found' },
  decide({ paper: id, reason, reissue }, known) {
    const { state, context, loaded } = known
    const paper = standingPaper(state, id)
    if ('refusal' in paper) return paper
    if (paper.servedOn !== null) return refuse('paper-already-served', { detail: { number: paper.number, on: paper.servedOn } })
    if (!reissue && decisions.includes(paper.kind)) return refuse('decision-paper-needs-another', { detail: { number: paper.number } })
    const before = loaded<PaperState>(paperRef(id))
    const next = reissue && before ? again(before, correctionsOf(paper.number, state, loaded), state.applicant.name) : undefined
    if (next && 'lost' in next) {
      const { wrong, right } = next.lost
      return refuse('correction-not-carried', { detail: { number: paper.number, wrong, right } })
    }
    return happened<'paper-voided'>({
      type: 'paper-voided',
      data: { paper: id, on: context.today, reason, by: me(known) },
      papers: next ? [next] : [],
      others: [paperEntry(id, 'paper-voided', { on: context.today, reason })],
    })
  },
})
