import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { auditDisclosure } from './audit-disclosure.ts'
import { auditProject } from './audit-project.ts'
import { aDocument, aProject, aTable, theLines } from './testing/build.ts'

const scraps = [
  '一、',
  '二、',
  '（三）',
  '1、',
  '第二部分',
  '三公',
  '经费',
  '减少0.48',
  '增加26.52万元',
  '，增长5.1%',
  '。',
  '，',
  '≥95%',
  '投诉率',
  ' TC ',
  '\\f',
  'XX',
  '应至少包括',
  '反应',
  '情况',
  '编制部门：',
  '\t',
  '2019年',
  '（',
  '）',
  '合计',
  '201',
  '',
]

describe('whatever comes', () => {
  it('the audit answers and never throws', () => {
    const words = fc.array(fc.constantFrom(...scraps), { maxLength: 12 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), fc.array(words, { minLength: 8, maxLength: 8 }), (lines, cells) => {
        const project = aProject({
          name: cells[0]!,
          total: cells[1]!,
          use: cells[2]!,
          goals: [cells[3]!, cells[4]!],
          plan: cells.slice(4, 8),
          rows: [[cells[5]!, cells[6]!, cells[7]!]],
        })
        const table = aTable({ title: cells[0]!, head: cells.slice(0, 4), rows: [cells.slice(4, 8), cells.slice(0, 4)] })
        const document = aDocument({ goals: cells, codes: [[cells[1]!, cells[2]!]], projects: [project, project], tables: [table] })
        expect(Array.isArray(auditDisclosure({ document, lines: theLines(...lines) }))).toBe(true)
        expect(Array.isArray(auditProject(project))).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it.each(['，', '。', ' ', '一', '反应', 'TC ', '（请', '增加1', '9', '1,', 'X', '的', '使的', '.', '2019年', '元', '占', '表（'])(
    'a line of a hundred thousand “%s” takes no time',
    (scrap) => {
      const long = scrap.repeat(Math.ceil(100_000 / scrap.length))
      const document = aDocument({
        goals: [`${long}完`],
        projects: [aProject({ name: long, use: `${long}完`, goals: [`${long}完`], rows: [['数量指标', `${long}完`, '≥95%']] })],
        tables: [aTable({ title: long, head: [long, long], rows: [[long, long]] })],
      })
      const start = performance.now()
      auditDisclosure({ document, lines: theLines(`${long}完`, `目录`, `${long}完`, long) })
      // Generous for a busy machine: what goes over the line again and again takes minutes.
      expect(performance.now() - start).toBeLessThan(5_000)
    },
  )
})
