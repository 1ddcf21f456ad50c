import { parseDecimal, parseMoney } from '../../../money.ts'
import type {
  BudgetProject,
  DisclosureDocument,
  DisclosureTable,
  Indicator,
  Leaf,
  MoneyLeaf,
  NumberLeaf,
  TextLeaf,
  ThreePublicYear,
} from '../../document.ts'
import { parseTarget } from '../../read/target.ts'
import type { SourceLine } from '../input.ts'

/** Small speaking builders for documents in tests. Every leaf gets a line of its own, in the order it is asked for. */
let line = 1000

const next = (): number => {
  line += 1
  return line
}

const text = (raw: string, at = next()): TextLeaf => ({ raw, value: raw.trim() === '' ? null : raw.trim(), place: { line: at } })
const number = (raw: string, at = next()): NumberLeaf => {
  const decimal = parseDecimal(raw)
  return { raw, value: decimal && Number(decimal.units) / 10 ** decimal.places, place: { line: at } }
}
/** An amount in 万元 as it is printed; '' is an empty cell. */
const money = (raw: string, at = next()): MoneyLeaf => ({ raw, value: parseMoney(raw, '万元'), place: { line: at } })

/** One indicator row: [二级指标, 内容, 指标值] or with 三级指标 and 依据. `null` is a missing column, '' an empty cell. */
type RowWords = readonly [
  level2: string,
  measure: string,
  target: string,
  more?: { readonly level3?: string | null; readonly basis?: string | null; readonly level1?: string },
]

function row([level2, measure, target, more = {}]: RowWords): Indicator {
  const { level3 = null, basis = null, level1 = '' } = more
  return {
    level1: text(level1),
    level2: text(level2),
    level3: level3 === null ? null : text(level3),
    description: text(measure),
    target: { raw: target, value: target === '' ? null : parseTarget(target), place: { line: next() } },
    basis: basis === null ? null : text(basis),
  }
}

export interface ProjectWords {
  readonly number?: number
  readonly code?: string
  readonly name?: string
  readonly unitCode?: string
  readonly unitName?: string
  readonly total?: string
  readonly fiscal?: string
  readonly other?: string
  readonly use?: string
  readonly plan?: readonly string[]
  readonly goals?: readonly string[]
  readonly rows?: readonly RowWords[]
}

const MONTHS = [3, 6, 10, 12] as const

/** A project with nothing to complain of, changed where the words say so. */
export function aProject(words: ProjectWords = {}): BudgetProject {
  const sound: Required<ProjectWords> = {
    number: 1,
    code: '442-0401-YBN-AAAA',
    name: '审批文件特快专递费',
    unitCode: '442002',
    unitName: '海港市行政审批局',
    total: '2.00',
    fiscal: '2.00',
    other: '0.00',
    use: '支付审批文件寄送的快递费',
    plan: ['25', '50', '80', '100'],
    goals: ['全年寄送审批文件4000件，投递及时。'],
    rows: SOUND_ROWS,
  }
  const one = { ...sound, ...words }
  const at = next()
  return {
    number: { raw: String(one.number), value: one.number, place: { line: at } },
    code: text(one.code),
    name: text(one.name),
    unitCode: text(one.unitCode),
    unitName: text(one.unitName),
    budget: { total: money(one.total), fiscal: money(one.fiscal), other: money(one.other) },
    use: text(one.use),
    plan: one.plan.map((raw, index) => ({ month: MONTHS[index]!, percent: number(raw) })),
    goals: one.goals.map((goal) => text(goal)),
    indicators: one.rows.map(row),
  }
}

const basis = { level3: null, basis: '年度工作计划' }
const SOUND_ROWS: readonly RowWords[] = [
  ['数量指标', '寄送审批文件数量', '≥4000件', basis],
  ['质量指标', '投递准确率', '≥99%', basis],
  ['时效指标', '寄出及时率', '≥98%', basis],
  ['成本指标', '快递费总成本', '≤2万元', basis],
  ['经济效益指标', '群众节约往返费用', '≥8万元', basis],
  ['社会效益指标', '免跑动事项占比', '≥80%', basis],
  ['服务对象满意度指标', '收件群众满意度', '≥95%', basis],
]

