import type { PlainDate } from '../../time/plain-date.ts'
import type { CaseEntries } from '../standing/entries.ts'
import type { CaseState, Hearing, MovedDay } from '../standing/state.ts'

/**
 * Days outside the legs that another calendar moved: of a hearing, of a third party's or a holder's reply, of what was let come later, of an excluded
 * procedure, of a request about personal data.
 */
export function foldMovedDays(
  state: CaseState,
  { on, because = '', hearing: moved, replies, measures, shortfall, announcedEnd, requests }: CaseEntries['deadlines-moved'],
): CaseState {
  const trace = (day: { readonly moved?: readonly MovedDay[] }, from: PlainDate) => ({ moved: [...(day.moved ?? []), { on, from, because }] })
  const holding = (hearing: Hearing, holdBy: PlainDate | null) => {
    if (holdBy === null || hearing.holdBy === null || holdBy === hearing.holdBy) return { holdBy }
    const { moved: days } = trace(hearing, hearing.holdBy)
    return { holdBy, moved: holdBy < hearing.holdBy ? [...days.slice(0, -1), { ...days.at(-1)!, earlier: true as const }] : days }
  }
  const hearing = state.hearing &&
    moved && {
      ...state.hearing,
      parties: state.hearing.parties.map((party, n) => {
        const requestBy = moved.parties[n]?.requestBy
        return requestBy && party.requestBy && requestBy !== party.requestBy ? { ...party, requestBy, ...trace(party, party.requestBy) } : party
      }),
      ...holding(state.hearing, moved.holdBy),
    }
  const thirdParties = state.thirdParties.map((party) => {
    const now = replies?.find((reply) => reply.party === party.id)
    return now ? { ...party, replyBy: now.replyBy, ...trace(party, party.replyBy) } : party
  })
  const missing = state.shortfall.map((material) => {
    const now = shortfall?.find((one) => one.material === material.material)
    return now ? { ...material, due: now.due, overdue: false, ...trace(material, material.due) } : material
  })
  const announced = measures && {
    measures: (state.measures ?? []).map((measure) => {
      const now = measures.find((one) => one.measure === measure.id)
      return now ? { ...measure, replyBy: now.replyBy, ...trace(measure, measure.replyBy) } : measure
    }),
  }
  // What had overrun the day first told has not overrun the one it moved to.
  const excluded = state.excluded.map((run) =>
    run.endedOn === null && announcedEnd ? { ...run, announcedEnd, overran: run.overran && announcedEnd < on, ...trace(run, run.announcedEnd) } : run,
  )
  const asked = requests && {
    dataRequests: (state.dataRequests ?? []).map((request) => {
      const now = requests.find((one) => one.request === request.id)
      return now ? { ...request, answerBy: now.answerBy, ...trace(request, request.answerBy) } : request
    }),
  }
  return { ...state, hearing: hearing ?? state.hearing, thirdParties, shortfall: missing, excluded, ...announced, ...asked }
}
