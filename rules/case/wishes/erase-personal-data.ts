import { caseAct, happened } from '../case-act.ts'
import type { Known } from '../standing/known.ts'
import { paperRef } from '../papers/paper-issue.ts'
import type { PaperState } from '../papers/paper-kind.ts'

/** Where in the book personal data of the case and of its papers lies. The papers must have been loaded. */
export function personalPositions({ state, loaded }: Pick<Known, 'state' | 'loaded'>): readonly number[] {
  const papers = state.papers.flatMap(({ id }) => loaded<PaperState>(paperRef(id))?.personalAt ?? [])
  return [...new Set([...state.personalAt, ...papers])]
}

/**
 * Erases the personal data of a concluded case and of its papers from the book (个人信息保护法 47); the entries and their commitments stay, so the chain
 * still verifies. Refusals: `personal-data-erased`.
 */
export const erasePersonalData = caseAct<{ readonly id: string; readonly reason: string }>({
  name: 'erase-personal-data',
  more: (_input, state) => (state?.papers ?? []).map(({ id }) => paperRef(id)),
  hindrance: ({ state }) => (state.personalAt.length > 0 ? undefined : { code: 'personal-data-erased' }),
  decide({ reason }, known) {
    const positions = personalPositions(known)
    return happened<'personal-erased'>({ type: 'personal-erased', data: { on: known.context.today, reason, positions } })
  },
})