interface YearWords {
  readonly year: number
  readonly total: string
  readonly abroad?: string | null
  readonly purchase?: string | null
  readonly running?: string | null
  readonly reception?: string | null
}

const part = (raw: string | null | undefined, otherwise: string): MoneyLeaf | null => (raw === null ? null : money(raw ?? otherwise))

const threePublicYear = ({ year, total, abroad, purchase, running, reception }: YearWords): ThreePublicYear => ({
  year: number(String(year)),
  total: money(total),
  abroad: part(abroad, '0'),
  vehiclePurchase: part(purchase, '0'),
  vehicleRunning: part(running, '0'),
  reception: part(reception, '0'),
})

export interface TableWords {
  readonly title: string
  readonly unit?: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export function aTable({ title, unit = '万元', head, rows }: TableWords): DisclosureTable {
  const leaves = (words: readonly string[]): TextLeaf[] => {
    const at = next()
    return words.map((raw, cell) => ({ raw, value: raw === '' ? null : raw, place: { line: at, cell } }))
  }
  return { title: text(title), unit: text(unit), head: [leaves(head)], rows: rows.map(leaves) }
}

export interface DocumentWords {
  readonly year?: number
  readonly kind?: 'budget' | 'accounts'
  readonly department?: string
  readonly totals?: Partial<Record<keyof DisclosureDocument['totals'], string>>
  readonly operatingCost?: string
  readonly threePublic?: readonly YearWords[]
  readonly institutions?: readonly string[]
  readonly procurement?: readonly { readonly name?: string; readonly item?: string; readonly quantity?: string; readonly amount?: string }[]
  readonly assets?: readonly { readonly name: string; readonly quantity?: string; readonly value?: string }[]
  readonly codes?: readonly (readonly [code: string, name: string])[]
  readonly goals?: readonly string[]
  readonly projects?: readonly BudgetProject[]
  readonly tables?: readonly DisclosureTable[]
}

const maybe = <T>(raw: string | undefined, make: (raw: string) => Leaf<T>): Leaf<T> | null => (raw === undefined ? null : make(raw))

export function aDocument(words: DocumentWords = {}): DisclosureDocument {
  const { totals = {} } = words
  return {
    document: {
      department: text(words.department ?? '海港市行政审批局'),
      unitCodes: [],
      year: number(String(words.year ?? 2020)),
      kind: { raw: words.kind === 'accounts' ? '决算' : '预算', value: words.kind ?? 'budget', place: { line: next() } },
    },
    institutions: (words.institutions ?? []).map((name) => ({ name: text(name), nature: null, rank: null, funding: null })),
    totals: {
      income: maybe(totals.income, money),
      expenditure: maybe(totals.expenditure, money),
      basic: maybe(totals.basic, money),
      personnel: maybe(totals.personnel, money),
      publicFunds: maybe(totals.publicFunds, money),
      project: maybe(totals.project, money),
    },
    operatingCost: maybe(words.operatingCost, money),
    threePublic: (words.threePublic ?? []).map(threePublicYear),
    procurement: (words.procurement ?? []).map((one) => ({
      name: maybe(one.name, text),
      item: maybe(one.item, text),
      quantity: maybe(one.quantity, text),
      amount: maybe(one.amount, money),
    })),
    assets: (words.assets ?? []).map((one) => ({ name: text(one.name), quantity: maybe(one.quantity, number), value: maybe(one.value, money) })),
    functionCodes: (words.codes ?? []).map(([code, name]) => ({ code: text(code), name: text(name), note: null })),
    departmentGoals: (words.goals ?? []).map((goal) => text(goal)),
    safeguards: [],
    projects: words.projects ?? [],
    tables: words.tables ?? [],
    unread: [],
  }
}

/** Lines of prose, from line 1. A line given as a list is a row of a table. */
export const theLines = (...lines: readonly (string | readonly string[])[]): SourceLine[] =>
  lines.map((one, index) => (typeof one === 'string' ? { line: index + 1, text: one } : { line: index + 1, text: one.join('\t'), cells: one }))
