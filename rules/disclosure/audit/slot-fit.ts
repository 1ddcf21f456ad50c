import type { MeasureKinds, Slot } from './measure.ts'

/** Why a measure does not belong where it stands. clear: anyone would say so; arguable: a careful reader would ask. */
export interface Misfit {
  readonly sure: 'clear' | 'arguable'
  /** Chinese: 是满意度. */
  readonly what: string
}

const clear = (what: string): Misfit => ({ sure: 'clear', what })
const arguable = (what: string): Misfit => ({ sure: 'arguable', what })

const output = (kinds: MeasureKinds): Misfit | null => (kinds.satisfaction ? clear('是满意度') : null)

function quantity(kinds: MeasureKinds): Misfit | null {
  if (kinds.satisfaction) return clear('是满意度')
  if (kinds.vague || kinds.count) return null
  if (/合格|优良|准确率|达标率|差错率|验收合格/.test(kinds.words)) return clear('衡量的是质量')
  if (/及时率|按时|按期|准时/.test(kinds.words)) return clear('衡量的是时效')
  return kinds.ratio ? arguable('是比率，不是数量') : null
}

function quality(kinds: MeasureKinds): Misfit | null {
  if (kinds.cost) return clear('衡量的是成本')
  if (kinds.count && !kinds.unwelcome && !kinds.quality) return clear('衡量的是数量')
  return output(kinds)
}

function timeliness(kinds: MeasureKinds): Misfit | null {
  if (kinds.satisfaction) return clear('是满意度')
  if (kinds.vague || kinds.time || kinds.negative) return null
  if (kinds.count) return clear('衡量的是数量')
  if (kinds.quality) return clear('衡量的是质量')
  if (/公开|覆盖率|发放率/.test(kinds.words) || /(?:支出|执行)率$/.test(kinds.words)) return null
  return kinds.ratio ? arguable('没有时间要求') : null
}

function economic(kinds: MeasureKinds): Misfit | null {
  if (kinds.satisfaction) return clear('是满意度')
  if (kinds.complaint) return clear('衡量的是服务评价')
  if (kinds.vague || kinds.economic) return null
  if (/宣传|培训|活动/.test(kinds.words) && kinds.count) return clear('衡量的是产出数量')
  if (/合格|验收/.test(kinds.words)) return clear('衡量的是质量')
  return kinds.words === '' ? null : arguable('没有说到收入、成本或其他经济结果')
}

function benefit(kinds: MeasureKinds): Misfit | null {
  if (kinds.satisfaction) return clear('是满意度')
  if (/合格|验收/.test(kinds.words)) return clear('衡量的是质量')
  return kinds.count && !kinds.unwelcome && !kinds.vague && !/受益|就业|带动|惠及|服务|减少|增加|新增/.test(kinds.words)
    ? arguable('衡量的是产出数量')
    : null
}

function satisfaction(kinds: MeasureKinds): Misfit | null {
  if (kinds.satisfaction) return null
  if (kinds.complaint) return clear('衡量的是投诉举报多少，不是满意程度')
  if (kinds.quality) return clear('衡量的是质量')
  return clear('不是服务对象的满意程度')
}

const byText: Readonly<Record<Slot, (kinds: MeasureKinds) => Misfit | null>> = {
  数量指标: quantity,
  质量指标: quality,
  时效指标: timeliness,
  成本指标: output,
  经济效益指标: economic,
  社会效益指标: benefit,
  生态效益指标: benefit,
  可持续影响指标: benefit,
  满意度指标: satisfaction,
}

/** Does a measure belong in its slot? Null where it does or where nothing can be said. */
export const misfit = (slot: Slot, kinds: MeasureKinds): Misfit | null => (kinds.words === '' ? null : byText[slot](kinds))

/** What each slot should hold, for the advice. */
export const SLOT_ADVICE: Readonly<Record<Slot, string>> = {
  数量指标: '数量指标写做多少件、多少次、多少份',
  质量指标: '质量指标写合格率、准确率、验收通过率等',
  时效指标: '时效指标写完成时间或及时率',
  成本指标: '成本指标写总额或单价的上限',
  经济效益指标: '经济效益指标写节约的费用、减少的成本或带动的收入',
  社会效益指标: '社会效益指标写群众、企业或社会得到的结果',
  生态效益指标: '生态效益指标写对环境的影响',
  可持续影响指标: '可持续影响指标写使用年限或长期作用',
  满意度指标: '满意度指标写服务对象满意度',
}
