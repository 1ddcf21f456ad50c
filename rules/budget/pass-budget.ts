import { refused } from '../refusal.ts'
import { budgetAct } from './budget-acts.ts'
import type { BudgetKey } from './budget-ref.ts'
import type { BudgetPhase } from './budget-state.ts'
import { budgetEntry, openFaultRefusal } from './budget-step.ts'

type Passed = { readonly phase: BudgetPhase }

/** The officer gives the draft to be reviewed. Refusals: those of the head, and original-faults-undecided. */
export const submitBudget = budgetAct<BudgetKey, Passed>('submit-budget', (input, state, context) => {
  const open = openFaultRefusal(state)
  return open ? { refusal: open } : { entries: [budgetEntry(input, 'budget-submitted', context, {})], answer: { phase: 'submitted' } }
})

/** A second person reviews it: nobody who wrote in it. Refusals: those of the head. */
export const reviewBudget = budgetAct<BudgetKey, Passed>('review-budget', (input, _state, context) => ({
  entries: [budgetEntry(input, 'budget-reviewed', context, {})],
  answer: { phase: 'reviewed' },
}))

/** A third person approves it: neither a writer nor the reviewer. Refusals: those of the head. */
export const approveBudget = budgetAct<BudgetKey, Passed>('approve-budget', (input, _state, context) => ({
  entries: [budgetEntry(input, 'budget-approved', context, {})],
  answer: { phase: 'approved' },
}))

/**
 * Reviewer or head gives it back with a reason; the officer takes back what was submitted. A published one is opened again only by the head.
 * Refusals: those of the head, and budget-reason-needed.
 */
export const returnBudget = budgetAct<BudgetKey & { readonly reason: string }, Passed>('return-budget', (input, _state, context) => {
  const reason = input.reason.trim()
  if (reason === '') return refused('budget-reason-needed')
  return { entries: [budgetEntry(input, 'budget-returned', context, { reason })], answer: { phase: 'drafting' } }
})
