import { aTable } from './build.ts'
import { document, type Example, lines } from './example.ts'

const expenditure = (rows: readonly (readonly string[])[]) =>
  aTable({ title: '部门支出总表', head: ['科目编码', '科目名称', '合计', '基本支出', '项目支出'], rows })
const sound = expenditure([
  ['', '合计', '10.00', '8.00', '2.00'],
  ['201', '一般公共服务支出', '9.00', '7.00', '2.00'],
  ['20103', '政府办公厅（室）及相关机构事务', '9.00', '7.00', '2.00'],
  ['2010301', '行政运行', '7.00', '7.00', ''],
  ['2010302', '一般行政管理事务', '2.00', '', '2.00'],
  ['221', '住房保障支出', '1.00', '1.00', ''],
])
const balance = (rows: readonly (readonly string[])[], title = '部门收支总表') => aTable({ title, head: ['项目', '预算数', '项目', '预算数'], rows })
const soundBalance = balance([
  ['一、一般公共预算拨款收入', '9.00', '一、一般公共服务支出', '9.00'],
  ['二、事业收入', '0.50', '二、住房保障支出', '1.00'],
  ['本年收入合计', '9.50', '本年支出合计', '10.00'],
  ['上年结转结余', '0.50', '年终结转结余', ''],
  ['收入总计', '10.00', '支出总计', '10.00'],
])
const threePublic = (row: readonly string[]) =>
  aTable({
    title: '财政拨款“三公”经费支出表',
    head: ['合计', '因公出国（境）费', '公务用车购置及运行费小计', '公务用车购置费', '公务用车运行费', '公务接待费'],
    rows: [row],
  })

const threePublicDown = (running: string) =>
  aTable({
    title: '财政拨款“三公”经费支出表',
    head: ['项目', '2021年预算数', '增减率'],
    rows: [
      ['合计', '4.37', '-9.9%'],
      ['1.因公出国（境）费用', '0', '0'],
      ['2.公务接待费', '0.25', '0'],
      ['3.公务用车购置及运行费', '4.12', '-10.4%'],
      ['其中：（1）公务用车运行维护费', running, '-10.4%'],
      ['（2）公务用车购置费', '0', '0'],
    ],
  })

