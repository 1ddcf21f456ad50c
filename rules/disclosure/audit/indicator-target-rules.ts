import type { Place } from '../document.ts'
import { badCount, type MeasureKinds } from './measure.ts'
import type { IndicatorRow, ProjectFacts } from './project-facts.ts'
import { CONSISTENCY, type ProjectRule, type Report, TARGET_GUIDE } from './rule.ts'

const at = (row: IndicatorRow): Place => row.targetPlace
const AT_LEAST = new Set(['≥', '>'])
const AT_MOST = new Set(['≤', '<'])
const PERCENT = new Set(['%', '％', '百分比', '‰', '个百分点', '百分点'])
const isPercent = (unit: string | null): boolean => unit !== null && PERCENT.has(unit)
/** Units that cannot belong to a share. */
const THINGS = /^(?:个|份|人|人次|件|台|套|户|家|册|张|项|处|场|期|批|平方米|公里|天|日|小时|个月|工作日|个工作日)$/

type Judge = (row: IndicatorRow, facts: ProjectFacts) => string | null

/** A rule over each row's target. `judge` says what is wrong, or null. */
function eachTarget(judge: Judge): ProjectRule['check'] {
  return (facts: ProjectFacts, report: Report) => {
    for (const row of facts.rows) {
      if (row.measure === '' || row.targetRaw === '') continue
      const wrong = judge(row, facts)
      if (wrong !== null) report(at(row), row.targetRaw, `${facts.label}“${row.measure}”${wrong}`)
    }
  }
}

const direction: ProjectRule = {
  id: 'IND-DIR',
  demands: '越低越好的指标（投诉率、差错率、超时率等）用“≤”，越高越好的指标（满意度、合格率等）用“≥”或“=”',
  source: TARGET_GUIDE,
  severity: 'error',
  certainty: 'certain',
  satisfy: '改正比较符号',
  check: eachTarget(({ kinds, target, targetRaw }) => {
    if (!target?.operator) return null
    if (kinds.negative && AT_LEAST.has(target.operator)) return `越低越好，指标值却是“${targetRaw}”，方向反了，应当用“≤”`
    if (kinds.positive && AT_MOST.has(target.operator) && target.value !== null && target.value < 100) {
      return `越高越好，指标值却是“${targetRaw}”，方向反了，应当用“≥”`
    }
    return null
  }),
}

const doubtfulDirection: ProjectRule = {
  id: 'IND-DIR-LIKELY',
  demands: '指标值的方向合乎常理',
  source: TARGET_GUIDE,
  severity: 'warning',
  certainty: 'likely',
  satisfy: '核对比较符号和数值，越低越好的用“≤”',
  check: eachTarget(({ kinds, slot, target, targetRaw }) => {
    if (!target || target.value === null) return null
    const atLeast = AT_LEAST.has(target.operator ?? '')
    const exactly = !atLeast && !AT_MOST.has(target.operator ?? '')
    if (kinds.negative && exactly && isPercent(target.unit) && target.value >= 50) return `越低越好，指标值“${targetRaw}”过高`
    if (kinds.negative || !atLeast)
      return kinds.positive && AT_MOST.has(target.operator ?? '') && target.value >= 100 ? `越高越好，“${targetRaw}”没有要求` : null
    // A count of bad things may be the amount of work, but not a mark of quality or benefit.
    if (slot !== null && slot !== '数量指标' && badCount(kinds.words)) return `越低越好，指标值却是“${targetRaw}”`
    if (isPercent(target.unit) && /报废(?:情况|率|数量|台数)?$/.test(kinds.words)) return `说的是报废，越低越好，指标值却是“${targetRaw}”`
    return null
  }),
}

const ceiling: ProjectRule = {
  id: 'IND-CEILING',
  demands: '产出数量写至少完成多少，不写上限',
  source: TARGET_GUIDE,
  severity: 'warning',
  certainty: 'likely',
  satisfy: '用“≥”或“=”写计划完成的数量',
  check: eachTarget(({ kinds, slot, target, targetRaw }) => {
    if (slot !== '数量指标' || !target || target.value === null || target.value === 0 || !AT_MOST.has(target.operator ?? '')) return null
    return kinds.count && !kinds.unwelcome && !kinds.cost ? `是产出数量，指标值“${targetRaw}”只有上限，一个不做也算完成` : null
  }),
}

const nothingAtAll: ProjectRule = {
  id: 'IND-ZERO',
  demands: '正向指标的指标值不为零',
  source: TARGET_GUIDE,
  severity: 'warning',
  certainty: 'likely',
  satisfy: '填写计划达到的数值',
  check: eachTarget(({ kinds, target, targetRaw }) => {
    if (target?.value !== 0 || kinds.unwelcome || kinds.vague) return null
    if (!kinds.count && !kinds.positive && !kinds.ratio) return null
    if (AT_MOST.has(target.operator ?? '')) return `的指标值是“${targetRaw}”，等于什么也不做`
    if (AT_LEAST.has(target.operator ?? '')) return `的指标值是“${targetRaw}”，没有要求`
    return null
  }),
}

