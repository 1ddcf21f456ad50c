import fc from 'fast-check'
import { formatMoney, roundMoney } from '../../../rules/money.ts'
import type { PageCell, PageItem } from '../../../tests/fixtures/disclosure/page.ts'

/**
 * Whole budget documents with nothing to complain of: figures reckoned to the 分 and printed rounded, so that printed sums miss by a hundredth
 * as they do in life; tables of the nine kinds; indicators that bureaus really use; the local forms that differ from one another.
 */
export interface SoundForm {
  /** Decimals in the text: two, or as few as the figure needs. */
  readonly trailingZeros: boolean
  readonly tables: boolean
  /** 3月底 … cumulative, or quarters that add up. */
  readonly plan: 'cumulative' | 'one-payment'
  readonly targets: 'operators' | 'bare' | 'words'
  readonly thirdLevel: boolean
  readonly onlySomeProjects: boolean
}

const line = (text: string): PageItem => ({ kind: 'line', text })
const table = (rows: readonly (readonly PageCell[])[]): PageItem => ({ kind: 'table', rows })

const MEASURES: readonly (readonly [level1: string, level2: string, name: string, operator: string, value: string, words: string])[] = [
  ['产出指标', '数量指标', '寄送审批文件数量', '≥', '4000件', '4000件左右'],
  ['产出指标', '数量指标', '印制申请表份数', '≥', '12000份', '按需印制'],
  ['产出指标', '质量指标', '设备验收合格率', '≥', '98%', '全部合格'],
  ['产出指标', '质量指标', '投递差错率', '≤', '1%', '基本无差错'],
  ['产出指标', '质量指标', '系统故障次数', '≤', '3次', '很少'],
  ['产出指标', '时效指标', '故障处理及时率', '≥', '95%', '及时'],
  ['产出指标', '时效指标', '付款完成时间', '≤', '30天', '12月底前'],
  ['产出指标', '成本指标', '项目总成本', '≤', '8万元', '不超预算'],
  ['效益指标', '经济效益指标', '群众节约往返费用', '≥', '9万元', '有所节约'],
  ['效益指标', '社会效益指标', '网上可办事项占比', '≥', '90%', '逐步提高'],
  ['效益指标', '可持续影响指标', '设备可用年限', '≥', '5年', '长期'],
  ['满意度指标', '服务对象满意度指标', '办事群众满意度', '≥', '95%', '满意'],
  ['满意度指标', '服务对象满意度指标', '窗口人员满意率', '≥', '90%', '满意'],
]

const SUBJECTS = ['审批文件寄送费', '窗口设备维修费', '申请表印制费', '政务大厅保洁费', '审图系统升级费', '专家评审费'] as const

/** One project's own figures and a choice among the measures. */
const project = fc.record({
  fiscal: fc.integer({ min: 100_000, max: 90_000_000 }),
  other: fc.option(fc.integer({ min: 100_000, max: 9_000_000 })),
  keep: fc.array(fc.boolean(), { minLength: 13, maxLength: 13 }),
})

export const aForm: fc.Arbitrary<SoundForm> = fc.record({
  trailingZeros: fc.boolean(),
  tables: fc.boolean(),
  plan: fc.constantFrom('cumulative', 'one-payment'),
  targets: fc.constantFrom('operators', 'bare', 'words'),
  thirdLevel: fc.boolean(),
  onlySomeProjects: fc.boolean(),
})

const amount = fc.integer({ min: 1_000_000, max: 900_000_000 })

/** All exact, in 分. */
export const someFigures = fc.record({
  personnelParts: fc.array(amount, { minLength: 4, maxLength: 4 }),
  publicFunds: amount,
  before: fc.record({ income: amount, running: fc.integer({ min: 0, max: 9_000_000 }), reception: fc.integer({ min: 0, max: 900_000 }) }),
  running: fc.integer({ min: 0, max: 9_000_000 }),
  reception: fc.integer({ min: 0, max: 900_000 }),
  carried: fc.option(fc.integer({ min: 10_000, max: 9_000_000 })),
  projects: fc.array(project, { minLength: 1, maxLength: 6 }),
  unlisted: fc.integer({ min: 1_000_000, max: 90_000_000 }),
})
type Figures = typeof someFigures extends fc.Arbitrary<infer T> ? T : never

/** The text of a change: 比上年增加26.52万元，增长5.10%. Reckoned exactly, each figure rounded by itself. */
function change(now: number, then: number, shown: (fen: number) => string): string {
  const difference = now - then
  if (difference === 0) return '与上年持平'
  const [money, share] = difference > 0 ? ['增加', '增长'] : ['减少', '下降']
  const part = `比上年${money}${shown(Math.abs(difference))}万元`
  return then === 0 ? part : `${part}，${share}${((Math.abs(difference) / then) * 100).toFixed(2)}%`
}

