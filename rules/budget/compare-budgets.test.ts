import { expect, test } from 'vitest'
import { compareBudgets } from './compare-budgets.ts'
import { crossChecks } from './cross-checks.ts'
import { aWholeBudget } from './testing/whole-budget.ts'

const whole = aWholeBudget()

test('a figure that changed is told with its place in words, as it is printed', () => {
  const after = { ...whole, totals: { ...whole.totals, personnel: 371_000_000 } }
  expect(compareBudgets(whole, after)).toEqual([{ path: 'totals/personnel', title: '收支 · 人员经费', was: '370.00万元', is: '371.00万元' }])
})

test('a cell of a public table is named by its table, its row and its column, a project by its name', () => {
  const table = whole.tables[0]!
  const rows = table.rows.with(1, table.rows[1]!.with(0, '改了'))
  expect(compareBudgets(whole, { ...whole, tables: whole.tables.with(0, { ...table, rows }) })).toMatchObject([
    { title: '部门收支总表 · 第2行“改了” · 收入项目', is: '改了' },
  ])
  const named = compareBudgets(whole, { ...whole, projects: whole.projects.with(0, { ...whole.projects[0]!, use: '别的' }) })
  expect(named).toMatchObject([{ title: `项目1“${whole.projects[0]!.name}” · 资金用途` }])
})

test('a project put in between differs by itself, not all that follow it', () => {
  const [first, second] = whole.projects
  const added = { ...first!, number: 2, code: '442-0603-YBN-CCCC', name: '评审费', goals: [], indicators: [], plan: [] }
  const differences = compareBudgets(whole, { ...whole, projects: [first!, added, second!] })
  expect(differences.every(({ path }) => path.startsWith('projects/1/'))).toBe(true)
  expect(differences.find(({ path }) => path === 'projects/1/name')).toEqual({
    path: 'projects/1/name',
    title: '项目2“评审费” · 名称',
    was: '',
    is: '评审费',
  })
  const gone = compareBudgets(whole, { ...whole, projects: [second!] })
  expect(gone.find(({ path }) => path === 'projects/-0/name')).toMatchObject({ title: '项目（原第1个，已删） · 名称', was: '叫号系统更新', is: '' })
})

test('a whole budget holds in every check', () => {
  expect(crossChecks(whole).filter(({ outcome }) => outcome !== 'holds')).toEqual([])
})

/** One cell of a public table, by title, row and column. */
const withCell = (title: string, row: number, column: number, text: string) => ({
  ...whole,
  tables: whole.tables.map((table) =>
    table.title === title ? { ...table, rows: table.rows.map((cells, at) => (at === row ? cells.with(column, text) : cells)) } : table,
  ),
})

test.each([
  ['T1', withCell('部门收支总表', 5, 1, '611.00')],
  ['T2', withCell('部门收入总表', 4, 2, '609.00')],
  ['T3', withCell('部门支出总表', 4, 2, '600.00')],
  ['T4', withCell('财政拨款收支总表', 4, 3, '590.00')],
  ['T5', withCell('一般公共预算支出表', 5, 3, '499.00')],
  ['T6', withCell('一般公共预算基本支出表', 2, 3, '361.00')],
  ['T7', { ...whole, totals: { ...whole.totals, project: 99_000_000 } }],
  ['T8', { ...whole, totals: { ...whole.totals, expenditure: 620_000_000 } }],
  ['T9', { ...whole, threePublic: [{ ...whole.threePublic[0]!, total: 700_000_000 }] }],
  ['总数-1', { ...whole, totals: { ...whole.totals, income: 600_000_000 } }],
  ['总数-2', { ...whole, totals: { ...whole.totals, basic: 500_000_000 } }],
  ['总数-3', { ...whole, totals: { ...whole.totals, publicFunds: 141_000_000 } }],
  ['总数-4', { ...whole, threePublic: [{ ...whole.threePublic[0]!, reception: 0 }] }],
])('%s is broken by one figure', (check, budget) => {
  expect(crossChecks(budget).find((one) => one.check === check)?.outcome).toBe('broken')
})

test('what is not there cannot be checked, and nothing is said against it', () => {
  expect(crossChecks({ ...whole, tables: [], projects: [], threePublic: [] }).filter(({ outcome }) => outcome === 'broken')).toEqual([])
  expect(crossChecks({ ...whole, tables: [] }).find(({ check }) => check === 'T1')).toMatchObject({ outcome: 'unknown' })
})

test('half a hundredth of 万元 a figure is rounding', () => {
  const rounded = { ...whole, totals: { ...whole.totals, personnel: whole.totals.personnel! + 4_000 } }
  expect(crossChecks(rounded).find(({ check }) => check === '总数-3')?.outcome).toBe('holds')
})
