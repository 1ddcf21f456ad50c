import type { ActContext, Actor, Json, NewEntry } from '../act.ts'
import { type Refusal, refused } from '../refusal.ts'
import { type BudgetKey, budgetRef } from './budget-ref.ts'
import { type BudgetEntryData, type BudgetEntryType, type BudgetState, faultsOf, type Person } from './budget-state.ts'

export const personOf = ({ id, name }: Actor): Person => ({ id, name })

/** Faults of the original that the new form cannot carry and on which nobody has decided: the document is not passed on over them. */
export function openFaults(state: BudgetState): BudgetState['faults'] {
  const decided = new Set(state.decisions.map(({ fault }) => fault))
  return faultsOf(state).filter(({ carried, id }) => !carried && !decided.has(id))
}

/** Refusal: original-faults-undecided, naming the first of them. */
export function openFaultRefusal(state: BudgetState): Refusal | undefined {
  const open = openFaults(state)
  if (open.length === 0) return undefined
  const named = open.slice(0, 5).map(({ line, quote }) => `第${line}行“${quote.length > 20 ? `${quote.slice(0, 20)}…` : quote}”`)
  return refused('original-faults-undecided', { detail: { count: open.length, faults: `${named.join('、')}${open.length > 5 ? '等' : ''}` } }).refusal
}

/** An entry with who and when beside its own data. */
export const budgetEntry = <T extends BudgetEntryType>(
  key: BudgetKey,
  type: T,
  context: ActContext,
  data: Omit<BudgetEntryData[T], 'by' | 'on'>,
): NewEntry => ({
  subject: budgetRef(key),
  type,
  version: 1,
  data: { by: personOf(context.actor), on: context.today, ...data } as unknown as Json,
})
