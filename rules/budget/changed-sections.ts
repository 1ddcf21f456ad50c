import { sameData } from '../merging/same-data.ts'
import type { BudgetDocument } from './budget-document.ts'
import type { BudgetChanges } from './budget-state.ts'

/** The sections in which `after` differs. A section that is no more is not among them: sections are emptied, not taken away. */
export function changedSections(before: BudgetDocument, after: BudgetDocument): BudgetChanges {
  const names = Object.keys(after) as (keyof BudgetDocument)[]
  return Object.fromEntries(names.filter((name) => !sameData(before[name], after[name])).map((name) => [name, after[name]]))
}
