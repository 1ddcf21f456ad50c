import type { FormLabel } from './form-label.ts'
import type { Token } from './token.ts'

const EXACT: Readonly<Record<string, FormLabel>> = {
  项目编码: 'code',
  项目代码: 'code',
  项目编号: 'code',
  项目名称: 'name',
  预算数: 'total',
  预算金额: 'total',
  预算总额: 'total',
  预算规模: 'total',
  年度资金总额: 'total',
  资金总额: 'total',
  项目资金总额: 'total',
  项目总额: 'total',
  项目预算: 'total',
  年度预算: 'total',
  预算资金总额: 'total',
  财政资金: 'fiscal',
  财政拨款: 'fiscal',
  财政性资金: 'fiscal',
  当年财政拨款: 'fiscal',
  财政拨款资金: 'fiscal',
  一般公共预算: 'fiscal',
  一般公共预算拨款: 'fiscal',
  其他资金: 'other',
  其它资金: 'other',
  其他: 'other',
  资金用途: 'use',
  用途: 'use',
  项目用途: 'use',
  绩效目标: 'goals',
  年度绩效目标: 'goals',
  年度目标: 'goals',
  年度总体目标: 'goals',
  总体目标: 'goals',
  总体绩效目标: 'goals',
  项目目标: 'goals',
  项目绩效目标: 'goals',
  项目年度目标: 'goals',
  项目总体目标: 'goals',
  预期目标: 'goals',
  预算规模及资金用途: 'budgetGroup',
  预算规模和资金用途: 'budgetGroup',
  项目资金: 'budgetGroup',
  资金情况: 'budgetGroup',
  资金支出计划: 'planGroup',
  支出计划: 'planGroup',
  资金支出进度计划: 'planGroup',
  资金使用计划: 'planGroup',
  '3月底': 'month3',
  '6月底': 'month6',
  '10月底': 'month10',
  '12月底': 'month12',
  三月底: 'month3',
  六月底: 'month6',
  十月底: 'month10',
  十二月底: 'month12',
  '3月': 'month3',
  '6月': 'month6',
  '10月': 'month10',
  '12月': 'month12',
  一级指标: 'level1',
  二级指标: 'level2',
  三级指标: 'level3',
  绩效指标描述: 'description',
  指标描述: 'description',
  指标解释: 'description',
  指标说明: 'description',
  指标内容: 'description',
  绩效指标解释: 'description',
  指标值: 'target',
  年度指标值: 'target',
  绩效指标值: 'target',
  目标值: 'target',
  预期指标值: 'target',
  年度目标值: 'target',
  指标值确定依据: 'basis',
  指标依据: 'basis',
  确定依据: 'basis',
  指标值设定依据: 'basis',
  指标值依据: 'basis',
  设定依据: 'basis',
  指标性质: 'operator',
  绩效指标性质: 'operator',
  性质: 'operator',
  计算符号: 'operator',
  符号: 'operator',
  指标符号: 'operator',
  度量单位: 'measure',
  计量单位: 'measure',
  绩效度量单位: 'measure',
  指标单位: 'measure',
  单位: 'measure',
  绩效指标: 'indicatorGroup',
  年度绩效指标: 'indicatorGroup',
  指标: 'indicatorGroup',
  单位编码: 'unitCode',
  单位代码: 'unitCode',
  预算单位编码: 'unitCode',
  项目单位: 'unit',
  实施单位: 'unit',
  项目实施单位: 'unit',
  预算单位: 'unit',
  单位名称: 'unit',
  项目承担单位: 'unit',
  填报单位: 'unit',
  主管部门及实施单位: 'unit',
}
const IGNORED = (
  '主管部门 主管部门及代码 主管部门及编码 项目属性 项目期 项目类型 项目类别 项目级次 项目负责人 负责人 联系人 联系电话 电话 起止时间 开始时间 结束时间 开始日期 结束日期 ' +
  '项目起止时间 分值 得分 权重 指标方向 实际完成值 全年实际完成值 实际完成情况 完成情况 偏差原因分析及改进措施 偏差原因 未完成原因分析 未完成原因及改进措施 备注 ' +
  '执行率 全年执行数 执行数 总分 合计得分 自评得分 中期目标 中期指标值 实施期目标 实施期总目标 立项依据 项目概况 序号 指标分值 分值权重 预算执行率 评价等次 评价等级 自评结论 上年结转资金 上年结转 结转资金 年初预算数 全年预算数 年初预算 全年预算 全年执行'
).split(' ')
const LABELS: ReadonlyMap<string, FormLabel> = new Map([
  ...IGNORED.map((words) => [words, 'ignored'] as const),
  ...(Object.entries(EXACT) as [string, FormLabel][]),
])

/** What the cell's words say, or null when they are a value. Kept on the token: every reader asks. */
export function formLabel(token: Token): FormLabel | null {
  if (token.label === undefined) token.label = labelOf(token.key)
  return token.label
}

/** As `formLabel`, for words already in the form for comparing. */
export function labelOf(words: string): FormLabel | null {
  if (words.length < 2 || words.length > 22) return null
  let body = words.endsWith(':') ? words.slice(0, -1) : words
  const bracket = body.endsWith(')') ? body.indexOf('(') : -1
  if (bracket > 0 && /元|%|年|分|期|项目/.test(body.slice(bracket))) body = body.slice(0, bracket)
  if (body.startsWith('其中')) body = body.slice(body[2] === ':' ? 3 : 2)
  return LABELS.get(body) ?? null
}

const BEGINNINGS: ReadonlySet<string> = new Set(
  [...LABELS.keys()].flatMap((words) => Array.from({ length: words.length - 2 }, (_, at) => words.slice(0, at + 2))),
)

/** True for the first part of a form's words, where the end of a line broke them: 三级指, 指标值确定依. */
export function isBrokenLabel(words: string): boolean {
  return BEGINNINGS.has(words)
}

export const MONTHS: Readonly<Partial<Record<FormLabel, 3 | 6 | 10 | 12>>> = { month3: 3, month6: 6, month10: 10, month12: 12 }

const LEVEL1 = /^(产出|效果|效益|满意度|成本|投入|过程|履职|管理|社会评价|履职效能|预算执行|运行成本|可持续性|社会效应|满意)(类)?指标(\(.*\))?$/
const LEVEL2 =
  /^(数量|质量|时效|成本|经济成本|社会成本|生态环境成本|生态成本|经济效益|社会效益|生态效益|可持续影响|可持续发展|(社会公众或)?服务对象满意度?|社会公众满意度|满意度|服务对象|预算成本|环境效益|工作目标管理|资金管理|行政效能)(类)?指标(\(.*\))?$/

/** 产出指标, 效益指标, 满意度指标, 成本指标 … with or without its points in brackets. */
export function isLevel1(words: string): boolean {
  return words.length < 20 && LEVEL1.test(words)
}

/** 数量指标, 质量指标 … 服务对象满意度指标. 成本指标 and 满意度指标 may be either level. */
export function isLevel2(words: string): boolean {
  return words.length < 24 && LEVEL2.test(words)
}

/** A label of a form, or the name of a level of indicators. */
export function isFormWord(words: string): boolean {
  return labelOf(words) !== null || isLevel1(words) || isLevel2(words)
}
