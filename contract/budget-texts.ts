import type { BudgetPhase, BudgetVersion } from '../rules/budget/budget-state.ts'
import type { BudgetKind } from '../rules/budget/budget-document.ts'

export const budgetPhaseTitles: Readonly<Record<BudgetPhase, string>> = {
  drafting: '编制中',
  submitted: '待复核',
  reviewed: '待审定',
  approved: '待公开',
  published: '已公开',
}

export const budgetKindTitles: Readonly<Record<BudgetKind, string>> = { budget: '部门预算', accounts: '部门决算' }

export const budgetVersionTitles: Readonly<Record<BudgetVersion['what'], string>> = {
  opened: '新建',
  imported: '导入',
  edited: '修改',
  submitted: '送复核',
  published: '公开',
}
