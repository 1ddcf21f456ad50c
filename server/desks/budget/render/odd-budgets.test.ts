import { expect, test } from 'vitest'
import { accountCodes } from '../../../../data/account-codes/load-account-codes.ts'
import type { BudgetDocument, PlannedProject } from '../../../../rules/budget/budget-document.ts'
import { compareBudgets } from '../../../../rules/budget/compare-budgets.ts'
import { auditBudget } from '../../../../rules/budget/read-composed.ts'
import { aWholeBudget } from '../../../../rules/budget/testing/whole-budget.ts'
import { auditDisclosure } from '../../../../rules/disclosure/audit/audit-disclosure.ts'
import type { Finding } from '../../../../rules/disclosure/audit/finding.ts'
import { readDisclosure } from '../../../../rules/disclosure/read/read-disclosure.ts'
import { sourceLines } from '../../../../rules/disclosure/read/source-lines.ts'
import { sourceBlocks } from '../../disclosure/public.ts'
import { readBudgetFile } from '../read-budget-file.ts'
import { bareFacts, renderFormats } from './facts.ts'
import { renderBudget } from './render.ts'

const base = aWholeBudget()
const first = base.projects[0]!
const long = '关于进一步深化行政审批制度改革全面推行证明事项告知承诺制并推动高频事项就近办网上办掌上办的专项经费'
const bare: PlannedProject = {
  number: 1,
  code: null,
  name: '只有名称的项目',
  unitCode: null,
  unitName: null,
  budget: { total: null, fiscal: null, other: null },
  use: null,
  plan: [],
  goals: [],
  indicators: [],
}
const withProjects = (...projects: readonly PlannedProject[]): BudgetDocument => ({ ...base, projects })
const negative = (table: BudgetDocument['tables'][number]) => ({
  ...table,
  rows: table.rows.map((row) => row.with(-1, /\d/.test(row.at(-1)!) ? `-${row.at(-1)}` : row.at(-1)!)),
})

const odd: Readonly<Record<string, BudgetDocument>> = {
  'no projects': withProjects(),
  'units without projects': { ...base, document: { ...base.document, unitCodes: ['442002', '442003', '442004'] } },
  'a project with nothing but its name': withProjects(bare, { ...first, number: 2 }),
  'a blank project': withProjects({ ...bare, number: null, name: null, plan: first.plan.map(({ month }) => ({ month, percent: null })) }),
  'thirty projects': withProjects(
    ...Array.from({ length: 30 }, (_, at) => ({ ...first, number: at + 1, code: `442-0601-YBN-${1000 + at}`, name: `${at + 1}号窗口${first.name}` })),
  ),
  'very long words': withProjects({
    ...first,
    name: long,
    use: long.repeat(8),
    goals: [`${long.repeat(5)}。`],
    indicators: first.indicators.map((one) => ({ ...one, description: long.repeat(2), basis: long })),
  }),
  'blanks within Chinese names, also where a line ends': withProjects({
    ...first,
    name: '张 三 纪念馆 维修费',
    use: '关于 进一步 深化 改革 的 专项 支出 '.repeat(9).trim(),
  }),
  'names that read like the words of the form': withProjects(
    { ...first, name: '项目名称', use: '核对 项目名称 与 预算数 的支出' },
    { ...first, number: 2, code: '442-0601-YBN-0002', name: '企业项目名称登记费' },
  ),
  'zero amounts': {
    ...withProjects({ ...first, budget: { total: 0, fiscal: 0, other: 0 } }),
    totals: { income: 0, expenditure: 0, basic: 0, personnel: 0, publicFunds: 0, project: 0 },
    operatingCost: 0,
    threePublic: base.threePublic.map(({ year }) => ({ year, total: 0, abroad: 0, vehiclePurchase: 0, vehicleRunning: 0, reception: 0 })),
  },
  'negative amounts': {
    ...withProjects({ ...first, budget: { total: -1_234_500, fiscal: -1_234_500, other: 0 } }),
    tables: base.tables.map(negative),
  },
  'single 分': { ...withProjects({ ...first, budget: { total: 123_456_789, fiscal: 123_456_788, other: 1 } }), operatingCost: 12_345 },
  'rare characters and signs': {
    ...withProjects({
      ...first,
      name: '𬭎𨱏堃㛃项目“甲”<乙>&丙',
      use: '含<b>标签</b>、引号"与\'、反斜杠\\、井号#、星号*、下划线_、美元$、@、`',
      goals: ['＃全角，①②③；Ⅳ级—破折号……省略号。'],
    }),
    document: { ...base.document, department: '某某区䶮𠮷㙍行政审批局' },
  },
  'nothing known yet': {
    ...withProjects(),
    totals: { income: null, expenditure: null, basic: null, personnel: null, publicFunds: null, project: null },
    operatingCost: null,
    threePublic: [],
    procurement: [],
    assets: [],
    functionCodes: [],
    departmentGoals: [],
    safeguards: [],
    tables: base.tables.map((table) => ({ ...table, rows: [] })),
  },
}

const tally = (findings: readonly Finding[]): Map<string, number> =>
  new Map([...Map.groupBy(findings, ({ rule }) => rule)].map(([rule, found]) => [rule, found.length]))

test.each(Object.entries(odd))(
  '%s: drawn in every format it reads back as the same data, and has no fault that the data did not have',
  async (_, budget) => {
    const had = tally(auditBudget(budget, accountCodes))
    for (const format of renderFormats) {
      const drawn = await renderBudget(budget, format, bareFacts(budget.document.department ?? ''))
      const read = await readBudgetFile(drawn, `drawn.${format}`)
      if (!read.ok) throw new Error(`${format}: ${read.refusal.code}`)
      // The officer's own words are another test's matter: JSON does not hold them.
      expect(compareBudgets(budget, { ...read.value.content, texts: budget.texts }), format).toEqual([])
      const blocks = format === 'json' || format === 'csv' ? null : await sourceBlocks(drawn)
      if (blocks === null) continue
      if (!blocks.ok) throw new Error(`${format}: ${blocks.refusal.code}`)
      const found = auditDisclosure({ document: readDisclosure(blocks.value), lines: sourceLines(blocks.value), accountCodes })
      expect(
        [...tally(found)].filter(([rule, count]) => count > (had.get(rule) ?? 0)),
        format,
      ).toEqual([])
    }
  },
  60_000,
)
