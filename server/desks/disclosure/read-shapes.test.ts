import { describe, expect, it } from 'vitest'
import type { DisclosureDocument } from '../../../rules/disclosure/document.ts'
import { readDisclosure } from '../../../rules/disclosure/read/read-disclosure.ts'
import { targetText, valuesOf } from '../../../tests/fixtures/disclosure/model.ts'
import { textBlocks } from './sources/text-blocks.ts'
import { schemaFaults } from './testing/schema-check.ts'

function read(text: string): DisclosureDocument {
  const document = readDisclosure(textBlocks(text))
  expect(schemaFaults(document)).toEqual([])
  return document
}
const unread = (document: DisclosureDocument): string[] => document.unread.map((each) => each.text)
const firstProject = (text: string) => valuesOf(read(text)).projects[0]!

describe('money in prose', () => {
  it('budget: totals by their names, comparisons and shares left alone', () => {
    const { totals } = valuesOf(
      read(`某某区市场监督管理局2021年部门预算
二、收支预算总体情况
2021年收入总计1,234.56万元，比上年增加100.00万元，增长8.8%。支出总计1,234.56万元，其中：基本支出1,000.06万元，占81%；项目支出234.5万元，占19%。
三、一般公共预算财政拨款基本支出情况
一般公共预算基本支出1,000.06万元，其中：人员经费900万元，主要包括：基本工资、津贴补贴；公用经费100.06万元，主要包括：办公费、印刷费。`),
    )
    expect(totals).toEqual({
      income: 1_234_560_000,
      expenditure: 1_234_560_000,
      basic: 1_000_060_000,
      personnel: 900_000_000,
      publicFunds: 100_060_000,
      project: 234_500_000,
    })
  })

  it('元 in prose is exact to the 分', () => {
    const document = read('某某局2022年度部门决算\n一、收入支出决算总体情况\n本年收入合计12,345,678.90元，本年支出合计１２３４５６７８．９０元。')
    expect(valuesOf(document)).toMatchObject({
      kind: 'accounts',
      year: 2022,
      department: '某某局',
      totals: { income: 1_234_567_890, expenditure: 1_234_567_890 },
    })
  })

  it('operating cost and 三公 of final accounts, the budget figures in the same sentence left alone', () => {
    const document = read(`某某局2022年度部门决算公开
四、机关运行经费支出情况
本部门2022年度机关运行经费支出29.37万元，比2021年减少1.20万元，降低3.9%。
五、“三公”经费支出决算情况
2022年度“三公”经费财政拨款支出预算为5.00万元，支出决算为4.37万元，完成预算的87.4%。其中：因公出国（境）费支出决算为0万元；公务用车购置及运行维护费支出决算为4.12万元，其中公务用车购置费支出0万元，公务用车运行维护费支出4.12万元；公务接待费支出预算为0.50万元，支出决算为0.25万元，接待3批次20人次。`)
    expect(document.operatingCost?.value).toBe(29_370_000)
    expect(valuesOf(document).threePublic).toEqual([
      { year: 2022, total: 4_370_000, abroad: 0, vehiclePurchase: 0, vehicleRunning: 4_120_000, reception: 250_000 },
    ])
  })

  it('a blank template has its places and no values', () => {
    const document = read(`XX部门20XX年部门预算
二、收支预算总体情况
20XX年部门支出预算为XX万元，其中基本支出××万元，项目支出____万元。
三、机关运行经费
机关运行经费安排XX万元。`)
    expect(valuesOf(document)).toMatchObject({
      department: null,
      year: null,
      totals: { expenditure: null, basic: null, project: null },
      operatingCost: null,
    })
    expect(document.totals.expenditure).toMatchObject({ raw: 'XX万元', value: null })
    expect(document.operatingCost?.raw).toBe('XX万元')
  })

  it('a blank form has no values either, dashes and numbers of its places aside', () => {
    const form =
      '1、XX项目绩效目标表\n单位：万元\n项目编码\tXXX-XXXX\t项目名称\tXXXXX\n预算规模及资金用途\t预算数\tXX\t其中：财政资金\tXX\t其他资金\tXX\n绩效目标\t1、……\n一级指标\t二级指标\t三级指标\t绩效指标描述\t指标值\t指标值确定依据\n产出指标\t数量指标\t……\t……\t≥XX%\t'
    const [project] = valuesOf(read(form)).projects
    expect(project).toMatchObject({ code: null, name: null, total: null, fiscal: null, other: null, goals: [] })
    expect(project!.indicators).toEqual([{ level1: '产出指标', level2: '数量指标', level3: null, description: null, target: null, basis: null }])
  })

  it('"无" is nothing, never 0', () => {
    const document = read(
      '某某局2021年部门预算\n五、政府采购预算情况\n无。\n六、国有资产信息\n单位：万元\n项目\t数量\t价值\n车辆\t无\t无\n资产总额\t—\t12.30',
    )
    expect(document.procurement).toEqual([])
    expect(valuesOf(document).assets).toEqual([
      { name: '车辆', quantity: null, value: null },
      { name: '资产总额', quantity: null, value: 12_300_000 },
    ])
  })

  it('purchases by kind', () => {
    const document = read(
      '五、政府采购预算情况\n2021年政府采购预算总额35.5万元，其中：政府采购货物预算10万元、政府采购工程预算20.5万元、政府采购服务预算5万元。',
    )
    expect(document.procurement.map((each) => [each.item?.value, each.amount?.value])).toEqual([
      ['货物', 10_000_000],
      ['工程', 20_500_000],
      ['服务', 5_000_000],
    ])
  })
})

