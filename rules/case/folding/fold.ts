import type { BookEntry } from '../../act.ts'
import type { Effects } from '../standing/entries.ts'
import { foldMaterials, openCase } from './fold-application.ts'
import { foldPapers } from './fold-papers.ts'
import { foldPermit } from './fold-permit.ts'
import { foldReview } from './fold-review.ts'
import { foldWishes } from './fold-wishes.ts'
import type { CaseState } from '../standing/state.ts'

/** The phases after which nothing is reviewed any more. */
const outcomes = ['granted', 'refused', 'forwarded', 'filed', 'not-permit-matter', 'declined', 'withdrawn'] as const

function applyEffects(state: CaseState, entry: BookEntry): CaseState {
  const { phase, legs, papers } = entry.data as Effects
  const next = {
    ...state,
    seq: entry.seq,
    personalAt:
      entry.personal === undefined ? state.personalAt : [...state.personalAt.filter((position) => position !== entry.position), entry.position],
    ...(phase === undefined ? {} : { phase, outcome: phase === 'archived' ? state.outcome : phase }),
    ...(legs === undefined ? {} : { legs: { ...state.legs, ...legs } }),
  }
  if (papers === undefined) return next
  return { ...next, papers: [...state.papers, ...papers.map((paper) => ({ ...paper, voidedOn: null, servedOn: null }))] }
}

/**
 * A case's entries become its state. Pure, and total over every version ever written: an entry type that it does not know only counts in `seq`.
 * The first entry opens the case; anything that stands before it is ignored, which no act can bring about.
 */
export function foldCase(state: CaseState | undefined, entry: BookEntry): CaseState {
  if (entry.type === 'application-submitted' || entry.type === 'application-received') return applyEffects(openCase(entry), entry)
  if (state === undefined) throw new Error(`a case begins with its application, not with ${entry.type}`)
  return foldPermit(foldWishes(foldPapers(foldReview(foldMaterials(applyEffects(state, entry), entry), entry), entry), entry), entry)
}

/** Whether the case has come to its end, archived or not. */
export const isConcluded = (state: Pick<CaseState, 'outcome'>): boolean => (outcomes as readonly string[]).includes(state.outcome)
