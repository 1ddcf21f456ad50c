import type { ActContext, Json, NewEntry } from '../act.ts'
import { type Refusal, refused } from '../refusal.ts'
import { storedDeadlines } from '../time/light.ts'
import { type PlainDate, parsePlainDate } from '../time/plain-date.ts'
import { budgetAct } from './budget-acts.ts'
import { type BudgetLegName, legFrom } from './budget-legs.ts'
import { type BudgetKey, budgetRef } from './budget-ref.ts'
import { type BudgetEntryData, type BudgetPhase, type BudgetState, legsOf } from './budget-state.ts'
import { budgetEntry, openFaultRefusal, personOf } from './budget-step.ts'

/** Whether the department has units below it that are replied to and publish on their own. */
const hasUnits = ({ content: { institutions, document } }: BudgetState): boolean => institutions.length > 1 || document.unitCodes.length > 1

type Replied = BudgetKey & { readonly on: PlainDate; readonly document: string }
type Due = { readonly due: PlainDate | null }

/**
 * Records the finance department's reply; from its day the twenty days of disclosure run, and the fifteen within which units below are replied to.
 * Refusals: those of the head and of `dayRefusal`.
 */
export const recordBudgetReply = budgetAct<Replied, Due>('record-budget-reply', (input, state, context) => {
  const { on, document, kind } = input
  const wrongDay = dayRefusal(on, context)
  if (wrongDay) return { refusal: wrongDay }
  const deadlines = storedDeadlines(legFrom('disclosure', kind, on), context.calendar)
  const units = hasUnits(state) ? storedDeadlines(legFrom('unit-reply', kind, on), context.calendar) : null
  return {
    entries: [legEntry(input, 'budget-reply-recorded', context, { on, document: document.trim(), deadlines, units })],
    answer: { due: deadlines.statutoryDue },
  }
})

/** Records that the department replied to its units; from its day they have twenty days to publish. Refusals: those of the head and of `legDayRefusal`. */
export const recordUnitReply = budgetAct<Replied, Due>('record-unit-reply', (input, state, context) => {
  const { on, document, kind } = input
  const refusal = legDayRefusal(on, 'unit-reply', state, context)
  if (refusal) return { refusal }
  const deadlines = storedDeadlines(legFrom('unit-disclosure', kind, on), context.calendar)
  return {
    entries: [legEntry(input, 'unit-reply-recorded', context, { on, document: document.trim(), deadlines })],
    answer: { due: deadlines.statutoryDue },
  }
})

/** Records that the units below have published. Refusals: those of the head and of `legDayRefusal`. */
export const recordUnitDisclosure = budgetAct<BudgetKey & { readonly on: PlainDate; readonly where: string }, null>(
  'record-unit-disclosure',
  (input, state, context) => {
    const { on, where } = input
    const refusal = legDayRefusal(on, 'unit-disclosure', state, context)
    return refusal ? { refusal } : { entries: [legEntry(input, 'unit-disclosure-recorded', context, { on, where: where.trim() })], answer: null }
  },
)

/** The leg that ends on this day began before. Refusals: those of `dayRefusal`, and budget-day-before-start. */
function legDayRefusal(on: PlainDate, leg: BudgetLegName, state: BudgetState, context: ActContext): Refusal | undefined {
  const { startedOn } = legsOf(state)[leg]!.leg
  return dayRefusal(on, context) ?? (on < startedOn ? refused('budget-day-before-start', { detail: { day: startedOn } }).refusal : undefined)
}

/** The day that the officer names must exist, and be past or today. Refusals: date-invalid, budget-reply-in-future. */
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

/** Publishes an approved budget: from now on everybody can read it. Refusals: those of the head, and original-faults-undecided. */
export const publishBudget = budgetAct<BudgetKey, { readonly phase: BudgetPhase }>('publish-budget', (input, state, context) => {
  const open = openFaultRefusal(state)
  return open ? { refusal: open } : { entries: [budgetEntry(input, 'budget-published', context, {})], answer: { phase: 'published' } }
})
