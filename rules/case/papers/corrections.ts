import type { Loaded } from '../../act.ts'
import type { CorrectedPlace, CorrectionFacts } from '../../paper/facts/later-facts.ts'
import { paperRef } from './paper-issue.ts'
import type { PaperState } from './paper-kind.ts'
import type { CaseState, PaperRef } from '../standing/state.ts'

/** The correction notices of a case that stand. */
export const correctionNotices = (state: Pick<CaseState, 'papers'> | undefined): readonly PaperRef[] =>
  (state?.papers ?? []).filter(({ kind, voidedOn }) => kind === 'correction-notice' && voidedOn === null)

/** What they have corrected in the paper of this number, in their order. */
export const correctionsOf = (number: string, state: Pick<CaseState, 'papers'>, loaded: Loaded): readonly CorrectedPlace[] =>
  correctionNotices(state)
    .flatMap(({ id }) => loaded<PaperState>(paperRef(id)) ?? [])
    .map(({ facts }) => facts as unknown as Pick<CorrectionFacts, 'original' | 'corrections'>)
    .filter(({ original }) => original.number === number)
    .flatMap(({ corrections }) => corrections ?? [])