it('a cover has the name above the title', () => {
  expect(valuesOf(read('某某区行政审批局\n2021年度部门预算公开\n一、部门职责\n'))).toMatchObject({
    department: '某某区行政审批局',
    year: 2021,
    kind: 'budget',
  })
})

describe('三公 tables', () => {
  const head = '四、“三公”经费预算\n单位：万元\n合计\t因公出国（境）费\t公务用车购置及运行费\t公务用车购置费\t公务用车运行费\t公务接待费\n'
  const of = (row: string) => valuesOf(read(`某某局2021年部门预算\n${head}${row}`)).threePublic[0]

  it('three numbers under six heads are placed where only one placing sums', () => {
    // 4.37 = 0.25 + 4.12: with 购置及运行 standing empty no part may stand under it, so the middle number is the sum alone, or abroad.
    expect(of('4.37\t4.12\t0.25')).toMatchObject({ total: 4_370_000, reception: 250_000 })
  })
  it('four numbers: the same sum twice is whole and part', () => {
    expect(of('4.37\t4.12\t4.12\t0.25')).toMatchObject({ total: 4_370_000, abroad: null, reception: 250_000 })
  })
  it('numbers that sum in no way stay unread', () => {
    const document = read(`某某局2021年部门预算\n${head}9\t4.12\t0.25`)
    expect(valuesOf(document).threePublic).toEqual([])
  })
  it('six numbers under six heads need no solving', () => {
    expect(of('4.37\t0\t4.12\t0\t4.12\t0.25')).toEqual({
      year: 2021,
      total: 4_370_000,
      abroad: 0,
      vehiclePurchase: 0,
      vehicleRunning: 4_120_000,
      reception: 250_000,
    })
  })
  it('元 in the table beside 万元 in the text', () => {
    const document = read(
      `某某局2021年部门预算\n收支总体情况\n支出总计546.52万元。\n${head.replace('万元', '元')}43,700.00\t0\t41,200.00\t0\t41,200.00\t2,500.00`,
    )
    expect(valuesOf(document)).toMatchObject({ totals: { expenditure: 546_520_000 }, threePublic: [{ total: 4_370_000, reception: 250_000 }] })
  })
})

