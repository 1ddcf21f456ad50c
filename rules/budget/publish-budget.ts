import type { Act, Json } from '../act.ts'
import { refused } from '../refusal.ts'
import type { Leg } from '../time/leg.ts'
import { storedDeadlines } from '../time/light.ts'
import type { PlainDate } from '../time/plain-date.ts'
import { type BudgetKey, budgetRef } from './budget-ref.ts'
import { type BudgetPhase, budgetPhases } from './budget-state.ts'
import { budgetEntry, budgetIn, openFaultRefusal, personOf, roleRefusal } from './budget-step.ts'

/** 预算法 第十四条: published by the departments within twenty days of the reply; natural days. */
const disclosureLeg = (repliedOn: PlainDate): Leg => ({
  name: 'disclosure',
  startedOn: repliedOn,
  startReason: '本级政府财政部门批复',
  startArticle: '预算法 第十四条',
  statutory: { days: 20, dayType: 'calendar', article: '预算法 第十四条' },
  promised: null,
  stops: [],
  extensions: [],
  endedOn: null,
  endReason: null,
})

/** Records the finance department's reply; from its day the twenty days run. Refusals: not-permitted, budget-not-found, budget-reply-in-future. */
export const recordBudgetReply: Act<BudgetKey & { readonly on: PlainDate; readonly document: string }, { readonly due: PlainDate | null }> = {
  name: 'record-budget-reply',
  needs: (input) => [budgetRef(input)],
  decide(input, loaded, context) {
    const refusal = roleRefusal(context.actor, 'keep')
    if (refusal) return { refusal }
    const found = budgetIn(loaded, input, budgetPhases)
    if ('refusal' in found) return found
    const { on, document } = input
    if (on > context.today) return refused('budget-reply-in-future')
    const deadlines = storedDeadlines(disclosureLeg(on), context.calendar)
    const data = { by: personOf(context.actor), on, document: document.trim(), deadlines }
    return {
      entries: [{ subject: budgetRef(input), type: 'budget-reply-recorded', version: 1, data: data as unknown as Json }],
      answer: { due: deadlines.statutoryDue },
    }
  },
}

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
