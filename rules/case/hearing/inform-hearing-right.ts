import type { HearingRightFacts } from '../../paper/facts/reviewing-facts.ts'
import { dueDate } from '../../time/period.ts'
import { caseAct, happened } from '../case-act.ts'
import { daysToAsk } from './hearing-rules.ts'
import { refuse } from '../standing/known.ts'
import { draftPaper } from '../papers/paper-issue.ts'
import type { CaseState } from '../standing/state.ts'

export interface InformHearingRightInput {
  readonly id: string
  /** `applicant`, or the id of a third party that was informed. */
  readonly party: string
  readonly ground: { readonly kind: 'interests'; readonly interest: string } | { readonly kind: 'announced'; readonly basis: string }
  readonly intention?: string
}

/** A party as a paper addresses it; undefined for one that nobody knows. */
const partyOf = (state: CaseState, party: string): HearingRightFacts['told'] | undefined => {
  if (party === 'applicant')
    return { name: state.applicant.name ?? '申请人', kind: state.applicantKind === 'natural-person' ? 'person' : 'organisation' }
  const third = state.thirdParties.find(({ id }) => id === party)
  return third && { name: third.name ?? '利害关系人', kind: third.kind }
}

/**
 * Tells a party of the right to a hearing before the decision (行政许可法 47): it may be asked for within five days of being told, and until they have
 * passed nothing is decided. Where the law itself demands a hearing (46) nobody need ask. Refusals: `party-not-found`, `hearing-right-already-told`,
 * `hearing-already-held`.
 */
export const informHearingRight = caseAct<InformHearingRightInput>({
  name: 'inform-hearing-right',
  papers: ['hearing-right-notice'],
  hindrance: ({ state }) => (state.hearing?.held ? { code: 'hearing-already-held' } : undefined),
  decide({ party, ground, intention }, { state, context }) {
    const told = partyOf(state, party)
    if (!told) return refuse('party-not-found')
    if (state.hearing?.parties.some((one) => one.party === party)) return refuse('hearing-right-already-told')
    const { due, certainty } = dueDate(context.today, daysToAsk, context.calendar)
    const request = { ...daysToAsk, from: context.today, due, certainty, article: '行政许可法 第四十七条' }
    const notice = draftPaper(
      'hearing-right-notice',
      { told, ground: ground.kind === 'interests' ? { ...ground, request } : ground, ...(intention === undefined ? {} : { intention }) },
      ['told'],
    )
    return happened<'hearing-right-told'>({
      type: 'hearing-right-told',
      data: { party, on: context.today, requestBy: ground.kind === 'interests' ? due : null },
      papers: [{ ...notice, apart: party !== 'applicant' }],
    })
  },
})