describe('三公 tables of other makes', () => {
  const of = (text: string) => valuesOf(read(`某某局2021年部门预算\n四、“三公”经费\n单位：万元\n${text}`)).threePublic

  it('a column for buying and running together tells neither', () => {
    expect(of('年度\t合计\t因公出国（境）费\t公务用车购置及运行费\t公务接待费\n2021\t4.37\t0\t4.12\t0.25')).toEqual([
      { year: 2021, total: 4_370_000, abroad: 0, vehiclePurchase: null, vehicleRunning: null, reception: 250_000 },
    ])
  })
  it('a row named “三公”经费合计 is the total, its 三 no number of the row', () => {
    const rows =
      '| 项目 | 2021年预算数 | 增减额 |\n|---|---:|---:|\n| “三公”经费合计 | 4.37 | -0.48 |\n| 1、因公出国（境）费 | 0 | 0 |\n| 2、公务接待费 | 0.25 | 0 |'
    expect(of(rows)).toMatchObject([{ year: 2021, total: 4_370_000, abroad: 0, reception: 250_000 }])
  })
  const twice = (one: string, other: string): string => {
    const head = '合计\t因公出国（境）费\t公务用车购置及运行费\t\t\t公务接待费'
    const rows = [`${one}\t\t\t\t\t\t${other}\t\t\t\t\t`, `${head}\t${head}`, '\t\t小计\t购置费\t运行费\t\t\t\t小计\t购置费\t运行费\t']
    return `${rows.join('\n')}\n1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12\n5.00\t0\t4.00\t0\t4.00\t1.00\t3.20\t0\t3.00\t0\t3.00\t0.20`
  }
  it('budget and accounts side by side: what was spent counts, and the numbers of the columns do not', () => {
    expect(of(twice('预算数', '决算数'))).toEqual([
      { year: 2021, total: 3_200_000, abroad: 0, vehiclePurchase: 0, vehicleRunning: 3_000_000, reception: 200_000 },
    ])
  })
  it('two years side by side', () => {
    expect(of(twice('2020年预算数', '2021年预算数')).map(({ year, total }) => [year, total])).toEqual([
      [2020, 5_000_000],
      [2021, 3_200_000],
    ])
  })
  it('items down, budget and accounts across', () => {
    expect(of('项目\t预算数\t决算数\n合计\t5.00\t3.20\n因公出国（境）费\t0\t0\n公务接待费\t1.00\t0.20')).toMatchObject([
      { year: 2021, total: 3_200_000 },
    ])
  })
  it('a table of accounts that has such items among others is none', () => {
    const rows = [
      '30201\t办公费\t60',
      '30211\t差旅费\t40',
      '30215\t会议费\t1',
      '30216\t培训费\t2',
      '30217\t公务接待费\t5',
      '30231\t公务用车运行维护费\t25',
    ]
    expect(of(`编码\t名称\t合计\n${rows.join('\n')}\n2010301\t行政运行\t9\n\t合计\t142`)).toEqual([])
  })
})

