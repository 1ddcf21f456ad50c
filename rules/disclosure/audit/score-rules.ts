import { parseTarget } from '../read/target.ts'
import { type DocumentRule, EVALUATION_RULES, ARITHMETIC } from './rule.ts'
import type { ScoreCell, ScoreRow, ScoreSheet } from './score-sheets.ts'

const shown = (value: number): string => String(Math.round(value * 100) / 100)

/** Indicator rows with a weight, and the execution row where it carries points. */
function points(sheet: ScoreSheet): readonly { readonly weight: ScoreCell | null; readonly score: ScoreCell | null }[] {
  const execution = sheet.execution.find((row) => row.weight?.value != null && row.score?.value != null)
  return [...(execution ? [execution] : []), ...sheet.rows.filter((row) => !row.isTotal && row.weight?.value != null)]
}

const totalOf = (sheet: ScoreSheet): ScoreRow | undefined => sheet.rows.find((row) => row.isTotal)

const sum = (cells: readonly (ScoreCell | null)[]): number => cells.reduce((total, cell) => total + (cell?.value ?? 0), 0)

const weights: DocumentRule = {
  id: 'SCORE-WEIGHTS',
  demands: '自评表各项分值相加为100分',
  source: EVALUATION_RULES,
  severity: 'error',
  certainty: 'certain',
  satisfy: '调整分值，使预算执行率、产出、效益、满意度相加为100',
  check({ scoreSheets }, report) {
    for (const sheet of scoreSheets) {
      const rows = points(sheet)
      const total = totalOf(sheet)?.weight
      const last = rows.at(-1)?.weight
      if (rows.length < 3 || !last) continue
      const all = sum(rows.map((row) => row.weight))
      if (total?.value != null ? Math.abs(all - total.value) > 0.05 : Math.abs(all - 100) > 0.05 && Math.abs(all - 90) > 0.05) {
        const at = total ?? last
        report(at.place, at.raw, `各项分值相加为${shown(all)}分${total?.value != null ? `，总分写${shown(total.value)}分` : ''}`)
      } else if (total?.value != null && Math.abs(total.value - 100) > 0.05)
        report(total.place, total.raw, `总分值是${shown(total.value)}分，不是100分`)
    }
  },
}

const scores: DocumentRule = {
  id: 'SCORE-SUM',
  demands: '自评总分等于各项得分之和',
  source: ARITHMETIC,
  severity: 'error',
  certainty: 'certain',
  satisfy: '重新加总得分',
  check({ scoreSheets }, report) {
    for (const sheet of scoreSheets) {
      const total = totalOf(sheet)?.score
      const rows = points(sheet)
      if (total?.value == null || rows.length < 3 || rows.some((row) => row.score?.value == null)) continue
      const all = sum(rows.map((row) => row.score))
      if (Math.abs(all - total.value) > 0.05 + 0.005 * rows.length)
        report(total.place, total.raw, `总分写${shown(total.value)}分，各项得分相加为${shown(all)}分`)
    }
  },
}

const above: DocumentRule = {
  id: 'SCORE-MAX',
  demands: '得分不高于分值',
  source: EVALUATION_RULES,
  severity: 'error',
  certainty: 'certain',
  satisfy: '改正得分',
  check({ scoreSheets }, report) {
    for (const sheet of scoreSheets) {
      for (const { weight, score, label } of [...sheet.execution, ...sheet.rows]) {
        if (weight?.value != null && score?.value != null && score.value > weight.value + 0.005)
          report(score.place, score.raw, `“${label}”分值${shown(weight.value)}分，得分${shown(score.value)}分`)
      }
    }
  },
}

