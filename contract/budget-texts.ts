import type { BudgetLegName, CrossedLine } from '../rules/budget/budget-legs.ts'
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

export const budgetLegTitles: Readonly<Record<BudgetLegName, string>> = {
  disclosure: '向社会公开',
  'unit-reply': '向所属单位批复',
  'unit-disclosure': '所属单位公开',
}

/** What an entry by timer says of a line that was crossed. */
export const crossedWords: Readonly<Record<CrossedLine['line'], string>> = {
  yellow: '到提醒线，期限只剩五分之一',
  statutory: '法定期限届满，未办，已逾期',
}
