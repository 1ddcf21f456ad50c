import type { BookEntry } from '../../act.ts'
import type { CaseEntries, InspectionPersonal } from '../standing/entries.ts'
import { namedFiles } from './fold-application.ts'
import { foldMovedDays } from './fold-moved-days.ts'
import type { CaseState, Hearing, HearingParty } from '../standing/state.ts'

const noHearing: Hearing = { parties: [], requestedOn: null, holdBy: null, announced: null, held: null }

const withHearing = (state: CaseState, change: (hearing: Hearing) => Hearing): CaseState => ({
  ...state,
  hearing: change(state.hearing ?? noHearing),
})

const answered = (parties: readonly HearingParty[], party: string, answer: 'requested' | 'waived', on: HearingParty['answeredOn']) =>
  parties.map((told) => (told.party === party ? { ...told, answer, answeredOn: on } : told))

const decided = (state: CaseState, decision: NonNullable<CaseState['decision']>, passed: CaseState['passedSteps'][number]): CaseState => ({
  ...state,
  decision,
  passedSteps: [...state.passedSteps, passed],
  step: state.step + 1,
  running: null,
  handler: null,
})

/** Supplements, acceptance, steps, inspections, stops, extension, third parties, hearing, decision. */
export function foldReview(state: CaseState, entry: BookEntry): CaseState {
  const of = <T extends keyof CaseEntries>(_type: T) => entry.data as unknown as CaseEntries[T]
  switch (entry.type) {
    case 'supplement-requested':
    case 'filing-returned': {
      const { ordinal, on, faults, reason } = of('supplement-requested')
      return { ...state, supplements: [...state.supplements, { ordinal, notifiedOn: on, faults, reason, brought: [], answeredOn: null }] }
    }
    case 'supplement-given-up': {
      const { ordinal, on } = of('supplement-given-up')
      return { ...state, supplements: state.supplements.map((round) => (round.ordinal === ordinal ? { ...round, givenUpOn: on } : round)) }
    }
    case 'case-accepted': {
      const { acceptance, shortfall, running } = of('case-accepted')
      const missing = shortfall.map((material) => ({ ...material, metOn: null, overdue: false }))
      return { ...state, acceptance, shortfall: missing, handler: null, step: 0, running, stepSince: acceptance.on }
    }
    case 'case-claimed':
    case 'case-handed-over':
    case 'case-taken-over':
      return { ...state, handler: of('case-claimed').handler }
    case 'step-passed': {
      const { passed, step, running } = of('step-passed')
      const reviewers = [...new Set([...state.reviewers, passed.by.id])]
      return { ...state, passedSteps: [...state.passedSteps, passed], reviewers, step, running, stepSince: passed.on, handler: null }
    }
    case 'step-returned': {
      const { step, on, running } = of('step-returned')
      // Who passed the step before is its handler again; inspections of steps to be done again stay in the book, not in the state.
      const again = state.passedSteps.slice(step)
      const inspections = state.inspections.filter((inspection) => !again.some((passed) => passed.step === inspection.step))
      return { ...state, step, running, stepSince: on, passedSteps: state.passedSteps.slice(0, step), handler: again[0]?.by ?? null, inspections }
    }
    case 'site-inspection-recorded': {
      const { step, on, inspectors, conforms, photos } = of('site-inspection-recorded')
      const personal = entry.personal as unknown as Partial<InspectionPersonal> | undefined
      const place = personal?.place ?? (entry.version === 1 ? (entry.data as { readonly place: string }).place : null)
      const inspection = { step, on, inspectors, place, conforms, photos: namedFiles(photos, personal?.fileNames) }
      return { ...state, inspections: [...state.inspections, inspection] }
    }
    case 'excluded-procedure-started':
      return { ...state, excluded: [...state.excluded, { ...of('excluded-procedure-started').run, endedOn: null, overran: false }] }
    case 'excluded-procedure-ended': {
      const { on } = of('excluded-procedure-ended')
      return { ...state, excluded: state.excluded.map((run) => (run.endedOn === null ? { ...run, endedOn: on } : run)) }
    }
    case 'excluded-procedure-overran':
      return { ...state, excluded: state.excluded.map((run) => (run.endedOn === null ? { ...run, overran: true } : run)) }
    case 'review-extended':
      return { ...state, extension: of('review-extended').extension }
    case 'third-party-informed': {
      const { id, kind, on, replyBy, replyDays } = of('third-party-informed')
      const name = (entry.personal as { readonly name?: string } | undefined)?.name ?? null
      const told = { id, kind, informedOn: on, replyBy, ...(replyDays === undefined ? {} : { replyDays }), name, statements: [] }
      return { ...state, thirdParties: [...state.thirdParties, told] }
    }
    case 'third-party-statement-recorded': {
      const { party, on, gist, answer } = of('third-party-statement-recorded')
      const thirdParties = state.thirdParties.map((third) =>
        third.id === party ? { ...third, statements: [...third.statements, { on, gist, answer }] } : third,
      )
      return { ...state, thirdParties }
    }
    case 'hearing-right-told': {
      const { party, on, requestBy } = of('hearing-right-told')
      const told: HearingParty = { party, toldOn: on, requestBy, answer: null, answeredOn: null }
      return withHearing(state, (hearing) => ({ ...hearing, parties: [...hearing.parties, told] }))
    }
    case 'hearing-requested': {
      const { party, on, holdBy } = of('hearing-requested')
      return withHearing(state, (hearing) => ({
        ...hearing,
        parties: answered(hearing.parties, party, 'requested', on),
        requestedOn: hearing.requestedOn ?? on,
        holdBy: hearing.holdBy ?? holdBy,
      }))
    }
    case 'hearing-waived': {
      const { party, on } = of('hearing-waived')
      return withHearing(state, (hearing) => ({ ...hearing, parties: answered(hearing.parties, party, 'waived', on) }))
    }
    case 'hearing-announced': {
      const { postponed, ...data } = of('hearing-announced')
      const { on, heldOn, startsAt, place, chair, matter } = data
      const given = { on, heldOn, ...(startsAt === undefined ? {} : { startsAt }), place, chair, ...(matter === undefined ? {} : { matter }) }
      return withHearing(state, (hearing) => {
        const earlier = [...(hearing.announced?.postponed ?? []), ...(postponed ? [{ on, ...postponed }] : [])]
        return { ...hearing, announced: { ...given, ...(earlier.length > 0 ? { postponed: earlier } : {}) } }
      })
    }
    case 'recusal-requested': {
      const { id, on, party, against } = of('recusal-requested')
      const reason = (entry.personal as { readonly reason?: string } | undefined)?.reason ?? null
      return { ...state, recusals: [...(state.recusals ?? []), { id, on, party, against, reason, answer: null }] }
    }
    case 'recusal-decided': {
      const { recusal, on, by, granted, handler, chair } = of('recusal-decided')
      const reasons = (entry.personal as { readonly reasons?: string } | undefined)?.reasons ?? null
      const recusals = (state.recusals ?? []).map((one) => (one.id === recusal ? { ...one, answer: { on, by, granted, reasons } } : one))
      const announced = chair && state.hearing?.announced && { ...state.hearing.announced, chair }
      return {
        ...state,
        recusals,
        ...(handler === undefined ? {} : { handler }),
        ...(announced && { hearing: { ...state.hearing!, announced } }),
      }
    }
    case 'personal-erased':
      return state.recusals
        ? { ...state, recusals: state.recusals.map((one) => ({ ...one, reason: null, answer: one.answer && { ...one.answer, reasons: null } })) }
        : state
    case 'hearing-overdue':
      return withHearing(state, (hearing) => ({ ...hearing, overdue: true }))
    case 'deadlines-moved':
      return foldMovedDays(state, of('deadlines-moved'))
    case 'hearing-held': {
      const { on, chair, minutes } = of('hearing-held')
      return withHearing(state, (hearing) => ({ ...hearing, held: { on, chair, minutes } }))
    }
    case 'case-forwarded': {
      const { decision, passed, superior, agrees } = of('case-forwarded')
      return { ...decided(state, decision, passed), forwarded: { superior, agrees, decided: null } }
    }
    case 'superior-decided': {
      const { on, granted, number } = of('superior-decided')
      return state.forwarded ? { ...state, forwarded: { ...state.forwarded, decided: { on, granted, number } } } : state
    }
    case 'case-granted':
    case 'case-refused':
    case 'filing-acknowledged': {
      const { decision, passed } = of('case-refused')
      return decided(state, decision, passed)
    }
    case 'permit-deemed-renewed':
    case 'case-declined':
    case 'not-permit-matter-declared':
    case 'application-withdrawn': {
      const { decision } = of('case-declined')
      // A procedure still going on ends with the case.
      const excluded = state.excluded.map((run) => (run.endedOn === null ? { ...run, endedOn: decision.on } : run))
      return { ...state, decision, excluded, running: null, handler: null }
    }
    default:
      return state
  }
}
