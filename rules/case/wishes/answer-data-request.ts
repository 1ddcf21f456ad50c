import { caseAct, type CaseOutcome, happened } from '../case-act.ts'
import { correction, type ApplicantChanges } from './correct-applicant-data.ts'
import { caseEntry } from '../standing/entries.ts'
import { personalPositions } from './erase-personal-data.ts'
import { isConcluded } from '../folding/fold.ts'
import { type Known, me, refuse } from '../standing/known.ts'
import { draftPaper, paperRef } from '../papers/paper-issue.ts'
import type { CaseState, DataRequest } from '../standing/state.ts'

export interface AnswerDataRequestInput {
  readonly id: string
  /** Id of the request. */
  readonly request: string
  /** Done as asked, or refused with the reason: the law's own term of keeping has not run out, the data are right. */
  readonly done: boolean
  readonly reasons: string
  /** What is put right in the same breath, where a correction concerns the applicant's own data. */
  readonly applicant?: ApplicantChanges
}

const openRequest = (state: CaseState) => state.dataRequests?.some(({ answer }) => answer === null) ?? false

/**
 * Answers a request to correct or erase personal data: carries it out in the same act, or refuses and says why (个人信息保护法 第五十条). The answer goes
 * to the applicant as a paper. Erasing is for a head, and for a concluded case alone.
 * Refusals: `no-data-request-open`, `data-request-not-found`, `data-request-already-answered`, `reasons-missing`, `erasure-needs-head`,
 * `case-still-running`, `personal-data-erased`, and those of a correction.
 */
export const answerDataRequest = caseAct<AnswerDataRequestInput>({
  name: 'answer-data-request',
  papers: ['reply-letter'],
  more: (_input, state) => (state?.papers ?? []).map(({ id }) => paperRef(id)),
  hindrance: ({ state }) => (openRequest(state) ? undefined : { code: 'no-data-request-open' }),
  decide(input, known) {
    const request = known.state.dataRequests?.find(({ id }) => id === input.request)
    if (!request) return refuse('data-request-not-found')
    if (request.answer) return refuse('data-request-already-answered', { detail: { by: request.answer.by.name, on: request.answer.on } })
    const reasons = input.reasons.trim()
    if (reasons === '') return refuse('reasons-missing', { article: '个人信息保护法 第五十条' })
    if (!input.done) return answered(known, request, reasons, false)
    return request.kind === 'erasure' ? erased(known, request, reasons) : corrected(known, request, reasons, input.applicant)
  },
})

function answered(known: Known, request: DataRequest, reasons: string, done: boolean): CaseOutcome<'data-request-answered'> & CaseOutcome {
  return happened<'data-request-answered'>({
    type: 'data-request-answered',
    data: { request: request.id, on: known.context.today, by: me(known), done },
    personal: { reasons },
    papers: [draftPaper('reply-letter', { about: request.kind, askedOn: request.on, agreed: done, reasons }, ['reasons'])],
  }) as CaseOutcome<'data-request-answered'> & CaseOutcome
}

/** The answer keeps nothing of what it erases: its paper names nobody. */
function erased(known: Known, request: DataRequest, reasons: string) {
  const { state, context, roles } = known
  if (!roles.includes('head')) return refuse('erasure-needs-head')
  if (!isConcluded(state)) return refuse('case-still-running')
  const positions = personalPositions(known)
  if (positions.length === 0) return refuse('personal-data-erased')
  const { personal: _, ...answer } = answered(known, request, reasons, true)
  return {
    ...answer,
    nameless: true,
    others: [caseEntry(state.id, 'personal-erased', { on: context.today, reason: '依申请人请求', positions })],
  }
}

function corrected(known: Known, request: DataRequest, reasons: string, applicant: ApplicantChanges | undefined) {
  const outcome = answered(known, request, reasons, true)
  if (applicant === undefined || Object.keys(applicant).length === 0) return outcome
  const right = correction(known, applicant)
  if ('refusal' in right) return right
  const { fields, changed } = right
  const entry = caseEntry(
    known.state.id,
    'applicant-data-corrected',
    { on: known.context.today, fields, reason: '依申请人请求' },
    { personal: { applicant: changed } },
  )
  return { ...outcome, others: [entry] }
}
