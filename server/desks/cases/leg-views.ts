import { legTitles } from '../../../contract/case-texts.ts'
import type { CasePage, LegView } from '../../../contract/cases.ts'
import { reasonSentence } from '../../../contract/reason-texts.ts'
import { type CaseLeg, type CaseState, legNames } from '../../../rules/case/standing/state.ts'
import type { Calendar } from '../../../rules/time/calendar.ts'
import { storedReasons } from '../../../rules/time/dated-reasons.ts'
import { remainingOf } from '../../../rules/time/deadline.ts'
import { lightOf } from '../../../rules/time/light.ts'
import type { PlainDate } from '../../../rules/time/plain-date.ts'
import { runningLegOf } from './case-rows.ts'

function viewOfLeg(name: LegView['name'], { leg, dates }: CaseLeg, today: PlainDate, calendar: Calendar): LegView {
  const left = remainingOf(leg, today, calendar)
  const limit = (which: 'statutory' | 'promised'): LegView['statutory'] => {
    const one = leg[which]
    const due = which === 'statutory' ? dates.statutoryDue : dates.promisedDue
    return one && { days: one.days, dayType: one.dayType, article: one.article === 'promise' ? '承诺' : one.article, due, left: left[which] }
  }
  return {
    name,
    title: legTitles[name],
    startedOn: leg.startedOn,
    endedOn: leg.endedOn,
    light: leg.endedOn === null ? lightOf(dates, today) : 'none',
    statutory: limit('statutory'),
    promised: limit('promised'),
    projected: dates.stopped ? { promisedDue: dates.projectedPromisedDue, statutoryDue: dates.projectedStatutoryDue } : null,
    certainty: dates.certainty,
    reasons: storedReasons(leg, dates, calendar).map((reason) => ({
      on: reason.on,
      article: reason.article === 'promise' ? '承诺' : reason.article,
      text: reasonSentence(reason),
    })),
  }
}

/**
 * Every leg that is owed to the applicant, with its dates and dated reasons, in the order in which a case walks through them. How the bureau divides its
 * promise among its people stands with the steps.
 */
export const legViews = (state: CaseState, today: PlainDate, calendar: Calendar): LegView[] =>
  legNames.flatMap((name) => {
    const found = state.legs[name]
    return found && name !== 'step' ? [viewOfLeg(name, found, today, calendar)] : []
  })

export const lightOfCase = (state: CaseState, today: PlainDate): CasePage['light'] => {
  const found = runningLegOf(state)
  return found ? lightOf(found.running.dates, today) : 'none'
}
