import { legTitles } from '../../../contract/case-texts.ts'
import type { CasePage, LegView } from '../../../contract/cases.ts'
import { datedSentence, reasonSentence } from '../../../contract/reason-texts.ts'
import type { Effects } from '../../../rules/case/standing/entries.ts'
import { type CaseLeg, type CaseState, type LegName, legNames } from '../../../rules/case/standing/state.ts'
import type { Calendar } from '../../../rules/time/calendar.ts'
import { byDay, storedReasons } from '../../../rules/time/dated-reasons.ts'
import { remainingOf } from '../../../rules/time/deadline.ts'
import type { Leg } from '../../../rules/time/leg.ts'
import { lightOf } from '../../../rules/time/light.ts'
import type { PlainDate } from '../../../rules/time/plain-date.ts'
import type { ToldEntry } from './open-case.ts'
import { runningLegOf } from './case-rows.ts'

/** Lines that were crossed, as a leg's reasons tell of them. */
const crossedWords = { promised: '已经超过承诺的截止日', statutory: '已经超过法定的截止日' } as const

function viewOfLeg(name: LegView['name'], { leg, dates }: CaseLeg, state: CaseState, today: PlainDate, calendar: Calendar): LegView {
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
    reasons: [
      ...storedReasons(withPapers(leg, state), dates, calendar).map((reason) => ({
        on: reason.on,
        article: reason.article === 'promise' ? '承诺' : reason.article,
        text: reasonSentence(reason),
      })),
      ...crossedReasons(name, leg, state),
    ].toSorted(byDay),
  }
}

/** The notice that stopped the clock by its number: when it was stopped the paper was only being issued. A voided one gives way to the one in its place. */
function withPapers(leg: Leg, { papers }: CaseState): Leg {
  const numberOn = (day: PlainDate) =>
    papers.findLast(({ kind, on, voidedOn }) => kind === 'excluded-procedure-notice' && on >= day && voidedOn === null)?.number
  return { ...leg, stops: leg.stops.map((stop) => ({ ...stop, document: stop.document ?? numberOn(stop.from) ?? null })) }
}

const crossedReasons = (name: LegName, leg: Leg, { crossed }: CaseState): LegView['reasons'] =>
  crossed.flatMap(({ leg: of, line, on }) =>
    of === name && line !== 'yellow' && on >= leg.startedOn && (leg.endedOn === null || on <= leg.endedOn)
      ? [
          {
            on,
            article: leg[line]!.article === 'promise' ? '承诺' : leg[line]!.article,
            text: datedSentence({ on, text: crossedWords[line], article: leg[line]!.article }),
          },
        ]
      : [],
  )

/**
 * Every leg that is owed to the applicant, with its dates and dated reasons, in the order in which a case walks through them. How the bureau divides its
 * promise among its people stands with the steps.
 */
export const legViews = (state: CaseState, today: PlainDate, calendar: Calendar): LegView[] =>
  legNames.flatMap((name) => {
    const found = state.legs[name]
    return found && name !== 'step' ? [viewOfLeg(name, found, state, today, calendar)] : []
  })

/**
 * Legs as they ended before one of the same name began anew: the notice's five days before a correction, a correction before a second one. The state knows the newest
 * alone; the entries know all.
 */
export function earlierLegViews(entries: readonly Pick<ToldEntry, 'data'>[], state: CaseState, today: PlainDate, calendar: Calendar): LegView[] {
  const runs = new Map<LegName, CaseLeg[]>()
  for (const { data } of entries)
    for (const [name, leg] of Object.entries((data as Effects).legs ?? {}) as [LegName, CaseLeg][]) {
      const before = runs.get(name) ?? []
      runs.set(name, [...(before.at(-1)?.leg.endedOn === null ? before.slice(0, -1) : before), leg])
    }
  return legNames.flatMap((name) =>
    name === 'step' ? [] : (runs.get(name) ?? []).slice(0, -1).map((leg) => viewOfLeg(name, leg, state, today, calendar)),
  )
}

export const lightOfCase = (state: CaseState, today: PlainDate): CasePage['light'] => {
  const found = runningLegOf(state)
  return found ? lightOf(found.running.dates, today) : 'none'
}
