import type { Act, SubjectKind } from '../../../rules/act.ts'
import { budgetKind } from '../../../rules/budget/budget-state.ts'
import { moveBudgetDeadlines, noteBudgetDeadline } from '../../../rules/budget/budget-deadlines.ts'
import { decideOriginalFaults } from '../../../rules/budget/decide-original-faults.ts'
import { editBudget } from '../../../rules/budget/edit-budget.ts'
import { importBudget, openBudget } from '../../../rules/budget/open-budget.ts'
import { approveBudget, returnBudget, reviewBudget, submitBudget } from '../../../rules/budget/pass-budget.ts'
import { publishBudget, recordBudgetReply, recordUnitDisclosure, recordUnitReply } from '../../../rules/budget/publish-budget.ts'
import type { Desk } from '../../platform/http/desk.ts'
import { budgetDeadlineAgent } from './deadline-agent.ts'
import { disclosureRoutes } from './public-routes.ts'
import { budgetRoutes } from './routes.ts'

/** 预算: the finance officer's year, from the draft to the public page. */
export const budgetDesk: Desk = {
  name: 'budget',
  kinds: [budgetKind as SubjectKind],
  acts: [
    openBudget,
    importBudget,
    editBudget,
    decideOriginalFaults,
    submitBudget,
    reviewBudget,
    approveBudget,
    returnBudget,
    recordBudgetReply,
    recordUnitReply,
    recordUnitDisclosure,
    noteBudgetDeadline,
    moveBudgetDeadlines,
    publishBudget,
  ] as readonly Act[],
  rows: [],
  fileEntries: ['budget-imported'],
  routes: [...budgetRoutes, ...disclosureRoutes],
  agents: ({ database }) => [budgetDeadlineAgent(database)],
}
