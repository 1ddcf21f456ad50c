import { aProject } from './build.ts'
import { type Example, project, projects } from './example.ts'

const long =
  '完成全年审批文件寄送工作，逐件核对收件人信息，按时移交快递公司，对退回的文件在两个工作日内联系申请人并重新寄出，每月汇总寄送数量、退回数量和重寄数量，分析退回原因，改进地址登记办法，年底前把退回率降到百分'

export const projectExamples: readonly Example[] = [
  {
    rule: 'SUM-PROJECT',
    faulty: [project({ total: '8.00', fiscal: '7.00', other: '0.50' }, '8.00'), project({ total: '8.00', fiscal: '7.00', other: '' })],
    sound: [
      project({ total: '8.00', fiscal: '8.00', other: '' }),
      project({ total: '8.00', fiscal: '5.33', other: '2.67' }),
      project({ total: '8.00', fiscal: '5.33', other: '2.66' }),
      project({ total: '8.00', fiscal: '', other: '' }),
      project({ total: '8.00', fiscal: '8.00', other: '无' }),
    ],
  },
  { rule: 'BUDGET-BLANK', faulty: [project({ total: '' })], sound: [project({}), project({ total: '0.00', fiscal: '0.00' })] },
  { rule: 'BUDGET-SOURCE-BLANK', faulty: [project({ fiscal: '', other: '' })], sound: [project({ fiscal: '2.00', other: '' })] },
  { rule: 'PROJECT-NAME-BLANK', faulty: [project({ name: '' })], sound: [project({})] },
  {
    rule: 'PLAN-SUM',
    faulty: [
      project({ plan: ['', '55', '', ''] }, '55'),
      project({ plan: ['', '', '10.00', ''] }, '10.00'),
      project({ plan: ['30', '30', '30', ''] }),
      project({ plan: ['100', '50', '', ''] }),
      project({ plan: ['20', '120', '', ''] }),
    ],
    sound: [
      project({ plan: ['20', '60', '20', ''] }),
      project({ plan: ['25', '50', '75', '100'] }),
      project({ plan: ['', '', '', '100.00'] }),
      project({ plan: ['33.33', '33.33', '33.34', ''] }),
      project({ plan: ['', '', '', ''] }),
      project({ plan: ['约一半', '', '', '50'] }),
      project({ plan: [] }),
    ],
  },
  {
    rule: 'PLAN-CUMUL',
    faulty: [project({ plan: ['20', '60', '20', ''] }, '20'), project({ plan: ['25', '25', '25', '25'] })],
    sound: [project({ plan: ['20', '60', '80', '100'] }), project({ plan: ['', '', '100', ''] })],
  },
  {
    rule: 'PLAN-LAST',
    faulty: [project({ plan: ['', '', '100', ''] })],
    sound: [project({ plan: ['', '', '', '100'] }), project({ plan: ['', '', '100', '100'] })],
  },
  { rule: 'PLAN-BLANK', faulty: [project({ plan: ['', '', '', ''] })], sound: [project({}), project({ plan: [] })] },
  {
    rule: 'PLAN-YEAREND',
    faulty: [project({ plan: ['', '', '', '100'] })],
    sound: [project({ plan: ['', '50', '', '100'] }), project({ plan: ['', '', '100', ''] })],
  },
  {
    rule: 'GOAL-DUP',
    faulty: [project({ goals: ['1、保证设备正常运转', '2、保证设备正常运转'] }, '2、保证设备正常运转')],
    sound: [project({ goals: ['1、保证设备正常运转', '2、全年故障不超过3次'] })],
  },
  {
    rule: 'GOAL-TRUNC',
    faulty: [
      project({ goals: [`1、${long}`.padEnd(102, '之').slice(0, 102)] }),
      projects([aProject({ goals: ['逐件核对收件人信息，按时移交快'] })], { goals: ['逐件核对收件人信息，按时移交快递公司。'] }),
    ],
    sound: [
      project({ goals: ['逐件核对收件人信息，按时移交快递公司'] }),
      project({ goals: [`${long.slice(0, 99)}。`] }),
      projects([aProject({ goals: ['逐件核对收件人信息'] })], { goals: ['逐件核对收件人信息，按时移交快递公司。'] }),
    ],
  },
  {
    rule: 'GOAL-STOP',
    faulty: [project({ goals: ['强化业务学习，提高业务水平'] })],
    sound: [project({ goals: ['强化业务学习，提高业务水平。'] }), project({ goals: ['寄送文件4000件'] })],
  },
  {
    rule: 'GOAL-COPY',
    faulty: [
      projects([aProject({ number: 1, goals: ['保证工作和设备的正常运转'] }), aProject({ number: 2, goals: ['保证工作和设备的正常运转'] })]),
      projects([aProject({ goals: ['加强审批队伍建设，提高审批效率。'] })], { goals: ['加强审批队伍建设，提高审批效率。'] }),
    ],
    sound: [projects([aProject({ number: 1, goals: ['全年寄送文件四千件'] }), aProject({ number: 2, goals: ['全年印刷表格两万份'] })])],
  },
  { rule: 'GOAL-IRREL', faulty: [project({ goals: ['强化理论学习，打造廉洁高效干部队伍，营造良好的营商环境。'] })], sound: [project({})] },
  { rule: 'GOAL-BLANK', faulty: [project({ goals: [''] })], sound: [project({}), project({ goals: [] })] },
  {
    rule: 'USE-IS-GOAL',
    faulty: [
      project({ use: '实现文明审批、方便群众', goals: ['1、实现文明审批、方便群众。'] }),
      project({ use: '通过实地考察进一步深化改革、提高效能' }),
    ],
    sound: [project({ use: '支付快递费' }), project({ use: '保障大厅运转，购置打印机' })],
  },
  { rule: 'USE-IS-NAME', faulty: [project({ use: '审批文件特快专递费' })], sound: [project({})] },
]
