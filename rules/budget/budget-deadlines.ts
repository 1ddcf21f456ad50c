import type { Act, Json, SubjectRef } from '../act.ts'
import { refused } from '../refusal.ts'
import { type BudgetLegs, dated, isCrossed, lineDay, readLegTimer, runningLegs } from './budget-legs.ts'
import { type BudgetKey, budgetRef } from './budget-ref.ts'
import { type BudgetState, crossedOf, legsOf } from './budget-state.ts'

const types = { yellow: 'yellow-line-crossed', statutory: 'statute-overdue' } as const

/**
 * Time crossed a line of a budget's leg: an entry of its own, so that what is late can be counted without a calendar. Only the system does this.
 * Refusals: not-permitted, timer-unknown, not-due-yet, line-already-noted.
 */
export const noteBudgetDeadline: Act<{ readonly subject: SubjectRef; readonly timer: string }, null> = {
  name: 'note-budget-deadline',
  needs: ({ subject }) => [subject],
  decide({ subject, timer }, loaded, { actor, today }) {
    if (actor.kind !== 'system') return refused('not-permitted')
    const state = loaded<BudgetState>(subject)
    const found = readLegTimer(timer)
    if (state === undefined || found === undefined) return refused('timer-unknown', { detail: { timer } })
    const { leg, line } = found
    const running = runningLegs(legsOf(state)).find(({ name }) => name === leg)
    const at = running === undefined ? null : lineDay(running, line)
    if (at === null || (line === 'yellow' ? today < at : today <= at)) return refused('not-due-yet')
    if (isCrossed(crossedOf(state), leg, line, at)) return refused('line-already-noted')
    return { entries: [{ subject, type: types[line], version: 1, data: { leg, line, at, on: today } }], answer: null }
  },
}

/**
 * The working calendar changed: the running legs are reckoned anew and their dates written down. Refusals: not-permitted, budget-not-found,
 * calendar-not-in-memory-yet, calendar-unchanged.
 */
export const moveBudgetDeadlines: Act<BudgetKey & { readonly calendarVersion: string }, null> = {
  name: 'move-budget-deadlines',
  needs: (input) => [budgetRef(input)],
  decide(input, loaded, { actor, calendar, today }) {
    if (actor.kind !== 'system' && actor.kind !== 'agent') return refused('not-permitted')
    const state = loaded<BudgetState>(budgetRef(input))
    if (state === undefined) return refused('budget-not-found', { detail: { year: input.year } })
    if (calendar.version !== input.calendarVersion) return refused('calendar-not-in-memory-yet')
    const moved = runningLegs(legsOf(state)).filter(({ dates }) => dates.calendarVersion !== calendar.version)
    if (moved.length === 0) return refused('calendar-unchanged')
    const legs: BudgetLegs = Object.fromEntries(moved.map(({ name, leg }) => [name, dated(leg, calendar)]))
    const data = { on: today, calendarVersion: calendar.version, legs } as unknown as Json
    return { entries: [{ subject: budgetRef(input), type: 'deadlines-moved', version: 1, data }], answer: null }
  },
}
