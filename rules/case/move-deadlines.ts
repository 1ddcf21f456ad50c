import { caseAct, happened } from './case-act.ts'
import { hearingByCalendar } from './hearing-rules.ts'
import { refuse } from './known.ts'
import { dated } from './legs.ts'
import { type CaseLeg, type LegName, legNames } from './state.ts'

/**
 * The working calendar changed (a new year's notice, an extraordinary day): the running legs and the days of a hearing are reckoned anew and
 * the new dates written down. Ended legs
 * keep the dates they ended under. An agent does this for each running case and names the calendar it means, for the memory of a process may be a
 * few seconds behind. Refusals: `calendar-not-in-memory-yet`, `calendar-unchanged`.
 */
export const moveDeadlines = caseAct<{ readonly id: string; readonly calendarVersion: string }>({
  name: 'move-deadlines',
  decide({ calendarVersion }, { state, context }) {
    const { calendar, today } = context
    if (calendar.version !== calendarVersion) return refuse('calendar-not-in-memory-yet')
    const legs: { [leg in LegName]?: CaseLeg } = {}
    for (const name of legNames) {
      const found = state.legs[name]
      if (found && found.leg.endedOn === null && found.dates.calendarVersion !== calendar.version) legs[name] = dated(found.leg, calendar)
    }
    const hearing = state.hearing ? hearingByCalendar(state.hearing, calendar) : undefined
    if (Object.keys(legs).length === 0 && !hearing) return refuse('calendar-unchanged')
    return happened<'deadlines-moved'>({
      type: 'deadlines-moved',
      data: { on: today, calendarVersion: calendar.version, legs, ...(hearing ? { hearing } : {}) },
    })
  },
})