const rate: DocumentRule = {
  id: 'EXECUTION-RATE',
  demands: '预算执行率等于全年执行数除以全年预算数',
  source: EVALUATION_RULES,
  severity: 'error',
  certainty: 'certain',
  satisfy: '重新计算执行率',
  check({ scoreSheets }, report) {
    for (const sheet of scoreSheets) {
      for (const { label, budget, spent, rate: told } of sheet.execution) {
        if (!told || told.value === null || !budget?.value || spent?.value == null) continue
        const right = (spent.value / budget.value) * 100
        const value = /[%％]/.test(told.raw) || told.value > 1.5 ? told.value : told.value * 100
        const places = /\.(\d+)/.exec(told.raw)?.[1]?.length ?? 0
        if (Math.abs(value - right) > 10 ** -places * 1.01 && Math.abs(value - right) > 0.011) {
          report(told.place, told.raw, `“${label}”预算${budget.raw}、执行${spent.raw}，执行率应为${right.toFixed(2)}%`)
        }
      }
    }
  },
}

const executionScore: DocumentRule = {
  id: 'EXECUTION-SCORE',
  demands: '预算执行率的得分等于分值乘以执行率，不超过分值',
  source: EVALUATION_RULES,
  severity: 'warning',
  certainty: 'likely',
  satisfy: '按执行率重新计算得分，当地另有计分办法的不必改',
  check({ scoreSheets }, report) {
    for (const sheet of scoreSheets) {
      for (const { budget, spent, weight, score } of sheet.execution) {
        if (!budget?.value || spent?.value == null || weight?.value == null || !score || score.value === null) continue
        const right = weight.value * Math.min(spent.value / budget.value, 1)
        if (Math.abs(score.value - right) > 0.1)
          report(score.place, score.raw, `执行率${((spent.value / budget.value) * 100).toFixed(2)}%，应得${shown(right)}分，这里是${score.raw}分`)
      }
    }
  },
}

/** Target and result as numbers of one unit, where both can be told. */
function measured({ target, actual }: ScoreRow): { readonly wanted: number; readonly got: number; readonly upward: boolean } | null {
  if (!target || !actual || target.raw === '' || actual.raw === '') return null
  const [goal, result] = [parseTarget(target.raw), parseTarget(actual.raw)]
  if (goal.value === null || result.value === null || goal.value <= 0 || result.operator !== null) return null
  if (goal.unit !== null && result.unit !== null && goal.unit !== result.unit) return null
  return { wanted: goal.value, got: result.value, upward: goal.operator !== '≤' && goal.operator !== '<' }
}

const unmet: DocumentRule = {
  id: 'SCORE-UNMET',
  demands: '没有达到指标值的，按完成比例扣分',
  source: EVALUATION_RULES,
  severity: 'warning',
  certainty: 'likely',
  satisfy: '按完成比例计分，或改正完成值',
  check({ scoreSheets }, report) {
    for (const sheet of scoreSheets) {
      for (const row of sheet.rows) {
        const result = measured(row)
        if (!result || row.isTotal || !row.weight?.value || row.score?.value == null || row.score.value < row.weight.value) continue
        if (result.upward ? result.got < result.wanted : result.got > result.wanted) {
          report(row.score.place, row.score.raw, `指标值“${row.target!.raw}”，完成值“${row.actual!.raw}”，没有达到却得满分`)
        }
      }
    }
  },
}

const lax: DocumentRule = {
  id: 'SCORE-LAX',
  demands: '完成值远超指标值（130%以上）的，分析指标值是否定得过低',
  source: EVALUATION_RULES,
  severity: 'info',
  certainty: 'judgement',
  satisfy: '说明原因，下年调整指标值',
  check({ scoreSheets }, report) {
    for (const sheet of scoreSheets) {
      for (const row of sheet.rows) {
        const result = measured(row)
        if (result?.upward && row.actual && result.got >= result.wanted * 1.3)
          report(row.actual.place, row.actual.raw, `指标值“${row.target!.raw}”，完成值“${row.actual.raw}”，超过30%以上`)
      }
    }
  },
}

export const scoreRules: readonly DocumentRule[] = [weights, scores, above, rate, executionScore, unmet, lax]
