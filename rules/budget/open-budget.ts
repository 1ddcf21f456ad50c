import type { Act } from '../act.ts'
import { type Refusal, refused } from '../refusal.ts'
import { phaseRefusal, roleRefusal } from './budget-acts.ts'
import { type BudgetDocument, emptyBudget, type ThreePublic } from './budget-document.ts'
import { type BudgetKey, budgetRef } from './budget-ref.ts'
import type { BudgetPhase, BudgetSource, BudgetState } from './budget-state.ts'
import { budgetEntry } from './budget-step.ts'
import type { OriginalFault } from './original-faults.ts'
import { blankPublicTables } from './public-tables.ts'

/**
 * Opens a year's budget: blank with the nine tables, or prepared from last year's, whose words stay and whose amounts are emptied.
 * Refusals: not-permitted, budget-already-open, budget-last-year-missing.
 */
export const openBudget: Act<BudgetKey & { readonly department: string; readonly from: 'blank' | 'last-year' }, { readonly phase: BudgetPhase }> = {
  name: 'open-budget',
  needs: (input) => [budgetRef(input), budgetRef({ ...input, year: input.year - 1 })],
  decide(input, loaded, context) {
    const refusal = roleRefusal(context.actor, 'keep')
    if (refusal) return { refusal }
    const { year, kind, department, from } = input
    if (loaded(budgetRef(input)) !== undefined) return refused('budget-already-open', { detail: { year } })
    const last = loaded<BudgetState>(budgetRef({ year: year - 1, kind }))
    if (from === 'last-year' && last === undefined) return refused('budget-last-year-missing', { detail: { year: year - 1 } })
    const blank = { ...emptyBudget(department, year, kind), tables: blankPublicTables(kind) }
    const content = from === 'last-year' && last ? preparedFrom(last.content, blank) : blank
    return { entries: [budgetEntry(input, 'budget-opened', context, { year, kind, content })], answer: { phase: 'drafting' } }
  },
}

function preparedFrom(last: BudgetDocument, blank: BudgetDocument): BudgetDocument {
  const unknown: ThreePublic = { year: blank.document.year, total: null, abroad: null, vehiclePurchase: null, vehicleRunning: null, reception: null }
  const { asPublished: _, ...words } = last
  return {
    ...words,
    document: { ...last.document, year: blank.document.year },
    totals: blank.totals,
    operatingCost: null,
    threePublic: [unknown, ...last.threePublic.filter((one) => one.year === last.document.year)],
    procurement: [],
    assets: last.assets.map(({ name }) => ({ name, quantity: null, value: null })),
    projects: last.projects.map((project) => ({
      ...project,
      budget: { total: null, fiscal: null, other: null },
      plan: project.plan.map(({ month }) => ({ month, percent: null })),
    })),
    tables: blank.tables,
    texts: { ...last.texts, change: null, threePublicReason: null, procurement: null, assetDate: null, assets: null },
  }
}

/** A file of another year is not taken for this one. Refusal: budget-year-differs. */
export const yearRefusal = ({ document: { year: named } }: BudgetDocument, year: number): Refusal | undefined =>
  named === null || named === year ? undefined : refused('budget-year-differs', { detail: { named, year } }).refusal

export type ImportInput = BudgetKey & {
  readonly content: BudgetDocument
  readonly source: BudgetSource
  /** What the audit finds in the original: it waits for an officer's decisions. Empty where the file is no published original. */
  readonly faults: readonly OriginalFault[]
  /** Said by whoever knows that a draft is there and that all of it goes. */
  readonly replace?: boolean
}

/**
 * Takes a document that was read from a file as the budget of its year. A draft that is there is replaced only where that is asked for.
 * Refusals: not-permitted, those of `phaseRefusal`, budget-draft-exists, budget-year-differs.
 */
export const importBudget: Act<ImportInput, { readonly phase: BudgetPhase }> = {
  name: 'import-budget',
  needs: (input) => [budgetRef(input)],
  decide(input, loaded, context) {
    const refusal = roleRefusal(context.actor, 'keep')
    if (refusal) return { refusal }
    const { year, kind, content, source, faults, replace = false } = input
    const before = loaded<BudgetState>(budgetRef(input))
    if (before !== undefined && before.phase !== 'drafting') return { refusal: phaseRefusal(before) }
    if (before !== undefined && !replace) return refused('budget-draft-exists', { detail: { year } })
    const differs = yearRefusal(content, year)
    if (differs) return { refusal: differs }
    const whole: BudgetDocument = { ...content, document: { ...content.document, year, kind } }
    return {
      entries: [budgetEntry(input, 'budget-imported', context, { year, kind, content: whole, source, faults })],
      answer: { phase: 'drafting' },
    }
  },
}
