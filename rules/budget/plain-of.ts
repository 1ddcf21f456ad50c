import type {
  BudgetProject,
  DisclosureDocument,
  DisclosureTable,
  Indicator,
  Leaf,
  NumberLeaf,
  TargetValue,
  TextLeaf,
} from '../disclosure/document.ts'
import { parseTarget } from '../disclosure/read/target.ts'
import { type BudgetDocument, type BudgetTexts, noTexts, type PlannedIndicator, type PlannedProject, type PrintedTable } from './budget-document.ts'

const value = <T>(leaf: Leaf<T> | null): T | null => leaf?.value ?? null
const texts = (leaves: readonly TextLeaf[]): string[] => leaves.flatMap((leaf) => (leaf.value === null ? [] : [leaf.value]))

/** A number as a decimal text: 100, 33.33. */
const decimal = (leaf: NumberLeaf | null): string | null => {
  const number = value(leaf)
  return number === null ? null : String(number)
}

/** What the bureau keeps of a document that was read: its values, without places. `own` are the officer's words found beside them. */
export function plainOf(read: DisclosureDocument, own: BudgetTexts = noTexts): BudgetDocument {
  const { document, totals } = read
  return {
    document: {
      department: value(document.department),
      unitCodes: texts(document.unitCodes),
      year: value(document.year),
      kind: value(document.kind),
    },
    institutions: read.institutions.map(({ name, nature, rank, funding }) => ({
      name: value(name),
      nature: value(nature),
      rank: value(rank),
      funding: value(funding),
    })),
    totals: {
      income: value(totals.income),
      expenditure: value(totals.expenditure),
      basic: value(totals.basic),
      personnel: value(totals.personnel),
      publicFunds: value(totals.publicFunds),
      project: value(totals.project),
    },
    operatingCost: value(read.operatingCost),
    threePublic: read.threePublic.map(({ year, total, abroad, vehiclePurchase, vehicleRunning, reception }) => ({
      year: value(year),
      total: value(total),
      abroad: value(abroad),
      vehiclePurchase: value(vehiclePurchase),
      vehicleRunning: value(vehicleRunning),
      reception: value(reception),
    })),
    procurement: read.procurement.map(({ name, item, quantity, amount }) => ({
      name: value(name),
      item: value(item),
      quantity: value(quantity),
      amount: value(amount),
    })),
    assets: read.assets.map((asset) => ({ name: value(asset.name), quantity: decimal(asset.quantity), value: value(asset.value) })),
    functionCodes: read.functionCodes.map(({ code, name, note }) => ({ code: value(code), name: value(name), note: value(note) })),
    departmentGoals: texts(read.departmentGoals),
    safeguards: texts(read.safeguards),
    projects: read.projects.map(projectOf),
    tables: read.tables.map(tableOf),
    texts: own,
  }
}

function projectOf(read: BudgetProject): PlannedProject {
  const { number, code, name, unitCode, unitName, budget, use } = read
  return {
    number: value(number),
    code: value(code),
    name: value(name),
    unitCode: value(unitCode),
    unitName: value(unitName),
    budget: { total: value(budget.total), fiscal: value(budget.fiscal), other: value(budget.other) },
    use: value(use),
    plan: read.plan.map(({ month, percent }) => ({ month, percent: decimal(percent) })),
    goals: texts(read.goals),
    indicators: read.indicators.map(indicatorOf),
  }
}

function indicatorOf({ level1, level2, level3, description, target, basis }: Indicator): PlannedIndicator {
  return {
    level1: value(level1),
    level2: value(level2),
    level3: value(level3),
    description: value(description),
    target: target && targetText(target),
    basis: value(basis),
  }
}

/** The words of a target: as they stand where they say it alone, put together where operator, number and unit stood in cells of their own. */
function targetText({ raw, value: read }: Leaf<TargetValue>): string | null {
  const written = raw.trim()
  if (read === null || sameTarget(parseTarget(written), read)) return written === '' ? null : written
  const whole = `${read.operator ?? ''}${read.value ?? ''}${read.unit ?? ''}`
  return whole === '' ? written || null : whole
}

const sameTarget = (a: TargetValue, b: TargetValue): boolean => a.operator === b.operator && a.value === b.value && a.unit === b.unit

function tableOf({ title, unit, head, rows }: DisclosureTable): PrintedTable {
  const cells = (row: readonly TextLeaf[]): string[] => row.map(({ raw }) => raw.trim())
  return { title: value(title), unit: value(unit), head: head.map(cells), rows: rows.map(cells) }
}
