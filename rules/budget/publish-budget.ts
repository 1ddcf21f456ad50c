import type { Act, ActContext, Json, Loaded, NewEntry } from '../act.ts'
import { type Refusal, refused } from '../refusal.ts'
import { storedDeadlines } from '../time/light.ts'
import { type PlainDate, parsePlainDate } from '../time/plain-date.ts'
import { type BudgetLegName, legFrom, runningLegs } from './budget-legs.ts'
import { type BudgetKey, budgetRef } from './budget-ref.ts'
import { type BudgetEntryData, type BudgetPhase, type BudgetState, budgetPhases, legsOf } from './budget-state.ts'
import { budgetEntry, budgetIn, openFaultRefusal, personOf, roleRefusal } from './budget-step.ts'

/** Whether the department has units below it that are replied to and publish on their own. */
const hasUnits = ({ content: { institutions, document } }: BudgetState): boolean => institutions.length > 1 || document.unitCodes.length > 1

/**
 * Records the finance department's reply; from its day the twenty days of disclosure run, and the fifteen within which units below are replied to.
 * Refusals: not-permitted, budget-not-found, date-invalid, budget-reply-in-future.
 */
export const recordBudgetReply: Act<BudgetKey & { readonly on: PlainDate; readonly document: string }, { readonly due: PlainDate | null }> = {
  name: 'record-budget-reply',
  needs: (input) => [budgetRef(input)],
  decide(input, loaded, context) {
    const refusal = roleRefusal(context.actor, 'keep')
    if (refusal) return { refusal }
    const found = budgetIn(loaded, input, budgetPhases)
    if ('refusal' in found) return found
    const { on, document } = input
    const wrongDay = dayRefusal(on, context)
    if (wrongDay) return { refusal: wrongDay }
    const deadlines = storedDeadlines(legFrom('disclosure', input.kind, on), context.calendar)
    const units = hasUnits(found.state) ? storedDeadlines(legFrom('unit-reply', input.kind, on), context.calendar) : null
    return {
      entries: [legEntry(input, 'budget-reply-recorded', context, { on, document: document.trim(), deadlines, units })],
      answer: { due: deadlines.statutoryDue },
    }
  },
}

/** Records that the department replied to its units; from its day they have twenty days to publish. Refusals: as below, and budget-reply-in-future. */
export const recordUnitReply: Act<BudgetKey & { readonly on: PlainDate; readonly document: string }, { readonly due: PlainDate | null }> = {
  name: 'record-unit-reply',
  needs: (input) => [budgetRef(input)],
  decide(input, loaded, context) {
    const refusal = running(input, 'unit-reply', loaded, context)
    if (refusal) return { refusal }
    const { on, document } = input
    const deadlines = storedDeadlines(legFrom('unit-disclosure', input.kind, on), context.calendar)
    return {
      entries: [legEntry(input, 'unit-reply-recorded', context, { on, document: document.trim(), deadlines })],
      answer: { due: deadlines.statutoryDue },
    }
  },
}

/** Records that the units below have published. Refusals: as below. */
export const recordUnitDisclosure: Act<BudgetKey & { readonly on: PlainDate; readonly where: string }, null> = {
  name: 'record-unit-disclosure',
  needs: (input) => [budgetRef(input)],
  decide(input, loaded, context) {
    const refusal = running(input, 'unit-disclosure', loaded, context)
    if (refusal) return { refusal }
    const { on, where } = input
    return { entries: [legEntry(input, 'unit-disclosure-recorded', context, { on, where: where.trim() })], answer: null }
  },
}

/** Refusals: not-permitted, budget-not-found, budget-leg-not-running, date-invalid, budget-reply-in-future, budget-day-before-start. */
function running(input: BudgetKey & { readonly on: PlainDate }, name: BudgetLegName, loaded: Loaded, context: ActContext): Refusal | undefined {
  const refusal = roleRefusal(context.actor, 'keep')
  if (refusal) return refusal
  const found = budgetIn(loaded, input, budgetPhases)
  if ('refusal' in found) return found.refusal
  const leg = runningLegs(legsOf(found.state)).find((one) => one.name === name)
  if (leg === undefined) return refused('budget-leg-not-running').refusal
  const wrongDay = dayRefusal(input.on, context)
  if (wrongDay) return wrongDay
  return input.on < leg.leg.startedOn ? refused('budget-day-before-start', { detail: { day: leg.leg.startedOn } }).refusal : undefined
}

/** The day that the officer names must exist, and be past or today. */
function dayRefusal(on: string, { today }: ActContext): Refusal | undefined {
  if (parsePlainDate(on) === undefined) return refused('date-invalid', { detail: { date: on } }).refusal
  return on > today ? refused('budget-reply-in-future').refusal : undefined
}

/** An entry whose `on` is the day that the officer names. */
const legEntry = <T extends 'budget-reply-recorded' | 'unit-reply-recorded' | 'unit-disclosure-recorded'>(
  key: BudgetKey,
  type: T,
  context: ActContext,
  data: Omit<BudgetEntryData[T], 'by'>,
): NewEntry => ({ subject: budgetRef(key), type, version: 1, data: { by: personOf(context.actor), ...data } as unknown as Json })

/** Publishes an approved budget: from now on everybody can read it. Refusals: not-permitted, budget-not-found, budget-in-other-phase, original-faults-undecided. */
export const publishBudget: Act<BudgetKey, { readonly phase: BudgetPhase }> = {
  name: 'publish-budget',
  needs: (input) => [budgetRef(input)],
  decide(input, loaded, context) {
    const refusal = roleRefusal(context.actor, 'approve')
    if (refusal) return { refusal }
    const found = budgetIn(loaded, input, ['approved'])
    if ('refusal' in found) return found
    const open = openFaultRefusal(found.state)
    if (open) return { refusal: open }
    return { entries: [budgetEntry(input, 'budget-published', context, {})], answer: { phase: 'published' } }
  },
}
