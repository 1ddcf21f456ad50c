import { accountCodes } from '../../../data/account-codes/load-account-codes.ts'
import { faultPlace } from '../../../rules/budget/decide-original-faults.ts'
import { type BudgetState, type FaultDecision, faultsOf } from '../../../rules/budget/budget-state.ts'
import { openFaults } from '../../../rules/budget/budget-step.ts'
import { pathTitle } from '../../../rules/budget/path-title.ts'
import { printedAt } from '../../../rules/budget/place-value.ts'
import { auditPlaced } from '../../../rules/budget/read-composed.ts'

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
  const findings = auditPlaced(state.content, accountCodes)
  const found = new Map(findings.map(({ rule, quote, path }) => [`${rule} ${quote}`, path]))
  // What stands nowhere alone is quoted from whatever stands beside it: any finding of the rule is that one.
  const ofRule = new Map(findings.map(({ rule, path }) => [rule, path]))
  return {
    faults: faultsOf(state).map(({ path, ...fault }) => {
      const decision = decided.get(fault.id)
      const now = path === null ? ofRule.get(fault.rule) : found.get(`${fault.rule} ${fault.quote}`)
      const undecided = fault.carried ? (now === undefined ? 'gone' : 'undecided') : 'must-decide'
      return {
        ...fault,
        place: placeTitle(faultPlace({ path, ...fault })),
        now: path === null ? null : printedAt(state.content, path),
        about: path ?? now ?? null,
        remains: path === null && fault.carried && now !== undefined,
        status: decision === undefined ? undecided : decision.kept === true ? 'kept' : 'corrected',
        decision:
          decision === undefined ? null : { was: decision.was, becomes: decision.becomes, reason: decision.reason, by: decision.by, on: decision.on },
      }
    }),
  }
}
