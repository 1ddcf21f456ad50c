import type { Finding } from '../disclosure/audit/finding.ts'
import type { DisclosureDocument } from '../disclosure/document.ts'
import { headingKey } from '../disclosure/read/headings.ts'
import type { SourceBlock } from '../disclosure/read/source-block.ts'
import type { BudgetDocument } from './budget-document.ts'
import { composeDisclosure } from './compose-disclosure.ts'
import { leafPlaces, placeOnLine } from './leaf-places.ts'
import { publishedPassages } from './published-passages.ts'

/** A fault of the document as it was published. It stays as it is until an officer decides on it. */
export type OriginalFault = Pick<Finding, 'rule' | 'severity' | 'line' | 'quote' | 'message'> & {
  /** Where in the data it stands; null where it stands nowhere alone (a missing section, a heading's number). */
  readonly path: string | null
  /** Whether the document printed from the data still has it. What is not carried would be corrected by the printing itself: it must be decided first. */
  readonly carried: boolean
  /** What the new form has in its place; empty: nothing. Only of a fault that is not carried. */
  readonly becomes: string
}

interface Original {
  readonly blocks: readonly SourceBlock[]
  readonly document: DisclosureDocument
  readonly content: BudgetDocument
  /** What the audit finds in the file, and in the document printed from `content`. */
  readonly before: readonly Finding[]
  readonly after: readonly Finding[]
}

/** Every fault that the audit finds in the original, with its place in the data and whether the new form carries it. */
export function originalFaults({ blocks, document, content, before, after }: Original): OriginalFault[] {
  const places = [...publishedPassages(blocks, document).places, ...leafPlaces(document)]
  const headings = composeDisclosure(content).flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
  const gone = new Set(notCarried(before, after))
  return before.map((finding) => {
    const { rule, severity, line, quote, message } = finding
    const carried = !gone.has(finding)
    const key = headingKey(quote)
    const becomes = carried ? '' : (headings.find((heading) => key.length > 2 && headingKey(heading) === key) ?? '')
    return { rule, severity, line, quote, message, path: carried ? placeOnLine(places, content, line, quote) : null, carried, becomes }
  })
}

/** Findings of the file beyond those that its data alone has, rule by rule: first those quoted alike stand for each other, then any of the rule. */
function notCarried(before: readonly Finding[], after: readonly Finding[]): Finding[] {
  const left = new Map<string, number>()
  const add = (key: string, more: number) => left.set(key, (left.get(key) ?? 0) + more)
  for (const { rule, quote } of after) {
    add(rule, 1)
    add(`${rule} ${quote}`, 1)
  }
  const take = (key: string): boolean => {
    const open = (left.get(key) ?? 0) > 0
    if (open) add(key, -1)
    return open
  }
  const unmatched = before.filter(({ rule, quote }) => !(take(`${rule} ${quote}`) && take(rule)))
  return unmatched.filter(({ rule }) => !take(rule))
}
