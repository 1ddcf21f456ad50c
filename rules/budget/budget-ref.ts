import type { SubjectRef } from '../act.ts'
import type { BudgetKind } from './budget-document.ts'

/** Which document: a year's budget or its final accounts. */
export type BudgetKey = { readonly year: number; readonly kind: BudgetKind }

export const budgetId = ({ year, kind }: BudgetKey): string => (kind === 'budget' ? String(year) : `${year}-accounts`)
export const budgetRef = (key: BudgetKey): SubjectRef => ({ kind: 'budget', id: budgetId(key) })

/** `2020` and `2020-accounts`; null for anything else. */
export function budgetKeyOf(id: string): BudgetKey | null {
  const found = /^(\d{4})(-accounts)?$/.exec(id)
  return found ? { year: Number(found[1]), kind: found[2] === undefined ? 'budget' : 'accounts' } : null
}
