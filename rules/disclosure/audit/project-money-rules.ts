import { type Amount, amountOf, compareSum, inWan, sumOf } from './amounts.ts'
import { rawOf } from './leaves.ts'
import { ARITHMETIC, CONSISTENCY, type ProjectRule, TARGET_RULES } from './rule.ts'

const projectSum: ProjectRule = {
  id: 'SUM-PROJECT',
  demands: '项目预算数等于财政资金加其他资金',
  source: ARITHMETIC,
  severity: 'error',
  certainty: 'certain',
  satisfy: '核对三个数，使财政资金加其他资金等于预算数',
  check({ project, label }, report) {
    const total = amountOf(project.budget.total)
    const fiscal = amountOf(project.budget.fiscal)
    const other = amountOf(project.budget.other)
    if (!total || !project.budget.total || (!fiscal && !other)) return
    // Something that stands in a cell and could not be read is unknown; an empty cell means none.
    if ((!fiscal && rawOf(project.budget.fiscal) !== '') || (!other && rawOf(project.budget.other) !== '')) return
    const parts = [fiscal, other].filter((part): part is Amount => part !== null)
    if (compareSum(parts, total) !== 'broken') return
    const shown = [fiscal ? `财政资金${inWan(fiscal.fen)}` : '财政资金空着', other ? `其他资金${inWan(other.fen)}` : '其他资金空着'].join('、')
    report(
      project.budget.total.place,
      rawOf(project.budget.total),
      `${label}预算数${inWan(total.fen)}，${shown}，相加为${inWan(sumOf(parts))}，对不上`,
    )
  },
}

const budgetBlank: ProjectRule = {
  id: 'BUDGET-BLANK',
  demands: '项目有预算数',
  source: TARGET_RULES,
  severity: 'error',
  certainty: 'certain',
  satisfy: '填写预算数，没有安排的填0',
  check({ project, label, name, place }, report) {
    const cell = project.budget.total
    if (cell === null || cell.value !== null || cell.raw.trim() !== '' || (name === '' && rawOf(project.code) === '')) return
    report(cell.place ?? place, '', `${label}预算数空着`)
  },
}

const fundingBlank: ProjectRule = {
  id: 'BUDGET-SOURCE-BLANK',
  demands: '写明项目资金来源',
  source: TARGET_RULES,
  severity: 'warning',
  certainty: 'certain',
  satisfy: '填写财政资金和其他资金，没有的填0',
  check({ project, label }, report) {
    const { total, fiscal, other } = project.budget
    if (!fiscal || !total?.value || rawOf(fiscal) !== '' || rawOf(other) !== '') return
    report(fiscal.place, '', `${label}财政资金和其他资金都空着`)
  },
}

const nameBlank: ProjectRule = {
  id: 'PROJECT-NAME-BLANK',
  demands: '项目有名称',
  source: CONSISTENCY,
  severity: 'error',
  certainty: 'certain',
  satisfy: '填写项目名称',
  check({ project, label }, report) {
    if (project.name && rawOf(project.name) === '' && (project.budget.total?.value ?? null) !== null)
      report(project.name.place, '', `${label}项目名称空着`)
  },
}

export const projectMoneyRules: readonly ProjectRule[] = [projectSum, budgetBlank, fundingBlank, nameBlank]
