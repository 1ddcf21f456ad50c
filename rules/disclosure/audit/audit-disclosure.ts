import { documentFacts } from './document-facts.ts'
import type { Finding } from './finding.ts'
import type { AuditInput } from './input.ts'
import { inPlace, type PlacedFinding, reporter } from './placed-finding.ts'
import { documentRules, projectRules } from './rule-table.ts'

/**
 * Checks a published budget or final-account document by every rule of the table. Pure; findings stand in the order of the page.
 * An `error` is a fact that anyone can recheck; what needs judgement is a warning or an info.
 */
export function auditDisclosure(input: AuditInput): Finding[] {
  const facts = documentFacts(input)
  const found: PlacedFinding[] = []
  for (const rule of documentRules) rule.check(facts, reporter(rule, found))
  for (const rule of projectRules) {
    const report = reporter(rule, found)
    for (const project of facts.projects) rule.check(project, report)
  }
  return inPlace(found)
}
