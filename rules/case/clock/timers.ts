import type { Timer } from '../../act.ts'
import { instantAtEndOfDay, instantAtStartOfDay } from '../../time/instant.ts'
import { minDate, type PlainDate } from '../../time/plain-date.ts'
import { announcementTimer, openAnnouncements } from '../standing/announced-service.ts'
import { deemedRenewedAfter } from '../standing/renewal.ts'
import { type CaseState, type CrossedLine, type LegName, legNames } from '../standing/state.ts'

/** Name of the timer for a line of a leg: `review/promised`. */
const lineTimer = (leg: LegName, line: CrossedLine['line']): string => `${leg}/${line}`

export const readLineTimer = (name: string): { readonly leg: LegName; readonly line: CrossedLine['line'] } | undefined => {
  const [leg, line] = name.split('/')
  const known = legNames.find((one) => one === leg)
  return known && (line === 'yellow' || line === 'promised' || line === 'statutory') ? { leg: known, line } : undefined
}

/** Whether the line was crossed while it stood at this day. */
export const isCrossed = (state: Pick<CaseState, 'crossed'>, leg: LegName, line: CrossedLine['line'], at: PlainDate): boolean =>
  state.crossed.some((mark) => mark.leg === leg && mark.line === line && mark.at === at)

/** The lines of one running leg that time has still to cross. A stopped leg has no dates and so no lines. */
function linesOf(state: CaseState, name: LegName): readonly Timer[] {
  const running = state.legs[name]
  if (!running || running.leg.endedOn !== null) return []
  const { yellowOn, promisedDue, statutoryDue } = running.dates
  const certaintyOf = (line: CrossedLine['line']) => running.dates.lines?.[line] ?? running.dates.certainty
  const timer = (line: CrossedLine['line'], at: PlainDate | null, dueAt: (day: PlainDate) => string): readonly Timer[] =>
    at === null || isCrossed(state, name, line, at)
      ? []
      : [{ name: lineTimer(name, line), dueAt: dueAt(at), act: 'note-deadline-crossed', certainty: certaintyOf(line) }]
  // A step near the end of its share is worth a colour, no entry.
  if (name === 'step') return timer('promised', promisedDue, instantAtEndOfDay)
  const lines = [...timer('yellow', yellowOn, instantAtStartOfDay), ...timer('promised', promisedDue, instantAtEndOfDay)]
  if (name === 'supplement') return lines
  // Five days unanswered are no mere overdue: the case is accepted by law (行政许可法 32(4)).
  if (name === 'notice' && statutoryDue !== null)
    return [...lines, { name: 'deem-accepted', dueAt: instantAtEndOfDay(statutoryDue), act: 'deem-accepted', certainty: certaintyOf('statutory') }]
  return [...lines, ...timer('statutory', statutoryDue, instantAtEndOfDay)]
}

/** Days that stand in the case in so many words, told in a notice or moved by an entry: their timers are final. */
const ownTimer = (name: string, day: PlainDate): Timer => ({ name, dueAt: instantAtEndOfDay(day), act: 'note-deadline-crossed', certainty: 'final' })

/** What must happen to a case by itself while it stands as it does. */
export function caseTimers(state: CaseState): readonly Timer[] {
  const timers = legNames.flatMap((name) => linesOf(state, name))
  const running = state.excluded.find((run) => run.endedOn === null)
  if (running && !running.overran) timers.push(ownTimer('excluded-overrun', running.announcedEnd))
  const { hearing } = state
  if (hearing?.holdBy && !hearing.held && !hearing.overdue && state.decision === null) timers.push(ownTimer('hearing', hearing.holdBy))
  const late = state.shortfall.filter((missing) => missing.metOn === null && !missing.overdue).map(({ due }) => due)
  if (late.length > 0 && (state.phase === 'in-review' || state.phase === 'stopped')) {
    timers.push(ownTimer('shortfall', late.reduce(minDate)))
  }
  for (const announcement of openAnnouncements(state))
    timers.push({ ...ownTimer(announcementTimer(announcement), announcement.due), act: 'serve-announced' })
  const deemed = deemedRenewedAfter(state)
  if (deemed !== null) timers.push({ name: 'deem-renewed', dueAt: instantAtEndOfDay(deemed), act: 'deem-renewed', certainty: 'final' })
  return timers
}
