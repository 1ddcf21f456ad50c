import type { Finding } from './finding.ts'
import type { Report, RuleCard } from './rule.ts'

export interface PlacedFinding {
  /** Line and cell in one number, by which findings are put in order. */
  readonly at: number
  readonly finding: Finding
}

/** More cells than any line has. */
const CELLS = 1_000_000

/** A `Report` that writes a rule's findings into a list. */
export const reporter =
  ({ id, severity, certainty, satisfy: usual }: RuleCard, into: PlacedFinding[]): Report =>
  (place, quote, wrong, satisfy = usual) => {
    into.push({
      at: place.line * CELLS + (place.cell ?? 0),
      finding: { rule: id, severity, certainty, line: place.line, quote, message: `${wrong}。${satisfy}。` },
    })
  }

/** Findings in the order of the page, without those that say the same of the same place twice. */
export function inPlace(found: readonly PlacedFinding[]): Finding[] {
  const findings: Finding[] = []
  // A stable sort keeps a rule's findings of one place together, so a double stands next to its twin.
  for (const { finding } of found.toSorted((a, b) => a.at - b.at)) {
    const last = findings.at(-1)
    if (last?.rule !== finding.rule || last.line !== finding.line || last.message !== finding.message) findings.push(finding)
  }
  return findings
}
