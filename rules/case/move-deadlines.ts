import { caseAct, happened } from './case-act.ts'
import { refuse } from './known.ts'
import { dated } from './legs.ts'
import { type CaseLeg, type LegName, legNames } from './state.ts'

/**
 * The working calendar changed (a new year's notice, an extraordinary day): the running legs are reckoned anew and the new dates written down. Ended legs
 * keep the dates they ended under. An agent does this for each running case. Refusals: `calendar-unchanged`.
 */
export const moveDeadlines = caseAct<{ readonly id: string }>({
  name: 'move-deadlines',
  decide(_input, { state, context }) {
    const { calendar, today } = context
    const legs: { [leg in LegName]?: CaseLeg } = {}
    for (const name of legNames) {
      const found = state.legs[name]
      if (found && found.leg.endedOn === null && found.dates.calendarVersion !== calendar.version) legs[name] = dated(found.leg, calendar)
    }
    if (Object.keys(legs).length === 0) return refuse('calendar-unchanged')
    return happened<'deadlines-moved'>({ type: 'deadlines-moved', data: { on: today, calendarVersion: calendar.version, legs } })
  },
})
