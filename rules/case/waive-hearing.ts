import { caseAct, happened } from './case-act.ts'
import { refuse } from './known.ts'

/** A party gives up the hearing, so that the days for asking no longer hold up the decision. Refusals: as for asking, without `hearing-request-late`. */
export const waiveHearing = caseAct<{ readonly id: string; readonly party: string }>({
  name: 'waive-hearing',
  hindrance: ({ state }) =>
    state.hearing?.parties.some(({ answer }) => answer === null) ? undefined : { code: 'hearing-right-not-told', detail: { party: '当事人' } },
  decide({ party }, { state, roles, context }) {
    if (party !== 'applicant' && roles.includes('applicant')) return refuse('not-yours')
    const told = state.hearing?.parties.find((one) => one.party === party)
    if (!told) return refuse('hearing-right-not-told', { detail: { party: party === 'applicant' ? '申请人' : '利害关系人' } })
    if (told.answer !== null) return refuse('hearing-already-answered')
    if (told.requestBy === null) return refuse('hearing-demanded-by-law', { article: '行政许可法 第四十六条' })
    return happened<'hearing-waived'>({ type: 'hearing-waived', data: { party, on: context.today } })
  },
})