const outOfRange: ProjectRule = {
  id: 'IND-RANGE',
  demands: '满意度、合格率、覆盖率等不超过100%',
  source: { text: '比率的定义：部分不大于全部', basis: 'arithmetic' },
  severity: 'error',
  certainty: 'certain',
  satisfy: '改为不超过100%的数值',
  check: eachTarget(({ kinds, target, targetRaw }) => {
    if (!target || target.value === null || !isPercent(target.unit) || target.unit === '‰' || target.value <= 100) return null
    return kinds.positive && !/完成率$|通过率$/.test(kinds.words) ? `不可能超过100%，指标值却是“${targetRaw}”` : null
  }),
}

const operatorMissing: ProjectRule = {
  id: 'IND-OP',
  demands: '不足100%的比率带比较符号（≥、≤），与同一文件的其他指标写法一致',
  source: CONSISTENCY,
  severity: 'warning',
  certainty: 'likely',
  satisfy: '在数值前写“≥”“≤”或“=”',
  check: eachTarget(({ target, targetRaw }, { context }) => {
    if (!context.operatorsUsed || !target || target.value === null || target.operator !== null) return null
    // 100% and "12个" mean exactly that; 90% exactly is hardly ever meant.
    if (!isPercent(target.unit) || target.value >= 100 || target.value <= 0) return null
    if (!/^[\d.,，\s]+[%％‰]?[\p{Script=Han}]{0,4}$/u.test(targetRaw)) return null
    return `的指标值“${targetRaw}”没有比较符号`
  }),
}

const numberIsBare = (row: IndicatorRow): boolean =>
  row.target !== null &&
  row.target.value !== null &&
  row.target.value !== 0 &&
  (row.target.unit === null || row.target.unit === '') &&
  row.kinds.bracketUnit === null

const shareWithoutPercent: ProjectRule = {
  id: 'IND-UNIT',
  demands: '比率的指标值带“%”',
  source: TARGET_GUIDE,
  severity: 'error',
  certainty: 'certain',
  satisfy: '在数值后写“%”',
  check: eachTarget((row, { context }) => {
    if (!context.unitsUsed || !numberIsBare(row) || !row.kinds.ratio || (row.target?.value ?? 0) <= 1) return null
    return `是比率，指标值“${row.targetRaw}”没有“%”`
  }),
}

/** 次数, 人数, 天数 … say their own unit. */
const SAYS_ITS_UNIT =
  /(?:次数|人数|份数|户数|个数|件数|台数|套数|处数|场数|册数|张数|起数|场次|人次|批次|期数|家数|天数|月数|时间|得分|评分|分数|倍数|指数|排名|名次)$/

const bareNumber: ProjectRule = {
  id: 'IND-UNIT-BARE',
  demands: '指标值带计量单位',
  source: TARGET_GUIDE,
  severity: 'warning',
  certainty: 'likely',
  satisfy: '在数值后写计量单位',
  check: eachTarget((row, { context }) => {
    if (!context.unitsUsed || !numberIsBare(row) || row.kinds.ratio || SAYS_ITS_UNIT.test(row.kinds.words)) return null
    return `的指标值“${row.targetRaw}”没有计量单位`
  }),
}

const shareOrCount = (kinds: MeasureKinds, unit: string): string | null => {
  if (isPercent(unit) && kinds.count) return '是数量'
  if (isPercent(unit) && kinds.bracketUnit !== null && THINGS.test(kinds.bracketUnit)) return `的单位是“${kinds.bracketUnit}”`
  if (THINGS.test(unit) && (kinds.ratio || kinds.bracketUnit === '%' || kinds.bracketUnit === '％')) return '是比率'
  return null
}

const wrongUnit: ProjectRule = {
  id: 'IND-TYPE',
  demands: '数量用个、次、份等单位，比率用“%”',
  source: TARGET_GUIDE,
  severity: 'error',
  certainty: 'certain',
  satisfy: '改正单位，或改写指标内容',
  check: eachTarget(({ kinds, target, targetRaw }) => {
    if (!target || target.value === null || !target.unit) return null
    const what = shareOrCount(kinds, target.unit)
    return what === null ? null : `${what}，指标值却是“${targetRaw}”，单位不对`
  }),
}

const uniform: ProjectRule = {
  id: 'IND-UNIFORM',
  demands: '各指标的指标值按各自的依据确定，不一律填同一个数',
  source: TARGET_GUIDE,
  severity: 'info',
  certainty: 'judgement',
  satisfy: '逐项按计划、历史数据或标准确定指标值',
  check({ rows, label, place }, report) {
    const filled = rows.filter((row) => row.targetRaw !== '')
    const first = filled[0]
    if (!first || filled.length < 5) return
    const raw = first.targetRaw.replace(/\s+/g, '')
    if (filled.every((row) => row.targetRaw.replace(/\s+/g, '') === raw))
      report(at(first) ?? place, first.targetRaw, `${label}的${filled.length}个指标的指标值都是“${first.targetRaw}”`)
  },
}

export const indicatorTargetRules: readonly ProjectRule[] = [
  direction,
  doubtfulDirection,
  ceiling,
  nothingAtAll,
  outOfRange,
  operatorMissing,
  shareWithoutPercent,
  bareNumber,
  wrongUnit,
  uniform,
]
