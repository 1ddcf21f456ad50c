import { aProject, theLines } from './build.ts'
import { document, type Example, lines, projects } from './example.ts'

const totals = { income: '546.52', expenditure: '546.52', basic: '470.9', personnel: '326.63', publicFunds: '144.27', project: '75.62' }
const threePublic = [
  { year: 2020, total: '4.37', running: '4.12', reception: '0.25' },
  { year: 2019, total: '4.85', running: '4.6', reception: '0.25' },
]
const whole = [
  '一、部门职责',
  '二、机构设置情况',
  '三、收支总体情况',
  '四、机关运行经费安排情况',
  '五、“三公”经费情况',
  '六、政府采购预算情况',
  '七、国有资产信息情况',
  '八、绩效目标',
  '九、名词解释',
]
const nine = [
  '部门收支总表',
  '部门收入总表',
  '部门支出总表',
  '财政拨款收支总表',
  '一般公共预算支出表',
  '一般公共预算基本支出表',
  '政府性基金预算支出表',
  '国有资本经营预算支出表',
  '财政拨款“三公”经费支出表',
]

export const textExamples: readonly Example[] = [
  {
    rule: 'INCOME-CARRYOVER',
    faulty: [document({ totals, projects: [aProject({ name: '叫号系统采购项目结转余款' })] }, theLines('1、收入说明', '收入546.52万元'))],
    sound: [document({ totals, projects: [aProject({ name: '叫号系统采购项目结转余款' })] }, theLines('收入546.52万元，其中上年结转收入2.00万元'))],
  },
  {
    rule: 'INCOME-WITHIN',
    faulty: [lines(['一般公共预算拨款收入546.52万元，其中：财政拨款收入546.52万元'])],
    sound: [lines(['财政拨款收入546.52万元，其中：一般公共预算拨款收入546.52万元'])],
  },
  {
    rule: 'PROC-INCOMPLETE',
    faulty: [document({ procurement: [{ name: '叫号系统', amount: '27.5' }] }, [], '27.5')],
    sound: [
      document({ procurement: [{ name: '叫号系统', item: '叫号机', quantity: '4台', amount: '27.5' }] }),
      document({ procurement: [{ name: '合计', amount: '27.5' }] }),
      document({ procurement: [{ name: '无' }] }),
    ],
  },
  {
    rule: 'PROC-MISSING',
    faulty: [lines(['五、政府采购预算情况', '按规定执行。'])],
    sound: [lines(['五、政府采购预算情况', '本部门没有政府采购预算。'])],
  },
  {
    rule: 'PROC-PROJECT',
    faulty: [
      document(
        { procurement: [{ name: '叫号系统更新', amount: '30.00' }], projects: [aProject({ name: '叫号系统更新', total: '27.50', fiscal: '27.50' })] },
        [],
        '30.00',
      ),
    ],
    sound: [
      document({
        procurement: [{ name: '叫号系统更新', amount: '27.50' }],
        projects: [aProject({ name: '叫号系统更新', total: '27.50', fiscal: '27.50' })],
      }),
    ],
  },
  {
    rule: 'PROC-COVER',
    faulty: [document({ procurement: [{ name: '叫号系统', amount: '27.50' }], projects: [aProject({ name: '审图电脑购置' })] })],
    sound: [
      document({ procurement: [{ name: '审图电脑购置', amount: '2.00' }], projects: [aProject({ name: '审图电脑购置' })] }),
      document({ projects: [aProject({ name: '审图电脑购置' })] }),
    ],
  },
  {
    rule: 'SUM-ASSETS',
    faulty: [
      document(
        {
          assets: [
            { name: '资产总额', value: '124.5503' },
            { name: '1、房屋（平方米）', value: '' },
            { name: '4、其他固定资产', value: '120.5503' },
          ],
        },
        [],
        '124.5503',
      ),
      document({
        assets: [
          { name: '资产总额', value: '10.00' },
          { name: '车辆', value: '8.00' },
          { name: '设备', value: '3.00' },
        ],
      }),
    ],
    sound: [
      document({
        assets: [
          { name: '资产总额', value: '124.5503' },
          { name: '1、房屋（平方米）', value: '' },
          { name: '4、其他固定资产', value: '124.5503' },
        ],
      }),
      document({
        assets: [
          { name: '资产总额', value: '10.00' },
          { name: '房屋', value: '7.00' },
          { name: '其中：办公用房', value: '5.00' },
          { name: '其他固定资产', value: '3.00' },
        ],
      }),
      document({
        assets: [
          { name: '资产总额', value: '10.00' },
          { name: '房屋', value: '' },
          { name: '车辆', value: '3.00' },
        ],
      }),
    ],
  },
  {
    rule: 'ASSET-BLANK',
    faulty: [
      document({ assets: [{ name: '2、车辆（台、辆）', quantity: '', value: '' }] }),
      document({ assets: [{ name: '车辆', quantity: '', value: '8.00' }] }),
    ],
    sound: [
      document({
        assets: [
          { name: '车辆', quantity: '0', value: '0' },
          { name: '其他固定资产', quantity: '', value: '8.00' },
        ],
      }),
    ],
  },
  {
    rule: 'ASSET-VEHICLE',
    faulty: [document({ threePublic, assets: [{ name: '2、车辆（台、辆）', quantity: '', value: '' }] })],
    sound: [
      document({ threePublic, assets: [{ name: '2、车辆（台、辆）', quantity: '2', value: '20' }] }),
      document({ threePublic: [{ year: 2020, total: '0' }], assets: [{ name: '车辆', quantity: '' }] }),
    ],
  },
  {
    rule: 'SECTION-LAW',
    faulty: [lines(whole.filter((line) => !line.includes('机关运行经费')))],
    sound: [
      lines(whole),
      lines([...whole.filter((line) => !line.includes('机关运行经费')), '本单位是事业单位，没有机关运行经费。']),
      lines(['一、部门职责', '项目绩效目标表']),
    ],
  },
  {
    rule: 'SECTION-MISSING',
    faulty: [
      lines(whole.filter((line) => !line.includes('国有资产'))),
      lines([
        ...whole.filter((line) => !line.includes('三公')),
        '4.“三公”经费：是指用财政拨款安排的因公出国（境）费、公务用车购置及运行费和公务接待费，其中因公出国（境）费反映单位公务出国的住宿费等支出。',
      ]),
    ],
    sound: [lines(whole), lines(['一、部门职责', '项目绩效目标表'])],
  },
  {
    rule: 'SECTION-CHANGE',
    faulty: [document({ totals }, theLines(...whole, '2020年支出预算546.52万元。'))],
    sound: [
      document({ totals }, theLines(...whole, '2020年支出预算546.52万元，比上年增加20万元。')),
      document({ totals }, theLines('支出546.52万元。')),
    ],
  },
  {
    rule: 'TABLE-MISSING',
    faulty: [lines(nine.slice(0, 8))],
    sound: [lines(nine), lines(['收支预算总表支出栏、基本支出表、项目支出表按经济分类编制。'])],
  },
  { rule: 'TABLE-NONE', faulty: [lines(whole)], sound: [lines([...whole, ...nine]), lines(['一、部门职责'])] },
  {
    rule: 'TABLE-EMPTY-NOTE',
    faulty: [
      document({
        tables: [{ title: { raw: '政府性基金预算支出表', value: '政府性基金预算支出表', place: { line: 9 } }, unit: null, head: [], rows: [] }],
      }),
    ],
    sound: [
      document(
        { tables: [{ title: { raw: '政府性基金预算支出表', value: '政府性基金预算支出表', place: { line: 9 } }, unit: null, head: [], rows: [] }] },
        theLines('本部门没有政府性基金预算支出，故本表为空。'),
      ),
    ],
  },
  {
    rule: 'NUM-DUP',
    faulty: [lines(['一、甲', '二、乙', '二、丙'], '二、'), lines(['（一）甲', '（二）乙', '（二）丙'])],
    sound: [lines(['一、甲', '1、子', '2、丑', '二、乙', '1、寅', '三、丙']), lines(['目录', '一、甲', '二、乙', '一、甲', '二、乙'])],
  },
  {
    rule: 'NUM-GAP',
    faulty: [lines(['一、甲', '二、乙', '五、丙'], '五、'), lines(['第一部分 甲', '第三部分 乙'])],
    sound: [
      lines(['一、甲', '（一）子', '（二）丑', '二、乙', '三、丙']),
      lines(['三、甲', '一、乙', '二、丙']),
      lines(['一、甲', '二、乙', '三、措施', '一、子', '二、丑', '四、其他']),
      lines(['2020年收入', '3.5万元', '十、甲', '十一、乙']),
    ],
  },
  {
    rule: 'NUM-MISSING',
    faulty: [lines(['一、甲', '二、乙', '机关运行经费安排情况', '本年度29.37万元。', '“三公”经费情况', '五、丙'], '机关运行经费安排情况')],
    sound: [lines(['一、甲', '二、机关运行经费安排情况', '三、丙'])],
  },
  { rule: 'NUM-START', faulty: [lines(['三、绩效信息', '一、甲', '二、乙'])], sound: [lines(['一、甲', '二、乙']), lines(['三、甲', '四、乙'])] },
  {
    rule: 'NUM-LEVEL',
    faulty: [lines(['一、甲', '二、乙', '三、措施', '一、子', '二、丑'], '一、')],
    sound: [lines(['一、甲', '（一）子', '二、乙'])],
  },
  {
    rule: 'TEMPLATE-RESIDUE',
    faulty: [lines(['收入情况应至少包括收入总额'], '应至少包括'), lines(['可从本部门预算文本提取有关信息']), lines(['（请填写本单位情况）'])],
    sound: [lines(['收入包括财政拨款收入', '应当包括的项目均已列入'])],
  },
  {
    rule: 'TEMPLATE-PHRASE',
    faulty: [lines(['反映本部门当年全部收入，2020年收入546.52万元'], '反映本部门当年全部收入')],
    sound: [lines(['2020年本部门收入546.52万元', '201 反映政府提供一般公共服务支出'])],
  },
  {
    rule: 'TEMPLATE-BLANK',
    faulty: [lines(['XX部门2020年预算'], 'XX'), lines([['预算XX万元']]), lines(['增加××万元']), lines([['项目名称', 'XX']]), lines(['负责人：____'])],
    sound: [lines(['项目编码442-0401-YBN-XX1A', '网址 http://www.xx.gov.cn', '规格XXL', '联系人张××，电话138****1234', '李**同志'])],
  },
  {
    rule: 'FIELD-CODE',
    faulty: [lines(['一、总体绩效目标 TC 总体绩效目标 \\f A \\l 1 ']), lines(['第一部分 概况 PAGEREF _Toc25831 \\h 3'])],
    sound: [lines(['采用TC协议的网络设备', '一、总体绩效目标'])],
  },
  { rule: 'PUNCTUATION', faulty: [lines(['收入增加。。'], '。。'), lines(['印刷，、装订'])], sound: [lines(['按规定公开。', '省略……'])] },
  {
    rule: 'NAME-CODE',
    faulty: [
      projects(
        [aProject({ number: 1, unitName: '海港市政务服务中心' }), aProject({ number: 2, unitName: '海港市行政审批局' })],
        {},
        '海港市行政审批局',
      ),
    ],
    sound: [projects([aProject({ number: 1 }), aProject({ number: 2 })])],
  },
  {
    rule: 'NAME-SIMILAR',
    faulty: [document({ institutions: ['海港市政府服务中心', '海港市政务服务中心'] })],
    sound: [document({ institutions: ['海港市第一中学校', '海港市第二中学校', '东港区城市管理局', '西港区城市管理局', '海港市行政审批局'] })],
  },
  {
    rule: 'NAME-FIELD',
    faulty: [lines([['编制部门：行政审批部门']], '行政审批部门')],
    sound: [lines([['编制部门：行政审批局'], ['编制部门：海港市行政审批局（本级）']])],
  },
  { rule: 'NAME-VARIANT', faulty: [lines(['反映海港市行政审批部门预算的总体情况'])], sound: [lines(['反映海港市行政审批局部门预算的总体情况'])] },
  {
    rule: 'NAME-TITLE',
    faulty: [
      lines(['3、短信服务费绩效目标表 TC 3、短息服务费绩效目标表 \\f C \\l 1 '], '短息服务费'),
      document(
        { projects: [{ ...aProject({ name: '专项短信服务费' }), number: { raw: '1', value: 1, place: { line: 1 } } }] },
        theLines('1、专项短息服务费绩效目标表'),
      ),
    ],
    sound: [
      lines(['一、总体绩效目标 TC 总体绩效目标 \\f A \\l 1 ']),
      document(
        { projects: [{ ...aProject({ name: '专项短信服务费' }), number: { raw: '1', value: 1, place: { line: 1 } } }] },
        theLines('1、专项短信服务费绩效目标表'),
      ),
    ],
  },
  {
    rule: 'YEAR-OTHER',
    faulty: [lines(['2019年部门预算绩效信息'])],
    sound: [lines(['2020年部门预算绩效信息', '与2019年部门预算对比情况', '2019年部门决算'])],
  },
  {
    rule: 'CODE-PROJECT',
    faulty: [projects([aProject({ number: 1, name: '甲项目费' }), aProject({ number: 2, name: '乙项目费' })])],
    sound: [projects([aProject({ number: 1 }), aProject({ number: 2, code: '442-0401-YBN-BBBB' })])],
  },
  {
    rule: 'CODE-NAME',
    faulty: [
      document({ codes: [['20805', '行政事业单位离退休']] }),
      document({ codes: [['210', '医疗卫生与计划生育支出']] }),
      document({ year: 2018, codes: [['207', '文化旅游体育与传媒支出']] }),
    ],
    sound: [
      document({
        codes: [
          ['20805', '行政事业单位养老支出'],
          ['210', '卫生健康支出'],
          ['2010305', '专项业务活动'],
        ],
      }),
      document({ year: 2019, codes: [['20805', '行政事业单位离退休']] }),
    ],
  },
  {
    rule: 'CODE-FUNC',
    faulty: [document({ codes: [['2010305', '事业运行']] })],
    sound: [
      document({
        codes: [
          ['2010350', '事业运行'],
          ['2010301', '行政运行'],
          ['2019999', '事业运行'],
        ],
      }),
    ],
  },
  {
    rule: 'CODE-NAME-UNLIKE',
    faulty: [document({ codes: [['2010302', '一般行政管理']] })],
    sound: [
      document({
        codes: [
          ['2010302', '一般行政管理事务'],
          ['2010305', '事业运行'],
          ['20805', '行政事业单位离退休'],
        ],
      }),
    ],
  },
  { rule: 'CODE-UNKNOWN', faulty: [document({ codes: [['2999999', '某某支出']] })], sound: [document({ codes: [['201', '一般公共服务支出']] })] },
  {
    rule: 'CODE-TWICE',
    faulty: [
      document(
        {
          codes: [
            ['2010302', '一般行政管理事务'],
            ['2010302', '机关服务'],
          ],
        },
        [],
        '机关服务',
      ),
    ],
    sound: [
      document({
        codes: [
          ['2010302', '一般行政管理事务'],
          ['2010303', '机关服务'],
        ],
      }),
    ],
  },
  {
    rule: 'CODE-PARENT',
    faulty: [
      document(
        {
          codes: [
            ['201', '一般公共服务支出'],
            ['20103', '政府办公厅（室）及相关机构事务'],
            ['2010301', '行政运行'],
            ['2210201', '住房公积金'],
          ],
        },
        [],
        '2210201',
      ),
    ],
    sound: [
      document({
        codes: [
          ['201', '一般公共服务支出'],
          ['20103', '政府办公厅（室）及相关机构事务'],
          ['2010301', '行政运行'],
          ['2010302', '一般行政管理事务'],
        ],
      }),
    ],
  },
  {
    rule: 'GOAL-DUTY',
    faulty: [document({ goals: ['负责行政审批工作，提高审批效率。'] }, theLines('一、部门职责', '负责行政审批工作，提高审批效率。', '二、机构设置'))],
    sound: [document({ goals: ['年内办结审批事项八千件，按时办结率不低于99%。'] }, theLines('一、部门职责', '负责行政审批工作，提高审批效率。'))],
  },
  {
    rule: 'GOAL-UNMEASURED',
    faulty: [document({ goals: ['互联网+政务服务稳步推进', '加大行政审批政务公开工作'] })],
    sound: [document({ goals: ['网上可办事项达到95%以上', '加大行政审批政务公开工作'] }), document({ goals: ['加大行政审批政务公开工作'] })],
  },
]
