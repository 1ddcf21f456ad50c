import { aProject, aTable, theLines } from './build.ts'
import { document, type Example, lines, projects } from './example.ts'

const totals = { income: '546.52', expenditure: '546.52', basic: '470.9', personnel: '326.63', publicFunds: '144.27', project: '75.62' }
const threePublic = [
  { year: 2020, total: '4.37', running: '4.12', reception: '0.25' },
  { year: 2019, total: '4.85', running: '4.6', reception: '0.25' },
]
const told = (sentence: string) => theLines(`2020年“三公”经费4.37万元，2019年4.85万元。${sentence}`)
export const figureExamples: readonly Example[] = [
  {
    rule: 'SUM-INCOME-EXPENDITURE',
    faulty: [document({ totals: { ...totals, income: '540.52' } }, [], '546.52')],
    sound: [
      document({ totals }),
      document({ totals: { income: '675.82', expenditure: '690.36' } }, theLines('本年收入675.82万元，上年结转14.54万元。支出690.36万元。')),
      document({
        totals: { income: '675.82', expenditure: '690.36' },
        tables: [
          aTable({ title: '部门收支总表', head: ['项目', '预算数', '项目', '预算数'], rows: [['上年结转结余', '14.54', '年终结转结余', '']] }),
        ],
      }),
      document({ totals: { income: '675.82', expenditure: '670.36' }, kind: 'accounts' }),
      document({ totals: { income: '675.82' } }),
    ],
  },
  {
    rule: 'SUM-BASIC-PROJECT',
    faulty: [document({ totals: { ...totals, project: '76.62' } })],
    sound: [
      document({ totals }),
      document({ totals: { ...totals, expenditure: '546.53', income: '546.53' } }),
      document(
        { totals: { expenditure: '20.00', basic: '10.00', project: '8.00' } },
        theLines('支出20.00万元，其中基本支出10.00万元，项目支出8.00万元，经营支出2.00万元。'),
      ),
    ],
  },
  {
    rule: 'SUM-PERSONNEL-PUBLIC',
    faulty: [document({ totals: { ...totals, personnel: '362.63' } }, [], '470.9')],
    sound: [document({ totals }), document({ totals: { ...totals, personnel: '326.64' } })],
  },
  {
    rule: 'SUM-PROJECTS',
    faulty: [projects([aProject({ total: '3.00', fiscal: '3.00' }), aProject({ total: '2.00' })], { totals: { project: '6.00' } }, '6.00')],
    sound: [
      projects([aProject({ total: '3.00', fiscal: '3.00' }), aProject({ total: '2.00' })], { totals: { project: '5.00' } }),
      projects([aProject({ total: '' }), aProject({ total: '2.00' })], { totals: { project: '5.00' } }),
      projects(
        [1, 2, 3].map(() => aProject({ total: '3.33', fiscal: '3.33' })),
        { totals: { project: '10.00' } },
      ),
      document({ totals: { project: '9.00' }, projects: [aProject({ total: '2.00' })] }, theLines('以下公开重点项目绩效目标。')),
    ],
  },
  {
    rule: 'SUM-ROUNDING',
    faulty: [
      projects(
        Array.from({ length: 9 }, () => aProject({ total: '3.33', fiscal: '3.33' })),
        { totals: { project: '30.00' } },
      ),
    ],
    sound: [projects([aProject({ total: '2.00' })], { totals: { project: '2.00' } })],
  },
  {
    rule: 'OPERATING-COST',
    faulty: [
      document({ totals, operatingCost: '29.37' }, theLines('机关运行经费是指各部门的公用经费，本年度29.37万元。'), '29.37'),
      document({ totals, operatingCost: '200.00' }),
    ],
    sound: [
      document({ totals, operatingCost: '29.37' }, theLines('机关运行经费是指行政单位的日常公用经费支出，本年度29.37万元。')),
      document({ totals, operatingCost: '144.27' }, theLines('机关运行经费是指各部门的公用经费')),
    ],
  },
  {
    rule: 'SUM-THREE-PUBLIC',
    faulty: [
      document({ threePublic: [{ year: 2020, total: '4.73', running: '4.12', reception: '0.25' }] }, [], '4.73'),
      document({ threePublic: [{ year: 2020, total: '4.00', running: '4.12', reception: null }] }),
    ],
    sound: [document({ threePublic }), document({ threePublic: [{ year: 2020, total: '4.37', running: '4.12', reception: null }] })],
  },
  {
    rule: 'THREE-PUBLIC-TWICE',
    faulty: [document({ threePublic: [...threePublic, { year: 2020, total: '5.37', running: '5.12', reception: '0.25' }] }, [], '5.37')],
    sound: [document({ threePublic })],
  },
  {
    rule: 'THREE-PUBLIC-PARTS',
    faulty: [document({ threePublic: [{ year: 2020, total: '4.37', running: '4.12', reception: null }] })],
    sound: [document({ threePublic })],
  },
  {
    rule: 'THREE-PUBLIC-LAST-YEAR',
    faulty: [document({ threePublic: [threePublic[0]!] }, theLines('2020年“三公”经费4.37万元。'))],
    sound: [
      document({ threePublic: [threePublic[0]!] }, theLines('2020年“三公”经费4.37万元，与上年持平。')),
      document({ threePublic }, theLines('“三公”经费')),
    ],
  },
  { rule: 'THREE-PUBLIC-WITHIN', faulty: [document({ totals: { expenditure: '4.00' }, threePublic })], sound: [document({ totals, threePublic })] },
  {
    rule: 'YOY-DIFF',
    faulty: [
      document({ threePublic }, told('“三公”经费减少0.84万元。'), '减少0.84万元'),
      document({ threePublic }, told('公务用车运行维护费减少0.38万元。')),
      lines(['支出546.52万元，比2019年520.00万元增加36.52万元。'], '增加36.52万元'),
      lines(['2020年收入546.52万元，2019年收入520.00万元，增加16.52万元。']),
    ],
    sound: [
      document({ threePublic }, told('“三公”经费减少0.48万元，业务量的减少导致公务用车运行维护费减少0.48万元。')),
      lines(['支出546.52万元，比2019年520.00万元增加26.52万元。', '支出546.52万元，其中基本支出470.9万元，比上年增加20万元。']),
    ],
  },
  {
    rule: 'YOY-DIRECTION',
    faulty: [
      document({ threePublic }, told('“三公”经费增加0.48万元。'), '增加0.48万元'),
      document({ threePublic }, told('“三公”经费与上年持平。'), '持平'),
      lines(['支出546.52万元，比上年增加26.52万元，下降5.10%。']),
    ],
    sound: [
      document({ threePublic }, told('“三公”经费减少0.48万元，其中公务接待费与上年持平。')),
      lines(['支出546.52万元，比上年减少26.52万元，下降4.63%。']),
    ],
  },
  {
    rule: 'YOY-PERCENT',
    faulty: [
      lines(['2021年收入总计519.07万元，与2020年相比增加32.19万元，增长6.76%。'], '增加32.19万元，增长6.76%'),
      lines(['2021年度收入总计519.07万元，支出总计519.07万元，与2020年度相比，增加32.19万元，增长6.76%。']),
    ],
    sound: [
      lines([
        '2021年收入总计519.07万元，与2020年相比增加32.19万元，增长6.61%。',
        '财政拨款收入500.12万元，比上年增加40.72万元，增长8.86%。',
        '本年支出120万元，比上年减少30万元，下降20%。',
        '同比减少12,602.40元，下降0.87%。',
        '因公出国（境）费0万元，公务接待费减少2万元，下降10%。',
        '公务用车费42.68亿元（包括购置费9.26亿元、运行费33.42亿元），减少3.11亿元，下降6.8%。',
        '2021年“三公”经费预算数为2283.74万元，比2020年减少162.87万元，压缩6.66%。',
      ]),
    ],
  },
  {
    rule: 'YOY-PERCENT-BASE',
    faulty: [lines(['收入519.07万元，其中拨款500.12万元，比上年增加32.19万元，增长16.76%。'])],
    sound: [lines(['收入519.07万元，其中拨款500.12万元，比上年增加32.19万元，增长6.61%。'])],
  },
  {
    rule: 'PERCENT-DONE',
    faulty: [lines(['年初预算为100万元，支出决算为90万元，完成年初预算的80%。'], '完成年初预算的80%')],
    sound: [
      lines([
        '年初预算为100万元，支出决算为90万元，完成年初预算的90%。',
        '支出472.9万元，完成年初预算的27.22%。',
        '年初预算数300.55万元，支出决算数为312.31万元，完成预算的103.91%，主要原因是人员增加。',
        '年初预算为0万元，支出决算为5万元，完成年初预算的100%。',
      ]),
    ],
  },
  {
    rule: 'PERCENT-SHARE',
    faulty: [lines(['本年支出合计519.07万元，其中基本支出401.91万元，占87.43%；项目支出117.16万元，占22.57%。'], '占87.43%')],
    sound: [
      lines([
        '本年支出合计519.07万元，其中基本支出401.91万元，占77.43%；项目支出117.16万元，占22.57%。',
        '本年收入合计519.07万元；包括财政拨款收入500.12万元（其中，一般公共预算500.12万元，政府性基金预算0万元），占收入合计96.35%；其他收入18.95万元，占收入合计3.65%。',
        '收入总计10万元，支出总计12万元，基本支出6万元，占50%。',
        '基本支出6万元，占一般公共预算支出的60%。',
      ]),
    ],
  },
  {
    rule: 'UNIT-MONEY',
    faulty: [lines(['2020年三公经费减少0.48的主要原因是业务量减少。'], '减少0.48'), lines(['2020年三公经费减少2的主要原因'], '减少2')],
    sound: [
      lines(['2020年三公经费减少0.48万元的主要原因', '收入增长5.6%，比重提高1.2个百分点', '公务用车经费减少3辆', '经费安排的项目减少3，其余不变']),
    ],
  },
  {
    rule: 'PRECISION',
    faulty: [document({ totals }, [], '470.9')],
    sound: [
      document({ totals: { ...totals, basic: '470.90' } }),
      document({ totals: { income: '546', expenditure: '546', basic: '470', project: '76' } }),
    ],
  },
  {
    rule: 'UNIT-TABLE',
    faulty: [document({ projects: [aProject()] }, theLines('1、审批文件特快专递费绩效目标表'))],
    sound: [
      document({ projects: [aProject()] }, theLines('1、审批文件特快专递费绩效目标表', ['单位：万元'])),
      document({ projects: [aProject({ total: '2.00万元' })] }, theLines('绩效目标表')),
    ],
  },
  {
    rule: 'PROC-SUM',
    faulty: [
      lines(['2021年政府采购预算总额36万元，其中：政府采购货物预算10万元、政府采购工程预算20.5万元、政府采购服务预算5万元。'], '36万元'),
      lines(['2021年政府采购预算20.00万元，其中货物15.00万元，服务8.00万元。'], '20.00万元'),
    ],
    sound: [
      lines([
        '2021年政府采购预算总额35.5万元，其中：政府采购货物预算10万元、政府采购工程预算20.5万元、政府采购服务预算5万元。授予中小企业合同金额9万元。',
      ]),
      lines(['2021年政府采购预算20.00万元，其中货物5.00万元，服务8.00万元。']),
    ],
  },
]
