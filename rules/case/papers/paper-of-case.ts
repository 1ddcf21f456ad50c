import type { NewEntry } from '../../act.ts'
import type { Refusal } from '../../refusal.ts'
import { toJson } from '../standing/entries.ts'
import { paperRef } from './paper-issue.ts'
import type { CaseState, PaperRef } from '../standing/state.ts'

/** A paper of this case that still stands. Refusals: `paper-not-found`, `paper-already-voided`. */
export function standingPaper(state: CaseState, id: string): PaperRef | { readonly refusal: Refusal } {
  const paper = state.papers.find((one) => one.id === id)
  if (!paper) return { refusal: { code: 'paper-not-found' } }
  return paper.voidedOn === null ? paper : { refusal: { code: 'paper-already-voided', detail: { number: paper.number, on: paper.voidedOn } } }
}

/** What happened to a paper, for the paper's own subject. */
export const paperEntry = (id: string, type: string, data: object): NewEntry => ({ subject: paperRef(id), type, version: 1, data: toJson(data) })
