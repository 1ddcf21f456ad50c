import { describe, expect, it } from 'vitest'
import { isTableTitle, sectionOpened } from './headings.ts'

describe('sectionOpened', () => {
  it.each([
    ['一、部门职责及机构设置情况', 'duties'],
    ['2、机构设置：', 'institutions'],
    ['二、 部门预算安排总体情况', 'overview'],
    ['1、收入说明 ：', 'income'],
    ['机关运行经费安排情况', 'operatingCost'],
    ['财政拨款“三公”经费预算情况及增减变化原因', 'threePublic'],
    ['五、政府采购预算情况', 'procurement'],
    ['六、国有资产信息情况', 'assets'],
    ['5.功能分类名词解释：', 'functionCodes'],
    ['八、其他需要说明的事项', 'other'],
    ['一、总体绩效目标 TC 总体绩效目标 \\f A \\l 1 ', 'overallGoals'],
    ['二、分項績效目標', 'partGoals'],
    ['三、工作保障措施', 'safeguards'],
    ['第二部分 专项资金绩效目标', 'projects'],
  ])('%s', (text, section) => expect(sectionOpened(text)).toBe(section))

  it.each([
    '二、规范制度落实。行政审批局于今年年初在财务科的帮助下建立了内控制度。',
    '2020年政府采购安排27.5万元',
    '3、单价在20万元以上的设备',
    '1、行政审批',
    '4、其他固定资产',
    '',
  ])('%s opens nothing', (text) => expect(sectionOpened(text)).toBeNull())
})

it('knows the titles of the public tables', () => {
  expect(['部门收支总表', '表3 部门支出总表', '一般公共预算“三公”经费支出表（2021年）', '收入说明', '项目支出'].map(isTableTitle)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ])
})
