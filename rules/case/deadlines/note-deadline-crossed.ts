import type { SubjectRef } from '../../act.ts'
import { caseAct, happened } from '../case-act.ts'
import { refuse } from '../standing/known.ts'
import { isCrossed, readLineTimer } from '../clock/timers.ts'

const types = { yellow: 'yellow-line-crossed', promised: 'promise-overdue', statutory: 'statute-overdue' } as const

/**
 * Time crossed a line: the yellow one, the promise, the law's limit, the running step's share, the applicant's days to correct, the announced end of an excluded procedure, the day of a hearing asked
 * for, of a material let come later. An entry of its own, so that open overdue cases can be counted. Only the system does this. Refusals: `timer-unknown`, `not-due-yet`,
 * `line-already-noted`.
 */
export const noteDeadlineCrossed = caseAct<{ readonly subject: SubjectRef; readonly timer: string }>({
  name: 'note-deadline-crossed',
  decide({ timer }, { state, context }) {
    const { today } = context
    if (timer === 'excluded-overrun') {
      const run = state.excluded.find(({ endedOn }) => endedOn === null)
      if (!run || today <= run.announcedEnd) return refuse('not-due-yet')
      if (run.overran) return refuse('line-already-noted')
      return happened<'excluded-procedure-overran'>({ type: 'excluded-procedure-overran', data: { on: today, announcedEnd: run.announcedEnd } })
    }
    if (timer === 'shortfall') {
      const late = state.shortfall.filter((missing) => missing.metOn === null && !missing.overdue && missing.due < today)
      if (late.length === 0) return refuse('not-due-yet')
      return happened<'shortfall-overdue'>({ type: 'shortfall-overdue', data: { on: today, materials: late.map(({ material }) => material) } })
    }
    if (timer === 'hearing') {
      const holdBy = state.hearing?.held ? null : (state.hearing?.holdBy ?? null)
      if (holdBy === null || today <= holdBy) return refuse('not-due-yet')
      if (state.hearing?.overdue) return refuse('line-already-noted')
      return happened<'hearing-overdue'>({ type: 'hearing-overdue', data: { on: today, holdBy } })
    }
    const found = readLineTimer(timer)
    if (!found) return refuse('timer-unknown', { detail: { timer } })
    const { leg, line } = found
    const running = state.legs[leg]
    if (!running || running.leg.endedOn !== null) return refuse('not-due-yet')
    const { yellowOn, promisedDue, statutoryDue } = running.dates
    const at = { yellow: yellowOn, promised: promisedDue, statutory: statutoryDue }[line]
    if (at === null || (line === 'yellow' ? today < at : today <= at)) return refuse('not-due-yet')
    if (isCrossed(state, leg, line, at)) return refuse('line-already-noted')
    if (leg === 'step')
      return happened<'step-overdue'>({
        type: 'step-overdue',
        data: { leg, line, at, on: today, step: state.running?.id ?? '', handler: state.handler },
      })
    // The applicant's own time: a reminder, then that it has passed. Neither is a fault of the office.
    if (leg === 'supplement')
      return line === 'yellow'
        ? happened<'supplement-day-near'>({ type: 'supplement-day-near', data: { leg, line, at, on: today, due: promisedDue! } })
        : happened<'supplement-overdue'>({ type: 'supplement-overdue', data: { leg, line, at, on: today } })
    return happened<'promise-overdue'>({ type: types[line] as 'promise-overdue', data: { leg, line, at, on: today } })
  },
})