describe('project forms', () => {
  it('a whole form in one piped row, its empty cells kept', () => {
    expect(
      firstProject(
        '1、甲费绩效目标表\n442002某某局|单位：万元|项目编码|442-1|项目名称|甲费|预算规模及资金用途|预算数|1.50|其中：财政资金|1.50|其他资金||办公|资金支出计划（%）|3月底|6月底|10月底|12月底|25||75|100|绩效目标|1、完成任务|一级指标|二级指标|三级指标|绩效指标描述|指标值|指标值确定依据|产出指标|数量指标||办件数|≥2次|',
      ),
    ).toMatchObject({
      code: '442-1',
      total: 1_500_000,
      other: null,
      use: '办公',
      plan: [25, null, 75, 100],
      goals: ['1、完成任务'],
      indicators: [{ level1: '产出指标', level2: '数量指标', level3: null, description: '办件数', target: '≥2次' }],
    })
  })
  it('one after another under the same title, each with its own unit', () => {
    const form = (unit: string, name: string) => `项目支出绩效目标表\n单位：${unit}\n项目名称\t${name}\n年度资金总额\t15.00\n`
    expect(valuesOf(read(form('万元', '甲费') + form('元', '乙费'))).projects.map(({ name, total }) => [name, total])).toEqual([
      ['甲费', 15_000_000],
      ['乙费', 1_500],
    ])
  })
  it('on one line, words parted by blanks', () => {
    const project = firstProject(
      '1、软件升级费绩效目标表\n442002某某区行政审批局 单位：万元 项目编码 442-0403-YBN-KE9I 项目名称 软件升级费 预算规模及资金用途 预算数 1.50 其中：财政资金 1.50 其他资金 系统软件定期升级服务费 资金支出计划（%） 3月底 6月底 10月底 12月底 100.00 绩效目标 1、完成升级 2、保证运行 一级指标 二级指标 三级指标 绩效指标描述 指标值 指标值确定依据 产出指标 数量指标 升级次数 ≥2次 质量指标 通过率 ≥95%',
    )
    expect(project).toMatchObject({
      number: 1,
      code: '442-0403-YBN-KE9I',
      name: '软件升级费',
      unitCode: '442002',
      total: 1_500_000,
      fiscal: 1_500_000,
      other: null,
      use: '系统软件定期升级服务费',
      plan: [null, null, null, null],
    })
    expect(project.indicators.map((row) => [row.level1, row.level2, row.description, row.target])).toEqual([
      ['产出指标', '数量指标', '升级次数', '≥2次'],
      ['产出指标', '质量指标', '通过率', '≥95%'],
    ])
  })

  it('run together into one line without blanks', () => {
    const project = firstProject(
      '项目编码442-0403-YBN-KE9I项目名称软件升级费预算规模及资金用途预算数1.50其中：财政资金1.50其他资金系统软件定期升级服务费资金支出计划（%）3月底6月底10月底12月底88100绩效目标1、完成升级一级指标二级指标三级指标绩效指标描述指标值指标值确定依据产出指标数量指标升级次数≥2次质量指标通过率≥95%',
    )
    expect(project).toMatchObject({ code: '442-0403-YBN-KE9I', name: '软件升级费', use: '系统软件定期升级服务费', plan: [null, null, null, null] })
    expect(project.indicators.map((row) => [row.level2, row.description, row.target])).toEqual([
      ['数量指标', '升级次数', '≥2次'],
      ['质量指标', '通过率', '≥95%'],
    ])
  })

  it('labels one after another and their values behind them', () => {
    const project = firstProject(
      '项目编码\n项目名称\n442-0403-YBN-KE9I\n软件升级费\n预算数\n其中：财政资金\n其他资金\n单位：万元\n绩效目标\n完成升级',
    )
    expect(project).toMatchObject({ code: '442-0403-YBN-KE9I', name: '软件升级费', total: null, fiscal: null, other: null, goals: ['完成升级'] })
  })

  it('three money words and two numbers: what the sum leaves open is unknown', () => {
    const project = firstProject('单位：万元\n项目名称\t软件升级费\n预算数\t其中：财政资金\t其他资金\n8.00\t8.00')
    expect(project).toMatchObject({ total: 8_000_000, fiscal: null, other: null })
  })

  it('three money words above three numbers', () => {
    expect(firstProject('单位：元\n项目名称\t软件升级费\n预算数\t其中：财政资金\t其他资金\n80,000\t50,000\t30,000')).toMatchObject({
      total: 8_000_000,
      fiscal: 5_000_000,
      other: 3_000_000,
    })
  })

  it('without a unit money is unknown', () => {
    const document = read('项目名称\t软件升级费\n预算数\t1.50\t其中：财政资金\t1.50')
    expect(document.projects[0]!.budget.total).toMatchObject({ raw: '1.50', value: null })
  })

  it('lines out of order: indicators before their head, a centred group name, titles repeated on the next page', () => {
    const document = read(`3、软件升级费绩效目标表
产出指标 数量指标 升级次数 ≥2次
项目编码 442-0403-YBN-KE9I 项目名称 软件升级费
单位：万元
一级指标 二级指标 绩效指标描述 指标值
预算数 1.50 其中：财政资金 1.50
- 12 -
3、软件升级费绩效目标表
一级指标 二级指标 绩效指标描述 指标值
经济效益指标 节约率 ≥5%
效益指标 社会效益指标 知晓率 ≥90%
绩效目标 完成升级`)
    expect(document.projects).toHaveLength(1)
    expect(valuesOf(document).projects[0]).toMatchObject({ number: 3, total: 1_500_000, fiscal: 1_500_000, goals: ['完成升级'] })
    expect(valuesOf(document).projects[0]!.indicators.map((row) => [row.level1, row.level2, row.target])).toEqual([
      ['产出指标', '数量指标', '≥2次'],
      ['效益指标', '经济效益指标', '≥5%'],
      ['效益指标', '社会效益指标', '≥90%'],
    ])
  })

  it('mid-term and year side by side: the year counts', () => {
    const project = firstProject(`项目支出绩效目标表
单位：万元
项目名称\t软件升级费\t\t\t\t\t
项目资金\t实施期资金总额：\t9.00\t\t年度资金总额：\t3.00\t
总体目标\t实施期目标\t\t\t年度目标\t\t
\t三年内全部升级\t\t\t今年升级一次\t\t
一级指标\t二级指标\t三级指标\t中期指标值\t二级指标\t三级指标\t年度指标值
产出指标\t数量指标\t升级次数\t≥3次\t数量指标\t升级次数\t≥1次`)
    expect(project).toMatchObject({ total: 3_000_000, goals: ['今年升级一次'] })
    expect(project.indicators.map((row) => [row.level2, row.level3, row.target])).toEqual([['数量指标', '升级次数', '≥1次']])
  })

  it('a self-evaluation with its last cells lost: a target in words is no score', () => {
    const document = read(`项目支出绩效自评表
（2022年度）
项目名称\t软件升级费
项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分
\t年度资金总额\t1.50\t1.80\t1.80\t10\t100%\t10
\t其中：当年财政拨款\t1.50\t1.80\t1.80\t—\t100%\t—
\t上年结转资金\t0\t0\t0\t—\t\t—
年度总体目标\t预期目标\t实际完成情况
\t保障系统运行\t全部完成
绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析及改进措施
\t产出指标（50分）\t数量指标\t升级次数\t≥2次\t2次\t10\t10
\t效益指标（30分）\t社会效益指标\t知晓\t显著\t显著\t30\t28
总分\t100\t98`)
    expect(valuesOf(document).projects[0]).toMatchObject({ unitCode: null, total: 1_800_000, fiscal: 1_800_000, goals: ['保障系统运行'] })
    expect(document.projects[0]!.indicators.map((row) => [row.level1?.value, row.level3?.value, row.target?.raw, row.target?.value?.value])).toEqual([
      ['产出指标（50分）', '升级次数', '≥2次', 2],
      ['效益指标（30分）', '知晓', '显著', null],
    ])
    expect(unread(document)).toEqual([])
  })

  it('a list with one indicator a row, nature, value and unit apart', () => {
    const document = read(`项目绩效目标情况
单位：万元
单位名称\t项目名称\t预算数\t年度目标\t一级指标\t二级指标\t三级指标\t指标性质\t指标值\t度量单位\t权重
某某局\t软件升级费\t1.50\t完成升级\t产出指标\t数量指标\t升级次数\t≥\t2\t次\t20
\t\t\t\t\t质量指标\t通过率\t=\t100\t%\t20
\t\t\t\t满意度指标\t服务对象满意度指标\t满意度\t定性\t优良\t\t10
某某局\t水费\t2.00\t保证供水\t成本指标\t经济成本指标\t总额\t≤\t2\t万元\t20`)
    expect(document.projects.map((project) => [project.name?.value, project.budget.total?.value, project.goals.length])).toEqual([
      ['软件升级费', 1_500_000, 1],
      ['水费', 2_000_000, 1],
    ])
    expect(
      document.projects.flatMap((project) =>
        project.indicators.map((row) => [row.level1?.value, row.level3?.value, row.target?.value && targetText(row.target.value)]),
      ),
    ).toEqual([
      ['产出指标', '升级次数', '≥2次'],
      ['产出指标', '通过率', '=100%'],
      ['满意度指标', '满意度', null],
      ['成本指标', '总额', '≤2万元'],
    ])
  })

  it('the whole department: goals to the department, indicators to a table', () => {
    const document = read(`部门整体支出绩效目标表
部门（单位）名称\t某某区行政审批局
年度总体目标\t目标1：优化审批流程
\t目标2：建好政务服务体系
一级指标\t二级指标\t三级指标\t指标值
产出指标\t数量指标\t办件量\t≥10000件`)
    expect(document.projects).toEqual([])
    expect(document.departmentGoals.map((leaf) => leaf.value)).toEqual(['目标1：优化审批流程', '目标2：建好政务服务体系'])
    expect(document.tables).toHaveLength(1)
    expect(document.tables[0]!.title?.value).toBe('部门整体支出绩效目标表')
    expect(unread(document)).toEqual([])
  })
})

