import type { Permission } from '../../../contract/permissions.ts'
import { accountCodes } from '../../../data/account-codes/load-account-codes.ts'
import type { BudgetDocument } from '../../../rules/budget/budget-document.ts'
import { type BudgetLegName, runningLegs } from '../../../rules/budget/budget-legs.ts'
import { type BudgetState, legsOf } from '../../../rules/budget/budget-state.ts'
import { crossChecks } from '../../../rules/budget/cross-checks.ts'
import { auditBudget } from '../../../rules/budget/read-composed.ts'
import type { Finding } from '../../../rules/disclosure/audit/finding.ts'
import type { Calendar } from '../../../rules/time/calendar.ts'
import { lightOf } from '../../../rules/time/light.ts'
import type { PlainDate } from '../../../rules/time/plain-date.ts'
import type { StoredSubject } from '../../platform/subjects.ts'
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

export function pageView(
  { seq, state }: StoredSubject<BudgetState>,
  visitor: { readonly id: string; may(permission: Permission): boolean },
  today: PlainDate,
  calendar: Calendar,
) {
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
    acts: actsNow(state, visitor),
    checks: crossChecks(content),
  }
}

/** The acts this visitor may do now: the same conditions as in the rules. */
function actsNow(
  { phase, writers, submitted, reviewed, legs }: BudgetState,
  { id, may }: { readonly id: string; may(permission: Permission): boolean },
): string[] {
  const own = [...writers, ...(submitted ? [submitted.by] : []), ...(reviewed ? [reviewed.by] : [])].some((person) => person.id === id)
  const running = (leg: BudgetLegName): boolean => runningLegs(legsOf({ legs })).some(({ name }) => name === leg)
  const checks = may('review-budget') || may('approve-budget')
  const table: readonly (readonly [string, boolean])[] = [
    ['edit-budget', phase === 'drafting' && may('keep-budget')],
    ['import-budget', phase === 'drafting' && may('keep-budget')],
    ['decide-original-faults', phase === 'drafting' && may('keep-budget')],
    ['submit-budget', phase === 'drafting' && may('keep-budget')],
    ['review-budget', phase === 'submitted' && may('review-budget') && !own],
    ['approve-budget', phase === 'reviewed' && may('approve-budget') && !own],
    [
      'return-budget',
      (phase === 'submitted' && (checks || may('keep-budget'))) ||
        ((phase === 'reviewed' || phase === 'approved') && checks) ||
        (phase === 'published' && may('approve-budget')),
    ],
    ['record-budget-reply', may('keep-budget')],
    ['record-unit-reply', may('keep-budget') && running('unit-reply')],
    ['record-unit-disclosure', may('keep-budget') && running('unit-disclosure')],
    ['publish-budget', phase === 'approved' && may('approve-budget')],
  ]
  return table.flatMap(([act, open]) => (open ? [act] : []))
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
