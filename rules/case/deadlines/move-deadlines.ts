import { caseAct, happened } from '../case-act.ts'
import { replanStop } from '../../time/clock.ts'
import {
  measuresByCalendar,
  noticesOfThirdParties,
  repliesByCalendar,
  requestsByCalendar,
  shortfallByCalendar,
  toldLegByCalendar,
} from './days-by-calendar.ts'
import { hearingByCalendar } from '../hearing/hearing-rules.ts'
import { refuse } from '../standing/known.ts'
import { dated } from '../clock/legs.ts'
import type { PaperState } from '../papers/paper-kind.ts'
import { type CaseLeg, type LegName, legNames } from '../standing/state.ts'

/**
 * The working calendar changed (a new year's notice, an extraordinary day): the running legs, the days of a hearing, of a third party's or a holder's
 * reply, of what was let come later, of an excluded procedure and of a request about personal data are reckoned anew, and the new dates written down with what moved them. Ended legs keep the dates they ended under. An agent
 * does this for each running case and names the calendar it means, for the memory of a process may be a few seconds behind. Refusals:
 * `calendar-not-in-memory-yet`, `calendar-unchanged`.
 */
export const moveDeadlines = caseAct<{ readonly id: string; readonly calendarVersion: string; readonly because: string }>({
  name: 'move-deadlines',
  more: (_, state) => (state ? noticesOfThirdParties(state) : []),
  decide({ calendarVersion, because }, { state, item, loaded, context }) {
    const { calendar, today } = context
    if (calendar.version !== calendarVersion) return refuse('calendar-not-in-memory-yet')
    const legs: { [leg in LegName]?: CaseLeg } = {}
    for (const name of legNames) {
      const found = state.legs[name]
      if (found && found.leg.endedOn === null && found.dates.calendarVersion !== calendar.version)
        legs[name] = name === 'supplement' ? toldLegByCalendar(found, calendar) : dated(replanStop(found.leg, calendar), calendar)
    }
    const undecided = state.decision === null
    const hearing = state.hearing ? hearingByCalendar(state.hearing, calendar) : undefined
    const notices = noticesOfThirdParties(state).flatMap((ref) => loaded<PaperState>(ref) ?? [])
    const replies = undecided ? repliesByCalendar(state, calendar, notices) : []
    const measures = measuresByCalendar(state, calendar)
    const shortfall = undecided ? shortfallByCalendar(state, item, calendar) : []
    const requests = requestsByCalendar(state, calendar)
    const announced = state.excluded.find(({ endedOn }) => endedOn === null)?.announcedEnd
    const announcedEnd = legs.review?.dates.plannedEnd ?? announced
    const told = [replies, measures, shortfall, requests]
    if (Object.keys(legs).length === 0 && told.every(({ length }) => length === 0) && !hearing) return refuse('calendar-unchanged')
    return happened<'deadlines-moved'>({
      type: 'deadlines-moved',
      data: {
        on: today,
        calendarVersion: calendar.version,
        because,
        legs,
        ...(hearing ? { hearing } : {}),
        ...(replies.length > 0 ? { replies } : {}),
        ...(measures.length > 0 ? { measures } : {}),
        ...(shortfall.length > 0 ? { shortfall } : {}),
        ...(requests.length > 0 ? { requests } : {}),
        ...(announced && announcedEnd && announcedEnd > announced ? { announcedEnd } : {}),
      },
    })
  },
})
