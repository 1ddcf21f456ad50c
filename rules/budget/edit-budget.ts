import { refused } from '../refusal.ts'
import { budgetAct } from './budget-acts.ts'
import type { PlannedProject } from './budget-document.ts'
import type { BudgetKey } from './budget-ref.ts'
import { type BudgetChanges, edited } from './budget-state.ts'
import { budgetEntry } from './budget-step.ts'
import { compareBudgets } from './compare-budgets.ts'
import { passageRefusal, withoutOutdatedPassages } from './passages-and-figures.ts'

export type EditInput = BudgetKey & {
  /** Whole sections in place of the old ones. */
  readonly changes?: BudgetChanges
  /** One project by its place, from 0. */
  readonly project?: { readonly at: number; readonly value: PlannedProject }
  /** Why: needed where the original as published is corrected. */
  readonly reason?: string
}

/**
 * Changes sections of a draft. In a document imported as the published original every changed place is a correction of its own and recorded with the reason.
 * Refusals: those of the head, budget-project-not-found, budget-unchanged, budget-reason-needed, budget-passage-differs.
 */
export const editBudget = budgetAct<EditInput, { readonly changed: number }>('edit-budget', (input, { content, source }, context) => {
  const { project = null, reason = '' } = input
  const changes = withoutOutdatedPassages(content, input.changes ?? {})
  if (project !== null && project.at >= (changes.projects ?? content.projects).length)
    return refused('budget-project-not-found', { detail: { at: project.at + 1 } })
  const next = edited(content, changes, project)
  const differences = compareBudgets(content, next)
  if (differences.length === 0) return refused('budget-unchanged')
  const differs = passageRefusal(content, next)
  if (differs) return { refusal: differs }
  const original = source?.original === true
  if (original && reason.trim() === '') return refused('budget-reason-needed')
  const decisions = original
    ? differences.map(({ path, was, is }) => budgetEntry(input, 'original-fault-decided', context, { path, was, becomes: is, reason: reason.trim() }))
    : []
  return { entries: [budgetEntry(input, 'budget-edited', context, { changes, project }), ...decisions], answer: { changed: differences.length } }
})
