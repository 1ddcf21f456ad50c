import type { BudgetLegName, CrossedLine } from '../rules/budget/budget-legs.ts'
import type { BudgetEntryType, BudgetPhase, BudgetVersion } from '../rules/budget/budget-state.ts'
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

/** What the history calls each entry of a budget. */
export const budgetEntryTitles: Readonly<Record<BudgetEntryType, string>> = {
  'budget-opened': '新建',
  'budget-imported': '导入文件',
  'budget-edited': '修改',
  'original-fault-decided': '决定原文件差错',
  'budget-submitted': '送复核',
  'budget-returned': '退回',
  'budget-reviewed': '复核通过',
  'budget-approved': '审定',
  'budget-reply-recorded': '登记财政部门批复',
  'unit-reply-recorded': '登记向所属单位批复',
  'unit-disclosure-recorded': '登记所属单位公开',
  'yellow-line-crossed': '临近到期',
  'statute-overdue': '超过法定期限',
  'deadlines-moved': '工作日历变更，期限重新计算',
  'budget-published': '公开',
}
