import type { BudgetProject } from '../document.ts'

type PlanCell = BudgetProject['plan'][number]
export interface PlanReading {
  readonly cells: readonly PlanCell[]
  readonly filled: readonly PlanCell[]
  readonly values: readonly number[]
  readonly sum: number
  readonly last: number
  /** Each cell is one period's share: together they make 100. */
  readonly perPeriod: boolean
  /** Each cell is the share spent by then: never falling, 100 at the end. */
  readonly cumulative: boolean
  /** “20、60、20、空”. */
  readonly shown: string
}

/** Each cell one period's share: together the whole. Each cell the share spent by then: never falling, the whole at the end. */
export function readings(values: readonly number[], whole: number, slack: number): { readonly perPeriod: boolean; readonly cumulative: boolean } {
  const sum = values.reduce((total, value) => total + value, 0)
  const rises = values.every((value, index) => value >= 0 && value >= (values[index - 1] ?? 0))
  const near = (value: number): boolean => Math.abs(value - whole) <= slack
  return { perPeriod: near(sum) && values.every((value) => value >= 0), cumulative: near(values.at(-1) ?? 0) && rises }
}

/** Reads a project's plan in the order of its months. */
export function planOf(project: BudgetProject): PlanReading {
  const cells = [...project.plan].sort((a, b) => a.month - b.month)
  const filled = cells.filter((cell) => cell.percent.value !== null)
  const values = filled.map((cell) => cell.percent.value ?? 0)
  return {
    cells,
    filled,
    values,
    sum: values.reduce((total, value) => total + value, 0),
    last: values.at(-1) ?? 0,
    ...readings(values, 100, 0.05),
    shown: cells.map((cell) => (cell.percent.value === null ? '空' : String(cell.percent.value))).join('、'),
  }
}
