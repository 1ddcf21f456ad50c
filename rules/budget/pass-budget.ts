import type { Act } from '../act.ts'
import { refused } from '../refusal.ts'
import { type BudgetKey, budgetRef } from './budget-ref.ts'
import type { BudgetPhase } from './budget-state.ts'
import { budgetEntry, budgetIn, openFaultRefusal, roleRefusal, secondPersonRefusal } from './budget-step.ts'

type Passed = { readonly phase: BudgetPhase }

/** The officer gives the draft to be reviewed. Refusals: not-permitted, budget-not-found, budget-in-other-phase, original-faults-undecided. */
export const submitBudget: Act<BudgetKey, Passed> = {
  name: 'submit-budget',
  needs: (input) => [budgetRef(input)],
  decide(input, loaded, context) {
    const refusal = roleRefusal(context.actor, 'keep')
    if (refusal) return { refusal }
    const found = budgetIn(loaded, input, ['drafting'])
    if ('refusal' in found) return found
    const open = openFaultRefusal(found.state)
    if (open) return { refusal: open }
    return { entries: [budgetEntry(input, 'budget-submitted', context, {})], answer: { phase: 'submitted' } }
  },
}

/** A second person reviews it: nobody who wrote in it. Refusals: as above, and budget-second-person-needed. */
export const reviewBudget: Act<BudgetKey, Passed> = {
  name: 'review-budget',
  needs: (input) => [budgetRef(input)],
  decide(input, loaded, context) {
    const refusal = roleRefusal(context.actor, 'review')
    if (refusal) return { refusal }
    const found = budgetIn(loaded, input, ['submitted'])
    if ('refusal' in found) return found
    const own = secondPersonRefusal(found.state, context.actor)
    if (own) return { refusal: own }
    return { entries: [budgetEntry(input, 'budget-reviewed', context, {})], answer: { phase: 'reviewed' } }
  },
}

/** A third person approves it: neither a writer nor the reviewer. Refusals: as above. */
export const approveBudget: Act<BudgetKey, Passed> = {
  name: 'approve-budget',
  needs: (input) => [budgetRef(input)],
  decide(input, loaded, context) {
    const refusal = roleRefusal(context.actor, 'approve')
    if (refusal) return { refusal }
    const found = budgetIn(loaded, input, ['reviewed'])
    if ('refusal' in found) return found
    const own = secondPersonRefusal(found.state, context.actor)
    if (own) return { refusal: own }
    return { entries: [budgetEntry(input, 'budget-approved', context, {})], answer: { phase: 'approved' } }
  },
}

/**
 * Reviewer or head gives it back with a reason; the officer takes back what was submitted. A published one is opened again only by the head.
 * Refusals: not-permitted, budget-not-found, budget-in-other-phase, budget-reason-needed.
 */
export const returnBudget: Act<BudgetKey & { readonly reason: string }, Passed> = {
  name: 'return-budget',
  needs: (input) => [budgetRef(input)],
  decide(input, loaded, context) {
    const found = budgetIn(loaded, input, ['submitted', 'reviewed', 'approved', 'published'])
    if ('refusal' in found) return found
    const { phase } = found.state
    const refusal =
      phase === 'submitted'
        ? roleRefusal(context.actor, 'keep', 'review', 'approve')
        : phase === 'published'
          ? roleRefusal(context.actor, 'approve')
          : roleRefusal(context.actor, 'review', 'approve')
    if (refusal) return { refusal }
    if (input.reason.trim() === '') return refused('budget-reason-needed')
    return { entries: [budgetEntry(input, 'budget-returned', context, { reason: input.reason.trim() })], answer: { phase: 'drafting' } }
  },
}
