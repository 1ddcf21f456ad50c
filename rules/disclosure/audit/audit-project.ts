import type { BudgetProject } from '../document.ts'
import type { Finding } from './finding.ts'
import { inPlace, type PlacedFinding, reporter } from './placed-finding.ts'
import { NO_CONTEXT, type ProjectContext, projectFacts } from './project-facts.ts'
import { draftRules } from './rule-table.ts'

/**
 * Checks one project by itself, as far as it is filled in: for the form in the browser. Places are whatever the caller put into the leaves
 * (for a form, `line` may number the fields). `context` tells what is known of the document around it; without it those rules stay silent.
 */
export function auditProject(project: BudgetProject, context: ProjectContext = NO_CONTEXT): Finding[] {
  const facts = projectFacts(project, context)
  const found: PlacedFinding[] = []
  for (const rule of draftRules) rule.check(facts, reporter(rule, found))
  return inPlace(found)
}