export function soundPage(figures: Figures, form: SoundForm): PageItem[] {
  const { publicFunds, projects } = figures
  const personnel = figures.personnelParts.reduce((sum, part) => sum + part, 0)
  const basic = personnel + publicFunds
  const listed = projects.map(({ fiscal, other }) => fiscal + (other ?? 0))
  const project = listed.reduce((sum, part) => sum + part, 0) + (form.onlySomeProjects ? figures.unlisted : 0)
  const expenditure = basic + project
  const carried = figures.carried ?? 0
  const income = expenditure - carried
  const two = (fen: number): string => roundMoney(fen, '万元', 2)
  const shown = (fen: number): string => (form.trailingZeros ? two(fen) : formatMoney(Math.round(fen / 10_000) * 10_000, '万元', 0))
  const total = figures.running + figures.reception
  const totalBefore = figures.before.running + figures.before.reception
  return [
    line('2024年度部门预算公开情况说明'),
    line('一、部门职责'),
    line('负责行政审批和政务服务大厅的管理工作。'),
    line('二、机构设置情况'),
    table([
      ['单位名称', '单位性质', '单位规格', '经费保障形式'],
      ['海港市行政审批局', '行政', '正科级', '财政拨款'],
      ['海港市政务服务中心', '事业', '副科级', '财政拨款'],
    ]),
    line('三、收支总体情况'),
    line('1、收入说明'),
    line(`2024年收入预算${shown(income)}万元，其中：财政拨款收入${shown(income)}万元。${carried > 0 ? `另有上年结转${shown(carried)}万元。` : ''}`),
    line('2、支出说明'),
    line(
      `2024年部门支出预算为${shown(expenditure)}万元，其中基本支出${shown(basic)}万元，包括人员经费${shown(personnel)}万元和日常公用经费${shown(publicFunds)}万元；项目支出${shown(project)}万元。`,
    ),
    line(`2024年支出预算${shown(expenditure)}万元，${change(expenditure, figures.before.income, shown)}，主要原因是项目增减。`),
    line('四、机关运行经费安排情况'),
    line(`机关运行经费是指行政单位的日常公用经费支出，2024年安排${shown(Math.floor(publicFunds / 2))}万元。`),
    line('五、“三公”经费情况'),
    line(
      `2024年“三公”经费为${shown(total)}万元，其中：因公出国（境）费0万元；公务用车购置费0万元，公务用车运行费${shown(figures.running)}万元；公务接待费${shown(figures.reception)}万元。2023年“三公”经费为${shown(totalBefore)}万元，其中：因公出国（境）费0万元；公务用车购置费0万元，公务用车运行费${shown(figures.before.running)}万元；公务接待费${shown(figures.before.reception)}万元。`,
    ),
    line(`2024年“三公”经费${change(total, totalBefore, shown)}。`),
    line('六、政府采购预算情况'),
    line('本部门没有政府采购预算。'),
    line('七、国有资产信息情况'),
    line('金额单位：万元'),
    table([
      ['项目', '数量', '价值'],
      ['资产总额', '', '124.55'],
      ['1、房屋（平方米）', '0', '0'],
      ['2、车辆（台、辆）', '2', '24.55'],
      ['3、其他固定资产', '', '100.00'],
    ]),
    line('八、名词解释'),
    line('1.基本支出：指为保障机构正常运转发生的人员支出和公用支出。'),
    line('2.项目支出：指在基本支出之外发生的支出。'),
    ...(form.tables ? publicTables(figures, { personnel, basic, project, expenditure, income, carried, total }, two) : []),
    line('九、绩效信息'),
    ...(form.onlySomeProjects ? [line('以下公开重点项目绩效目标。')] : []),
    ...projects.flatMap((one, index) => projectForm(one, index, form, two)),
  ]
}

interface Sums {
  readonly personnel: number
  readonly basic: number
  readonly project: number
  readonly expenditure: number
  readonly income: number
  readonly carried: number
  readonly total: number
}

