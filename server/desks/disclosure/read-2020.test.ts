import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { DisclosureDocument } from '../../../rules/disclosure/document.ts'
import { readDisclosureFile } from './read-file.ts'
import { allLeaves } from './testing/all-leaves.ts'
import { schemaFaults } from './testing/schema-check.ts'

const path = new URL('../../../tests/fixtures/disclosure/budget-2020.txt', import.meta.url).pathname
const lines = readFileSync(path, 'utf8').split('\n')
const at = (line: number): string => lines[line - 1]!
let document: DisclosureDocument

beforeAll(async () => {
  const read = await readDisclosureFile(path)
  if (!read.ok) throw new Error(read.refusal.code)
  document = read.value
})

describe('the 2020 document', () => {
  it('has the shape that was promised', () => expect(schemaFaults(document)).toEqual([]))

  it('leaves nothing unread', () => expect(document.unread).toEqual([]))

  it('keeps in every leaf what stands on its line', () => {
    const all = allLeaves(document)
    expect(all.length).toBeGreaterThan(1000)
    for (const { raw, place } of all) {
      expect(at(place.line)).toContain(raw)
      if (place.cell !== undefined && raw === '') expect(at(place.line)).toBe('\t')
    }
  })

  it('turns every filled cell of the tables into data or knows it for a form word', () => {
    const kept = new Set(allLeaves(document).map(({ place }) => place.line))
    const words =
      /^(单位名称|单位性质|单位规格|经费保障形式|部门固定资产占用情况表|编制部门：.*|截止时间：.*|项 +目|数量|价值（.*|行政审批局部门功能分类名词解释|功能编码|功能名称|名词解释|单位：万元|项目编码|项目名称|预算规模及资金用途|预算数|其中：财政资金|其他资金|资金支出计划（%）|\d+月底|绩效目标|[一二三]级指标|绩效指标描述|指标值|指标值确定依据)$/
    const lost = lines.filter((line, index) => line.startsWith('\t') && line.trim() !== '' && !kept.has(index + 1) && !words.test(line.trim()))
    expect(lost).toEqual([])
  })

  it('knows whose it is', () => {
    expect(document.document).toMatchObject({
      department: { value: '秦皇岛经济技术开发区行政审批局' },
      unitCodes: [{ value: '442002' }, { value: '442003' }],
      year: { value: 2020 },
      kind: { value: 'budget' },
    })
    expect(document.institutions.map((each) => [each.name?.value, each.nature?.value, each.rank?.value, each.funding?.value])).toEqual([
      ['秦皇岛经济技术开发区行政审批局', '行政', '副处级', '财政拨款'],
      ['秦皇岛经济技术开发区政府服务中心', '事业', '副处级', '财政性资金基本保证'],
    ])
  })

  it('has its totals, operating cost, 三公 and purchase in 分', () => {
    const { totals, operatingCost, threePublic, procurement } = document
    expect(Object.fromEntries(Object.entries(totals).map(([name, leaf]) => [name, leaf?.value]))).toEqual({
      income: 546_520_000,
      expenditure: 546_520_000,
      basic: 470_900_000,
      personnel: 326_630_000,
      publicFunds: 144_270_000,
      project: 75_620_000,
    })
    expect(operatingCost).toEqual({ raw: '29.37万元', value: 29_370_000, place: { line: 52 } })
    expect(threePublic.map((year) => Object.values(year).map((leaf) => leaf?.value))).toEqual([
      [2020, 4_370_000, 0, 0, 4_120_000, 250_000],
      [2019, 4_850_000, 0, 0, 4_600_000, 250_000],
    ])
    expect(procurement).toMatchObject([
      { name: { value: '2019年叫号系统及设备更新采购项目结转余款' }, item: null, quantity: null, amount: { value: 27_500_000 } },
    ])
  })

  it('has the assets with their empty cells, and the function codes', () => {
    expect(document.assets.map((each) => [each.quantity?.value, each.quantity?.raw, each.value?.value])).toEqual([
      [null, '', 124_550_300],
      [null, '', null],
      [null, '', null],
      [null, '', null],
      [null, '', null],
      [null, '', 124_550_300],
    ])
    expect(document.functionCodes.map((each) => each.code?.value)).toEqual(
      '201 20103 2010301 2010302 2010305 2010399 208 20805 2080505 2080506 210 21011 2101101 2101102 221 22102 2210201'.split(' '),
    )
  })

  it('has goals and safeguards', () => {
    expect(document.departmentGoals).toHaveLength(12)
    expect(document.safeguards.map((leaf) => leaf.value?.slice(0, 2))).toEqual(['一、', '二、', '三、', '四、', '五、'])
  })

  it('has sixteen projects with 112 indicators', () => {
    const { projects } = document
    expect(projects.map((project) => project.number?.value)).toEqual(Array.from({ length: 16 }, (_, index) => index + 1))
    expect(projects.map((project) => project.budget.total?.value)).toEqual(
      [27.5, 8, 7, 1.5, 1, 2.1, 2, 2, 5, 3, 1, 3, 1, 2.52, 6, 3].map((amount) => Math.round(amount * 1_000_000)),
    )
    expect(projects.every((project) => project.budget.other?.raw === '' && project.budget.other.value === null)).toBe(true)
    expect(projects.map((project) => project.plan.map((entry) => entry.percent.value))).toEqual(
      projects.map(
        (_, index) =>
          ({ 1: [20, 60, 20, null], 2: [null, 55, null, null], 8: [null, null, 10, null], 14: [null, 100, null, null] })[index] ?? [
            null,
            null,
            100,
            null,
          ],
      ),
    )
    expect(projects.flatMap((project) => project.plan.map((entry) => entry.month)).slice(0, 4)).toEqual([3, 6, 10, 12])
    expect(projects.map((project) => project.goals.length)).toEqual(projects.map(() => 2))
    expect(projects.map((project) => project.indicators.length)).toEqual(projects.map(() => 7))
  })

  it('gives each indicator its group and its target', () => {
    const rows = document.projects.flatMap((project) => project.indicators)
    const levels = ['产出指标', '产出指标', '产出指标', '效果指标', '效果指标', '效果指标', '满意度指标']
    expect(rows.map((row) => row.level1?.value)).toEqual(document.projects.flatMap(() => levels))
    expect(rows.every((row) => row.level3?.raw === '' && row.basis?.raw === '' && row.level2?.value)).toBe(true)
    expect(new Set(rows.map((row) => `${row.target?.raw}→${JSON.stringify(row.target?.value)}`))).toEqual(
      new Set([
        '≥90%→{"operator":"≥","value":90,"unit":"%"}',
        '90%→{"operator":null,"value":90,"unit":"%"}',
        '≥95%→{"operator":"≥","value":95,"unit":"%"}',
        '≤10个→{"operator":"≤","value":10,"unit":"个"}',
        '≥95→{"operator":"≥","value":95,"unit":null}',
        '≤0→{"operator":"≤","value":0,"unit":null}',
        '≤10→{"operator":"≤","value":10,"unit":null}',
        '≤10%→{"operator":"≤","value":10,"unit":"%"}',
      ]),
    )
  })
})