describe('text printed from a page, its rows and columns lost', () => {
  it('months in two places: no share is any month’s', () => {
    const text = '1、甲费绩效目标表\n项目编码\n442-1\n10月底\n12月底\n资金支出计划（%） 3月底 6月底\n55.00\n45.00\n绩效目标\n1、完成升级'
    expect(firstProject(text)).toMatchObject({ plan: [null, null, null, null], goals: ['1、完成升级'] })
  })
  it('goals end where a broken word of the form begins, and begin above a label that stands in their middle', () => {
    const text = '1、甲费绩效目标表\n项目名称\n甲费\n1、完成升级\n绩效目标\n2、保证运行\n三级指\n标'
    expect(firstProject(text).goals).toEqual(['1、完成升级', '2、保证运行'])
  })
  it('expected and done with more than a text for each: neither', () => {
    const text = '项目支出绩效自评表\n项目名称\n甲费\n年度总体目标\n预期目标\n实际完成情况\n1、完成升级\n已完成\n2、保证运行'
    expect(firstProject(text).goals).toEqual([])
  })
  it('both budgets, their words broken: neither amount is the year’s', () => {
    const text = '项目支出绩效自评表\n单位：万元\n项目名称\n甲费\n年初预算数\n全年预算\n数\n年度资金总额\n1.50\n1.80\n1.80'
    expect(firstProject(text).total).toBeNull()
  })
  it('half a wording is no wording, and a body’s name without its end no name', () => {
    const text =
      '1、甲费绩效目标表\n实施单位\n442002海港经济开发区行政审\n项目名称\n甲费\n一级指标 二级指标 绩效指标描述 指标值\n产出指标\n质量指标\n办件合格的\n≥95%\n比率'
    expect(firstProject(text)).toMatchObject({
      unitName: null,
      indicators: [{ level1: '产出指标', level2: '质量指标', description: null, target: '≥95%' }],
    })
  })
  it('codes with more than a name and a note behind them keep the code alone', () => {
    const text =
      '某某局2021年部门预算\n七、名词解释\n功能编码 功能名称 名词解释\n201 一般公共服务支出 反映政府支出。\n20103\n政府办公厅（室）及\n相关机构事务\n反映办公厅支出'
    expect(valuesOf(read(text)).codes).toEqual([
      ['201', '一般公共服务支出', '反映政府支出。'],
      ['20103', null, null],
    ])
  })
  it('columns laid out with blanks: what stands one blank apart is still two cells', () => {
    const document = read(`1、甲费绩效目标表
 项目编码         442-1        项目名称     甲费甲
 资金支出计划（%）   3月底 6月底         10月底       12月底
              10.00 40.00         80.00       100.00
 绩效目标         1、完成升级。
 一级指标   二级指标        三级指标 绩效指标描述       指标值 指标值确定依据
 产出指标   数量指标              窗口服务大厅情况占比     ≤5天
        质量指标              服务大厅设备情况占比     <3起
 满意度指标 服务对象满意度指标          群众满意度          ≥90%`)
    const [project] = valuesOf(document).projects
    expect(project).toMatchObject({ code: '442-1', plan: [10, 40, 80, 100], goals: ['1、完成升级。'] })
    expect(project!.indicators.map((row) => [row.level1, row.level2, row.description, row.target])).toEqual([
      ['产出指标', '数量指标', '窗口服务大厅情况占比', '≤5天'],
      ['产出指标', '质量指标', '服务大厅设备情况占比', '<3起'],
      ['满意度指标', '服务对象满意度指标', '群众满意度', '≥90%'],
    ])
  })
})

