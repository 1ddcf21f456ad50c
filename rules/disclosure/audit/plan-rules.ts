import type { BudgetProject } from '../document.ts'
import { CONSISTENCY, type ProjectRule, TARGET_RULES } from './rule.ts'
import { type PlanReading, readings } from './plan-reading.ts'

const percent = (value: number): string => `${Math.round(value * 100) / 100}%`
/** A cell that holds something that is no number is the reader's to doubt; the arithmetic waits. */
const legible = (plan: PlanReading): boolean => plan.cells.every((cell) => cell.percent.value !== null || cell.percent.raw.trim() === '')

/** Some forms plan in 万元, some in parts of one: then the whole is the budget, or 1. One figure alone is not enough to tell. */
function inOtherMeasure(plan: PlanReading, project: BudgetProject): boolean {
  if (plan.filled.length < 2) return false
  const budget = (project.budget.total?.value ?? 0) / 1_000_000
  return [1, budget].some((whole) => {
    const { perPeriod, cumulative } = readings(plan.values, whole, 0.011 * Math.min(whole, 1))
    return whole > 0 && (perPeriod || cumulative)
  })
}

const planSum: ProjectRule = {
  id: 'PLAN-SUM',
  demands: '资金支出计划按分期理解时各格相加为100%，按累计理解时逐格不减、最后为100%，两种理解至少有一种成立',
  source: CONSISTENCY,
  severity: 'error',
  certainty: 'certain',
  satisfy: '累计填报的，逐格不减并在年底达到100%；分期填报的，各格相加为100%',
  check({ project, plan, label }, report) {
    if (plan.filled.length === 0 || !legible(plan) || plan.perPeriod || plan.cumulative || inOtherMeasure(plan, project)) return
    const at = plan.filled.at(-1)!
    const falls = plan.filled.some((cell, index) => (cell.percent.value ?? 0) < (plan.filled[index - 1]?.percent.value ?? 0))
    const cumulative = falls ? '按累计理解中途减少' : `按累计理解最后只到${percent(plan.last)}`
    const wrong = `${label}资金支出计划为“${plan.shown}”：按分期理解合计${percent(plan.sum)}，${plan.last > 100 && !falls ? `按累计理解最后到${percent(plan.last)}` : cumulative}，两种理解都不成立`
    report(at.percent.place, at.percent.raw.trim(), wrong)
  },
}

const planCumulative: ProjectRule = {
  id: 'PLAN-CUMUL',
  demands: '以“3月底、6月底、10月底、12月底”为栏目的支出计划按累计比例填报，逐格不减',
  source: { text: '河北省项目绩效目标表填报口径（栏目为“某月底”）', basis: 'recalled' },
  severity: 'warning',
  certainty: 'likely',
  satisfy: '改为累计比例，逐格不减并在年底达到100%',
  check({ plan, label }, report) {
    if (!legible(plan) || !plan.perPeriod || plan.cumulative) return
    const fall = plan.filled.find((cell, index) => index > 0 && (cell.percent.value ?? 0) < (plan.filled[index - 1]!.percent.value ?? 0))
    const at = fall ?? plan.filled.at(-1)!
    const why = fall ? `${fall.month}月底比前一格减少` : `最后一格只到${percent(plan.last)}`
    report(at.percent.place, at.percent.raw.trim(), `${label}资金支出计划为“${plan.shown}”：按分期理解合计100%，按累计理解${why}`)
  },
}

const planLast: ProjectRule = {
  id: 'PLAN-LAST',
  demands: '资金支出计划的年底一格要填',
  source: CONSISTENCY,
  severity: 'info',
  certainty: 'likely',
  satisfy: '在12月底一格填100%',
  check({ plan, label }, report) {
    const last = plan.cells.at(-1)
    if (last?.month !== 12 || last.percent.value !== null || !legible(plan) || !plan.cumulative) return
    report(last.percent.place, last.percent.raw.trim(), `${label}资金支出计划为“${plan.shown}”，12月底一格空着`)
  },
}

const planBlank: ProjectRule = {
  id: 'PLAN-BLANK',
  demands: '项目有资金支出计划',
  source: TARGET_RULES,
  severity: 'warning',
  certainty: 'certain',
  satisfy: '填写各时点的支出比例',
  check({ project, label, place }, report) {
    if (project.plan.length === 0) return
    if (project.plan.every((cell) => cell.percent.raw.trim() === '' && cell.percent.value === null)) {
      report(project.plan[0]?.percent.place ?? place, '', `${label}资金支出计划各格都空着`)
    }
  },
}

const planYearEnd: ProjectRule = {
  id: 'PLAN-YEAREND',
  demands: '支出计划与项目进度相称，不把全部资金压到年底',
  source: { text: '预算法实施条例第五十三条（加强预算执行管理），由审核人判断', basis: 'read' },
  severity: 'info',
  certainty: 'judgement',
  satisfy: '按月份或季度的实际用款安排进度；确在年底一次付清的，说明原因',
  check({ project, label }, report) {
    const only = project.plan.filter((cell) => cell.percent.value !== null)
    const cell = only[0]
    if (only.length !== 1 || cell === undefined || cell.month !== 12 || cell.percent.value !== 100 || project.plan.length < 2) return
    report(cell.percent.place, cell.percent.raw.trim(), `${label}全部资金计划在12月底一次支出`)
  },
}

export const planRules: readonly ProjectRule[] = [planSum, planCumulative, planLast, planBlank, planYearEnd]
