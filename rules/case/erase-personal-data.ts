import { caseAct, happened } from './case-act.ts'
import { paperRef } from './paper-issue.ts'
import type { PaperState } from './paper-kind.ts'

/**
 * Erases the personal data of a concluded case and of its papers from the book (个人信息保护法 47); the entries and their commitments stay, so the chain
 * still verifies. Refusals: `personal-data-erased`.
 */
export const erasePersonalData = caseAct<{ readonly id: string; readonly reason: string }>({
  name: 'erase-personal-data',
  more: (_input, state) => (state?.papers ?? []).map(({ id }) => paperRef(id)),
  hindrance: ({ state }) => (state.personalAt.length > 0 ? undefined : { code: 'personal-data-erased' }),
  decide({ reason }, { state, loaded, context }) {
    const papers = state.papers.flatMap(({ id }) => loaded<PaperState>(paperRef(id))?.personalAt ?? [])
    const positions = [...new Set([...state.personalAt, ...papers])]
    return happened<'personal-erased'>({ type: 'personal-erased', data: { on: context.today, reason, positions } })
  },
})
