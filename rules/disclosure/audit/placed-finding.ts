import type { Place } from '../document.ts'
import type { Finding } from './finding.ts'
import { comparePlaces } from './leaves.ts'
import type { Report, RuleCard } from './rule.ts'

export interface PlacedFinding {
  readonly place: Place
  readonly finding: Finding
}

/** A `Report` that writes a rule's findings into a list. */
export const reporter =
  (rule: RuleCard, into: PlacedFinding[]): Report =>
  (place, quote, wrong, satisfy = rule.satisfy) => {
    const { id, severity, certainty } = rule
    into.push({ place, finding: { rule: id, severity, certainty, line: place.line, quote, message: `${wrong}。${satisfy}。` } })
  }

/** Findings in the order of the page, without those that say the same of the same place twice. */
export function inPlace(found: readonly PlacedFinding[]): Finding[] {
  const seen = new Set<string>()
  const kept = found.filter(({ place, finding }) => {
    const key = `${finding.rule} ${place.line} ${place.cell ?? ''} ${finding.message}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
  return kept.sort((a, b) => comparePlaces(a.place, b.place)).map(({ finding }) => finding)
}
