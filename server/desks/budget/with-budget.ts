import type { BudgetKey } from '../../../rules/budget/budget-ref.ts'
import type { BudgetState } from '../../../rules/budget/budget-state.ts'
import { refused } from '../../../rules/refusal.ts'
import { type Answer, no } from '../../platform/http/answer.ts'
import type { Door } from '../../platform/http/door.ts'
import type { Visit } from '../../platform/http/visit.ts'
import type { StoredSubject } from '../../platform/writer/subjects.ts'
import { readBudget } from './budget-shelf.ts'

/** Answers with the budget that the address names. Refusal: budget-not-found. */
export async function withBudget(
  visit: Visit<BudgetKey>,
  door: Door,
  answer: (found: StoredSubject<BudgetState>) => Promise<Answer> | Answer,
): Promise<Answer> {
  const found = await readBudget(door.database, visit.bureau, visit.params)
  return found === undefined ? no(refused('budget-not-found', { detail: { year: visit.params.year } }).refusal) : answer(found)
}