function publicTables(figures: Figures, sums: Sums, two: (fen: number) => string): PageItem[] {
  const [pay, pension, medical, housing] = figures.personnelParts as [number, number, number, number]
  const running = pay + figures.publicFunds
  const rows: (readonly [string, string, number, number])[] = [
    ['201', '一般公共服务支出', running, sums.project],
    ['20103', '政府办公厅（室）及相关机构事务', running, sums.project],
    ['2010301', '行政运行', running, 0],
    ['2010302', '一般行政管理事务', 0, sums.project],
    ['208', '社会保障和就业支出', pension, 0],
    ['20805', '行政事业单位养老支出', pension, 0],
    ['2080505', '机关事业单位基本养老保险缴费支出', pension, 0],
    ['210', '卫生健康支出', medical, 0],
    ['21011', '行政事业单位医疗', medical, 0],
    ['2101101', '行政单位医疗', medical, 0],
    ['221', '住房保障支出', housing, 0],
    ['22102', '住房改革支出', housing, 0],
    ['2210201', '住房公积金', housing, 0],
  ]
  const blank = (fen: number): string => (fen === 0 ? '' : two(fen))
  const spending = [
    ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
    ['', '合计', two(sums.expenditure), two(sums.basic), two(sums.project)],
    ...rows.map(([code, name, basic, project]) => [code, name, two(basic + project), blank(basic), blank(project)]),
  ]
  const balance = [
    ['收入项目', '预算数', '支出项目', '预算数'],
    ['一、一般公共预算拨款收入', two(sums.income), '一、一般公共服务支出', two(running + sums.project)],
    ['二、事业收入', '', '二、社会保障和就业支出', two(pension)],
    ['三、经营收入', '', '三、卫生健康支出', two(medical)],
    ['四、其他收入', '', '四、住房保障支出', two(housing)],
    ['本年收入合计', two(sums.income), '本年支出合计', two(sums.expenditure)],
    ['上年结转结余', blank(sums.carried), '年终结转结余', ''],
    ['收入总计', two(sums.expenditure), '支出总计', two(sums.expenditure)],
  ]
  const unit = line('单位：万元')
  const nothing = line('本部门没有此项预算，故本表为空。')
  return [
    line('部门收支总表'),
    unit,
    table(balance),
    line('部门收入总表'),
    unit,
    table([
      ['科目编码', '科目名称', '合计', '上年结转', '一般公共预算'],
      ['', '合计', two(sums.expenditure), blank(sums.carried), two(sums.income)],
    ]),
    line('部门支出总表'),
    unit,
    table(spending),
    line('财政拨款收支总表'),
    unit,
    table(balance),
    line('一般公共预算支出表'),
    unit,
    table(spending),
    line('一般公共预算基本支出表'),
    unit,
    table([
      ['科目编码', '科目名称', '合计', '人员经费', '公用经费'],
      ['', '合计', two(sums.basic), two(sums.personnel), two(figures.publicFunds)],
      ['301', '工资福利支出', two(sums.personnel), two(sums.personnel), ''],
      ['302', '商品和服务支出', two(figures.publicFunds), '', two(figures.publicFunds)],
    ]),
    line('政府性基金预算支出表'),
    unit,
    table([
      ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      ['', '', '', '', ''],
    ]),
    nothing,
    line('国有资本经营预算支出表'),
    unit,
    table([
      ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      ['', '', '', '', ''],
    ]),
    nothing,
    line('财政拨款“三公”经费支出表'),
    unit,
    table([
      ['年度', '合计', '因公出国（境）费', '公务用车购置及运行费小计', '公务用车购置费', '公务用车运行费', '公务接待费'],
      ['2024年', two(sums.total), '0.00', two(figures.running), '0.00', two(figures.running), two(figures.reception)],
    ]),
  ]
}

function projectForm({ fiscal, other, keep }: Figures['projects'][number], index: number, form: SoundForm, two: (fen: number) => string): PageItem[] {
  const name = SUBJECTS[index]!
  const measures = MEASURES.filter(([, level2], at) => keep[at] || ['数量指标', '质量指标', '社会效益指标', '成本指标', '时效指标'].includes(level2))
  const shares = form.plan === 'cumulative' ? ['25', '50', '75', '100'] : ['', '100', '', '']
  const target = (operator: string, value: string, words: string): string =>
    form.targets === 'operators' ? `${operator}${value}` : form.targets === 'bare' ? value : words
  return [
    line(`${index + 1}、${name}绩效目标表`),
    table([
      [
        { text: '442002海港市行政审批局', wide: 4 },
        { text: '单位：万元', wide: 3 },
      ],
      ['项目编码', { text: `442-04${String(index + 10)}-YBN-AAAA`, wide: 2 }, '项目名称', { text: name, wide: 3 }],
      ['预算规模及资金用途', '预算数', two(fiscal + (other ?? 0)), '其中：财政资金', two(fiscal), '其他资金', other === null ? '' : two(other)],
      [null, { text: `支付${name}`, wide: 6 }],
      ['资金支出计划（%）', '3月底', { text: '6月底', wide: 2 }, { text: '10月底', wide: 2 }, '12月底'],
      [null, shares[0]!, { text: shares[1]!, wide: 2 }, { text: shares[2]!, wide: 2 }, shares[3]!],
      ['绩效目标', { text: `1、按计划完成${name}所列的全部内容。\n2、${name}所办事项不再让群众等候。`, wide: 6 }],
    ]),
    table([
      ['一级指标', '二级指标', '三级指标', '绩效指标描述', '指标值', '指标值确定依据'],
      ...measures.map(([level1, level2, measure, operator, value, words], at): PageCell[] => [
        measures[at - 1]?.[0] === level1 ? null : level1,
        level2,
        form.thirdLevel ? measure : '',
        form.thirdLevel ? `反映${measure}的情况` : measure,
        target(operator, value, words),
        '年度工作计划',
      ]),
    ]),
  ]
}
