import { type Refusal, refused } from '../refusal.ts'
import type { AsPublished, BudgetDocument } from './budget-document.ts'
import type { BudgetChanges } from './budget-state.ts'
import { plainOf } from './plain-of.ts'
import { documentOf } from './read-composed.ts'

/** Which passages of the original tell which figures: where the figures change, the passage can no longer stand as published. */
const TELL: readonly (readonly [section: 'totals' | 'operatingCost' | 'threePublic' | 'procurement', passages: readonly (keyof AsPublished)[]])[] = [
  ['totals', ['overview', 'income', 'expenditure']],
  ['operatingCost', ['operatingCost']],
  ['threePublic', ['threePublic']],
  ['procurement', ['procurementTold']],
]

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** The changes, and away with every passage that tells figures changed by them: that section is then written from the data. */
export function withoutOutdatedPassages(content: BudgetDocument, changes: BudgetChanges): BudgetChanges {
  const before = content.asPublished
  if (before === undefined) return changes
  const after: AsPublished = changes.asPublished ?? before
  const outdated = TELL.flatMap(([section, passages]) => (section in changes && !same(changes[section], content[section]) ? passages : [])).filter(
    (passage) => same(after[passage], before[passage]) && after[passage]?.some((text) => passage !== 'overview' || /\d/.test(text)),
  )
  if (outdated.length === 0) return changes
  return { ...changes, asPublished: Object.fromEntries(Object.entries(after).filter(([name]) => !outdated.some((one) => one === name))) }
}

/** Refuses a passage rewritten so that it tells other figures than the data. Refusal: budget-passage-differs. */
export function passageRefusal(content: BudgetDocument, next: BudgetDocument): Refusal | undefined {
  if (next.asPublished === undefined || same(content.asPublished, next.asPublished)) return undefined
  const told = plainOf(documentOf(next))
  const parted = (['totals', 'operatingCost', 'threePublic', 'procurement'] as const).some((section) => !same(told[section], next[section]))
  return parted ? refused('budget-passage-differs').refusal : undefined
}
