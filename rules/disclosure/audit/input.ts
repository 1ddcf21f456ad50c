import type { DisclosureDocument } from '../document.ts'
import type { AccountCodeTable } from './account-codes.ts'

/**
 * One line of the source as it was read. A row of a table carries `cells` (a Word table saved as text has one cell a line: then `cells` holds that one
 * cell, or is absent and the text begins with a tab). Prose has no `cells`. `line` counts as the places of the leaves do, from 1.
 */
export interface SourceLine {
  readonly line: number
  readonly text: string
  readonly cells?: readonly string[]
}

/**
 * What the audit looks at: the document as data, and its lines for what data cannot hold (numbering, template text, field codes, typing slips).
 * `lines` may be empty: a table that is being filled in has none. Without `accountCodes` the rules on codes stay silent.
 */
export interface AuditInput {
  readonly document: DisclosureDocument
  readonly lines: readonly SourceLine[]
  readonly accountCodes?: AccountCodeTable
}