describe('public tables', () => {
  it('收支总预算均为 tells both; the tables of the whole do where the text is silent', () => {
    const title = '某某局2021年部门预算\n'
    expect(valuesOf(read(`${title}收支预算总体情况\n2021年收支总预算均为3,210.12万元。`)).totals).toMatchObject({
      income: 3_210_120_000,
      expenditure: 3_210_120_000,
    })
    const tables = ['收入', '支出'].map((word) => `部门${word}总表\n单位：万元\n科目编码\t科目名称\t合计\n204\t公共安全支出\t20.50\n合计\t\t20.50\n`)
    expect(valuesOf(read(title + tables.join('\n'))).totals).toMatchObject({ income: 20_500_000, expenditure: 20_500_000 })
  })
  it('a table of income and expenditure behind the chapter on assets is no list of assets', () => {
    const text = '某某局2021年部门预算\n六、国有资产\n无。\n部门收支总表\n单位：元\n项目\t金额\t项目\t金额\n拨款\t5.00\t公共服务\t5.00'
    expect(read(text).assets).toEqual([])
  })

  it('stand whole, and tell the totals where the prose is silent', () => {
    const document = read(`某某局2021年部门预算
部门收支总表
单位：万元
收入\t\t支出\t
项目\t预算数\t项目\t预算数
一、一般公共预算拨款收入\t546.52\t一、一般公共服务支出\t500.00
\t\t二、住房保障支出\t46.52
收入总计\t546.52\t支出总计\t546.52

部门支出总表
单位：万元
科目编码\t科目名称\t合计\t基本支出\t项目支出
201\t一般公共服务支出\t500.00\t424.38\t75.62
221\t住房保障支出\t46.52\t46.52\t
\t合计\t546.52\t470.90\t75.62`)
    expect(document.tables.map((table) => [table.title?.value, table.unit?.value, table.head.length, table.rows.length])).toEqual([
      ['部门收支总表', '万元', 2, 3],
      ['部门支出总表', '万元', 1, 3],
    ])
    expect(valuesOf(document).totals).toMatchObject({ income: 546_520_000, expenditure: 546_520_000, basic: 470_900_000, project: 75_620_000 })
    expect(document.tables[1]!.rows[1]![4]).toMatchObject({ raw: '', value: null, place: { cell: 4 } })
    expect(unread(document)).toEqual([])
  })
})
