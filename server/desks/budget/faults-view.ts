import { accountCodes } from '../../../data/account-codes/load-account-codes.ts'
import { faultPlace } from '../../../rules/budget/decide-original-faults.ts'
import { type BudgetState, type FaultDecision, faultsOf } from '../../../rules/budget/budget-state.ts'
import { openFaults } from '../../../rules/budget/budget-step.ts'
import { pathTitle } from '../../../rules/budget/path-title.ts'
import { printedAt } from '../../../rules/budget/place-value.ts'
import { auditBudget } from '../../../rules/budget/read-composed.ts'

/** Places in words; a decision on a fault that has no place in the data names the line of the original. */
export const placeTitle = (path: string): string => (path.startsWith('第') ? `原文${path.split(' ')[0]}` : pathTitle(path))

const newestDecisions = ({ decisions }: BudgetState): Map<string | undefined, FaultDecision> =>
  new Map(decisions.map((decision) => [decision.fault, decision]))

export function faultCounts(state: BudgetState): { readonly undecided: number; readonly mustDecide: number } {
  const decided = newestDecisions(state)
  return { undecided: faultsOf(state).filter(({ id }) => !decided.has(id)).length, mustDecide: openFaults(state).length }
}

/** Every fault of the original with what was decided on it; `gone`: another correction did away with it. */
export function faultsView(state: BudgetState) {
  const decided = newestDecisions(state)
  const found = new Set(auditBudget(state.content, accountCodes).map(({ rule, quote }) => `${rule} ${quote}`))
  return {
    faults: faultsOf(state).map(({ path, ...fault }) => {
      const decision = decided.get(fault.id)
      const undecided = fault.carried ? (found.has(`${fault.rule} ${fault.quote}`) ? 'undecided' : 'gone') : 'must-decide'
      return {
        ...fault,
        place: placeTitle(faultPlace({ path, ...fault })),
        now: path === null ? null : printedAt(state.content, path),
        status: decision === undefined ? undecided : decision.kept === true ? 'kept' : 'corrected',
        decision:
          decision === undefined ? null : { was: decision.was, becomes: decision.becomes, reason: decision.reason, by: decision.by, on: decision.on },
      }
    }),
  }
}
