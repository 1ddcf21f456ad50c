import { refused } from '../refusal.ts'
import { budgetAct } from './budget-acts.ts'
import type { BudgetDocument } from './budget-document.ts'
import type { BudgetKey } from './budget-ref.ts'
import { type BudgetChanges, type BudgetState, faultsOf } from './budget-state.ts'
import { budgetEntry } from './budget-step.ts'
import { compareBudgets } from './compare-budgets.ts'
import { passageRefusal, withoutOutdatedPassages } from './passages-and-figures.ts'
import { printedAt, withPrinted } from './place-value.ts'

type Fault = BudgetState['faults'][number]

export type DecideFaultsInput = BudgetKey & {
  /** Ids of the faults decided on together, for one reason. */
  readonly faults: readonly string[]
  readonly decision: 'keep' | 'correct'
  /** What shall stand there, as it is printed: of one fault that the printed document carries. Of one without a place: where and how it was corrected. */
  readonly becomes?: string
  readonly reason: string
}

/** Where a fault stands, in words: its place in the data, or the line of the original. */
export const faultPlace = ({ path, line, rule }: Pick<Fault, 'path' | 'line' | 'rule'>): string => path ?? `第${line}行 ${rule}`

/**
 * An officer decides on faults of the original, each decision an entry of its own: kept as published, or corrected. A fault that the new form cannot
 * carry can only be corrected, by the form itself; one that it carries is corrected to new words, one at a time; one that stands nowhere alone (a table
 * that is missing) is corrected by editing what it is about, and the decision says where and how.
 * Refusals: those of the head, budget-reason-needed, original-fault-unknown, original-fault-not-carried, original-fault-one-by-one,
 * original-fault-without-place, budget-value-wrong, budget-unchanged, budget-passage-differs.
 */
export const decideOriginalFaults = budgetAct<DecideFaultsInput, { readonly decided: number }>('decide-original-faults', (input, state, context) => {
  const { content } = state
  const reason = input.reason.trim()
  if (reason === '') return refused('budget-reason-needed')
  const known = new Map(faultsOf(state).map((fault) => [fault.id, fault]))
  const faults = [...new Set(input.faults)].map((id) => known.get(id))
  if (faults.length === 0 || !faults.every((fault): fault is Fault => fault !== undefined)) return refused('original-fault-unknown')
  const entry = (fault: Fault, was: string, becomes: string, kept: boolean) =>
    budgetEntry(input, 'original-fault-decided', context, {
      fault: fault.id,
      ...(kept ? { kept: true as const } : {}),
      path: faultPlace(fault),
      was,
      becomes,
      reason,
    })
  const answer = { decided: faults.length }
  if (input.decision === 'keep') {
    const lost = faults.find(({ carried }) => !carried)
    if (lost) return refused('original-fault-not-carried', { detail: { line: lost.line, quote: lost.quote } })
    const asItStands = (fault: Fault): string => (fault.path === null ? '' : printedAt(content, fault.path)) || fault.quote
    return { entries: faults.map((fault) => entry(fault, asItStands(fault), asItStands(fault), true)), answer }
  }
  if (faults.every(({ carried }) => !carried)) return { entries: faults.map((fault) => entry(fault, fault.quote, fault.becomes, false)), answer }
  const [fault] = faults
  if (faults.length > 1 || fault === undefined) return refused('original-fault-one-by-one')
  if (fault.path === null) {
    const told = input.becomes?.trim() ?? ''
    return told === '' ? refused('original-fault-without-place') : { entries: [entry(fault, fault.quote, told, false)], answer }
  }
  const corrected = withPrinted(content, fault.path, input.becomes ?? '')
  if (!corrected.ok) return corrected
  const changes = withoutOutdatedPassages(content, sectionAt(corrected.value, fault.path))
  const next: BudgetDocument = { ...content, ...changes }
  const differences = compareBudgets(content, next)
  if (differences.length === 0) return refused('budget-unchanged')
  const differs = passageRefusal(content, next)
  if (differs) return { refusal: differs }
  const own = differences.find(({ path }) => path === fault.path)
  const others = differences.filter((difference) => difference !== own)
  return {
    entries: [
      budgetEntry(input, 'budget-edited', context, { changes, project: null }),
      entry(fault, printedAt(content, fault.path), own?.is ?? input.becomes?.trim() ?? '', false),
      ...others.map(({ path, was, is }) => budgetEntry(input, 'original-fault-decided', context, { path, was, becomes: is, reason })),
    ],
    answer,
  }
})

/** The section that holds a place. */
function sectionAt(content: BudgetDocument, path: string): BudgetChanges {
  const name = path.split('/')[0] as keyof BudgetDocument
  return { [name]: content[name] }
}