const sheet = (rows: readonly (readonly string[])[]) => [
  ['项目资金', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  ...rows.slice(0, 1),
  ['一级指标', '二级指标', '三级指标', '年度指标值', '分值', '得分', '偏差原因'],
  ...rows.slice(1),
]
const execution = ['年度资金总额', '90', '90', '81', '10', '90.00%', '9']
const points = [
  ['产出指标', '数量指标', '寄送数量', '≥9件', '50', '50', ''],
  ['效益指标', '社会效益', '便利程度', '提升', '30', '28', ''],
  ['满意度', '满意度', '群众满意度', '≥95%', '10', '10', ''],
]
const total = (weight: string, score: string) => ['总分', '', '', '', weight, score, '']

const results = (cells: readonly string[]) => [
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
  ['产出指标', '数量指标', '寄送', ...cells],
]

export const tableExamples: readonly Example[] = [
  {
    rule: 'TABLE-ROW',
    faulty: [document({ tables: [expenditure([['', '合计', '10.00', '8.00', '3.00']])] }, [], '10.00')],
    sound: [document({ tables: [sound] }), document({ tables: [expenditure([['', '合计', '10.00', '6.67', '3.34']])] })],
  },
  {
    rule: 'TABLE-HIER',
    faulty: [
      document(
        {
          tables: [
            expenditure([
              ['201', '甲', '9.00', '', ''],
              ['20103', '乙', '8.00', '', ''],
            ]),
          ],
        },
        [],
        '9.00',
      ),
      document(
        {
          tables: [
            expenditure([
              ['', '合计', '9.00', '', ''],
              ['201', '甲', '5.00', '', ''],
              ['221', '乙', '3.00', '', ''],
            ]),
          ],
        },
        [],
        '9.00',
      ),
    ],
    sound: [
      document({ tables: [sound] }),
      document({
        tables: [
          expenditure([
            ['201', '甲', '9.00', '', ''],
            ['201', '乙', '8.00', '', ''],
            ['20103', '丙', '3.00', '', ''],
          ]),
        ],
      }),
    ],
  },
  {
    rule: 'TABLE-BALANCE',
    faulty: [
      document({
        tables: [
          balance([
            ['一、拨款收入', '9.00', '一、一般公共服务支出', '9.00'],
            ['收入总计', '9.00', '支出总计', '9.50'],
          ]),
        ],
      }),
      document(
        {
          tables: [
            balance([
              ['一、拨款收入', '8.00', '一、一般公共服务支出', '9.00'],
              ['本年收入合计', '9.00', '本年支出合计', '9.00'],
            ]),
          ],
        },
        [],
        '9.00',
      ),
      document(
        {
          tables: [
            balance([
              ['本年收入合计', '9.00', '本年支出合计', '9.00'],
              ['上年结转', '1.00', '', ''],
              ['收入总计', '9.00', '支出总计', '9.00'],
            ]),
          ],
        },
        [],
        '9.00',
      ),
    ],
    sound: [
      document({ tables: [soundBalance] }),
      document({
        kind: 'accounts',
        tables: [
          aTable({
            title: '收入支出决算总表',
            head: ['项目', '行次', '金额', '项目', '行次', '金额'],
            rows: [
              ['一、财政拨款收入', '1', '9.00', '一、一般公共服务支出', '31', '9.20'],
              ['本年收入合计', '27', '9.00', '本年支出合计', '57', '9.20'],
              ['年初结转和结余', '29', '0.50', '年末结转和结余', '59', '0.30'],
              ['总计', '30', '9.50', '总计', '60', '9.50'],
            ],
          }),
        ],
      }),
    ],
  },
  {
    rule: 'TABLE-THREE-PUBLIC',
    faulty: [
      document({ tables: [threePublic(['4.37', '0', '4.12', '0', '4.12', '0.35'])] }, [], '4.37'),
      document({ tables: [threePublic(['4.37', '0', '4.12', '1', '4.12', '0.25'])] }, [], '4.12'),
      document({ tables: [threePublicDown('4.32')] }, [], '4.12'),
    ],
    sound: [document({ tables: [threePublic(['4.37', '0', '4.12', '0', '4.12', '0.25']), threePublicDown('4.12')] })],
  },
  {
    rule: 'TABLE-CROSS',
    faulty: [document({ tables: [soundBalance, expenditure([['', '合计', '11.00', '8.00', '3.00']])] }, [], '11.00')],
    sound: [document({ tables: [soundBalance, sound] })],
  },
  {
    rule: 'TABLE-TEXT',
    faulty: [
      document({ totals: { expenditure: '10.50' }, tables: [sound] }, [], '10.50'),
      document(
        {
          threePublic: [{ year: 2020, total: '4.38', running: '4.13', reception: '0.25' }],
          tables: [threePublic(['4.37', '0', '4.12', '0', '4.12', '0.25'])],
        },
        [],
        '4.38',
      ),
    ],
    sound: [
      document({ totals: { expenditure: '10.00', basic: '8.00', project: '2.00', income: '10' }, tables: [soundBalance, sound] }),
      document({ totals: { income: '9.5' }, tables: [soundBalance] }),
    ],
  },
  {
    rule: 'SCORE-WEIGHTS',
    faulty: [lines(sheet([execution, ...points.slice(0, 2), total('100', '87')])), lines(sheet([execution, ...points, total('110', '97')]))],
    sound: [lines(sheet([execution, ...points, total('100', '97')])), lines(sheet([execution, ...points]))],
  },
  {
    rule: 'SCORE-SUM',
    faulty: [lines(sheet([execution, ...points, total('100', '98')]), '98')],
    sound: [lines(sheet([execution, ...points, total('100', '97')])), lines(sheet([execution, ...points]))],
  },
  {
    rule: 'SCORE-MAX',
    faulty: [lines(sheet([execution, ['产出指标', '数量指标', '寄送数量', '≥9件', '50', '52', '']]), '52')],
    sound: [lines(sheet([execution, ...points]))],
  },
  {
    rule: 'EXECUTION-RATE',
    faulty: [lines(sheet([['年度资金总额', '90', '90', '81', '10', '95.00%', '9'], ...points]), '95.00%')],
    sound: [
      lines(sheet([execution, ...points])),
      lines(sheet([['年度资金总额', '90', '90', '89.97', '10', '99.97%', '10'], ...points])),
      lines(sheet([['年度资金总额', '90', '90', '81', '10', '0.9', '9'], ...points])),
      lines(sheet([['年度资金总额', '90', '90', '', '10', '', ''], ...points])),
    ],
  },
  {
    rule: 'EXECUTION-SCORE',
    faulty: [lines(sheet([['年度资金总额', '90', '90', '81', '10', '90.00%', '10'], ...points]), '10')],
    sound: [lines(sheet([execution, ...points]))],
  },
  {
    rule: 'SCORE-UNMET',
    faulty: [lines(results(['≥95%', '90%', '10', '10']), '10'), lines(results(['≤5天', '8天', '10', '10']))],
    sound: [
      lines(results(['≥95%', '90%', '10', '9.5'])),
      lines(results(['≥95%', '97%', '10', '10'])),
      lines(results(['≤5天', '4天', '10', '10'])),
      lines(results(['显著提升', '达成', '10', '10'])),
    ],
  },
  {
    rule: 'SCORE-LAX',
    faulty: [lines(results(['≥100件', '150件', '10', '10']), '150件')],
    sound: [lines(results(['≥100件', '110件', '10', '10'])), lines(results(['≤5天', '9天', '10', '5']))],
  },
]
