import { accountCodes } from '../../../data/account-codes/load-account-codes.ts'
import type { Actor } from '../../../rules/act.ts'
import { permittedBudgetActs } from '../../../rules/budget/budget-acts.ts'
import type { BudgetDocument } from '../../../rules/budget/budget-document.ts'
import { runningLegs } from '../../../rules/budget/budget-legs.ts'
import { type BudgetState, legsOf } from '../../../rules/budget/budget-state.ts'
import { crossChecks } from '../../../rules/budget/cross-checks.ts'
import { auditBudget } from '../../../rules/budget/read-composed.ts'
import type { Finding } from '../../../rules/disclosure/audit/finding.ts'
import type { Calendar } from '../../../rules/time/calendar.ts'
import { lightOf } from '../../../rules/time/light.ts'
import type { PlainDate } from '../../../rules/time/plain-date.ts'
import type { StoredSubject } from '../../platform/writer/subjects.ts'
import type { BudgetLine } from './budget-shelf.ts'
import { faultCounts, placeTitle } from './faults-view.ts'
import { legViews } from './leg-views.ts'

/** The leg that runs out first, and its light; null where none runs. */
function nextLeg({ legs }: Pick<BudgetState, 'legs'>, today: PlainDate) {
  const [first] = runningLegs(legsOf({ legs })).toSorted((a, b) => ((a.dates.statutoryDue ?? '') < (b.dates.statutoryDue ?? '') ? -1 : 1))
  return first === undefined ? null : { leg: first.name, due: first.dates.statutoryDue, light: lightOf(first.dates, today) }
}

export const listView = (lines: readonly BudgetLine[], today: PlainDate) => ({
  budgets: lines.map(({ key, state, department, expenditure, projects }) => ({
    ...key,
    department,
    phase: state.phase,
    expenditure,
    projects,
    publishedOn: state.published?.on ?? null,
    next: nextLeg(state, today),
  })),
})

export function pageView({ seq, state }: StoredSubject<BudgetState>, actor: Actor, today: PlainDate, calendar: Calendar) {
  const { year, kind, phase, content, source, submitted, reviewed, approved, published, returned, reply } = state
  return {
    seq,
    year,
    kind,
    phase,
    content,
    source,
    steps: { submitted, reviewed, approved, published },
    returned,
    faults: source?.original === true ? faultCounts(state) : null,
    decisions: state.decisions.map(({ kept = false, fault: _, ...decision }) => ({ ...decision, kept, title: placeTitle(decision.path) })),
    reply: reply && { on: reply.on, document: reply.document },
    legs: legViews(state, today, calendar),
    versions: state.versions,
    acts: permittedBudgetActs(state, actor),
    checks: crossChecks(content),
  }
}

export const findingsView = (content: BudgetDocument) => {
  const findings = auditBudget(content, accountCodes)
  return { findings, counts: countsOf(findings) }
}

function countsOf(findings: readonly Finding[]): Record<Finding['severity'], number> {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const { severity } of findings) counts[severity]++
  return counts
}
