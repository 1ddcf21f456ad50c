import type { BudgetProject } from '../document.ts'
import type { FormLabel } from './form-label.ts'
import { MONTHS } from './form-words.ts'
import { isNumeric, percentLeaf } from './money-cell.ts'
import { placeOf, type Row, type Token } from './token.ts'

export type PlanEntry = BudgetProject['plan'][number]
type Month = PlanEntry['month']

/** The months of a plan, standing above or beside their shares. */
export interface PlanHead {
  readonly months: readonly { readonly month: Month; readonly token: Token; readonly index: number }[]
  /** Cells of the head's row: a row of values with as many cells stands under it cell by cell. */
  readonly width: number
  /** True while the row of values has not come. */
  readonly waiting: boolean
  /** The shares, where they stand in the same row beside their months. */
  readonly entries: readonly PlanEntry[] | null
  /** Every month with an unknown share, for when the values cannot be told. */
  readonly unknown: readonly PlanEntry[]
}

export function isPlanHead(labels: readonly (FormLabel | null)[]): boolean {
  let months = 0
  for (const label of labels) if (label !== null && MONTHS[label] !== undefined) months++
  return months >= 2
}

/** Months that came apart in a text without rows: which share is whose cannot be told any more. */
export function joinedPlan(before: PlanHead | null, plan: PlanHead): PlanHead {
  if (before === null || before.entries || before.months.some(({ month }) => plan.months.some((other) => other.month === month))) return plan
  const unknown = [...before.unknown, ...plan.unknown].sort((a, b) => a.month - b.month)
  return { ...plan, waiting: false, entries: unknown, unknown }
}

/** Reads the row with the months (3月底, 6月底, 10月底, 12月底). */
export function planHead(row: Row, labels: readonly (FormLabel | null)[]): PlanHead {
  const months: { month: Month; token: Token; index: number }[] = []
  row.tokens.forEach((token, index) => {
    const label = labels[index] ?? null
    const month = label === null ? undefined : MONTHS[label]
    if (label !== null) token.used = true
    if (month !== undefined) months.push({ month, token, index })
  })
  const unknown = months.map(({ month, token }): PlanEntry => ({ month, percent: { raw: '', value: null, place: placeOf(token) } }))
  const beside = months.every(({ index }) => row.tokens[index + 1] !== undefined && (labels[index + 1] ?? null) === null)
  const entries = beside ? months.map(({ month, index }) => ({ month, percent: percentLeaf(row.tokens[index + 1]!) })) : null
  return { months, width: row.tokens.length, waiting: !beside, entries, unknown }
}

/**
 * Reads the shares under the months. With a cell lost (fewer cells than the head, none of them empty to tell where) every share is unknown and
 * the numbers stay unread: which month a lone 100 belongs to cannot be known.
 */
export function readPlanRow(row: Row, head: PlanHead): readonly PlanEntry[] {
  const { tokens } = row
  const count = head.months.length
  // A month's word was lost with its place: its share may be any of these.
  if (row.table === undefined && count < 4) return head.unknown
  if (tokens.length === head.width) return head.months.map(({ month, index }) => ({ month, percent: percentLeaf(tokens[index]!) }))
  // In a row taken out of a longer one the empty cells were kept, and the label's is not among them.
  if (row.table === undefined && tokens.length === count && tokens.every((token) => token.key === '' || isNumeric(token.text)))
    return byOrder(tokens, head)
  const filled = tokens.filter((token) => token.key !== '')
  if (filled.length === count && filled.every((token) => isNumeric(token.text))) return byOrder(filled, head)
  return head.unknown
}

function byOrder(tokens: readonly Token[], head: PlanHead): readonly PlanEntry[] {
  return head.months.map(({ month }, index) => ({ month, percent: percentLeaf(tokens[index]!) }))
}
