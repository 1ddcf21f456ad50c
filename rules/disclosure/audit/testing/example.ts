import type { BudgetProject } from '../../document.ts'
import { auditDisclosure } from '../audit-disclosure.ts'
import { auditProject } from '../audit-project.ts'
import type { Finding } from '../finding.ts'
import type { AuditInput, SourceLine } from '../input.ts'
import { accountCodes } from '../../../../data/account-codes/load-account-codes.ts'
import { aDocument, aProject, type DocumentWords, type ProjectWords, theLines } from './build.ts'

/** A rule with what it must find and what it must let pass. */
export interface Example {
  readonly rule: string
  /** Each must give at least one finding of the rule; with `quote`, one that quotes it. */
  readonly faulty: readonly Case[]
  readonly sound: readonly Case[]
}
export interface Case {
  readonly audit: () => Finding[]
  readonly quote?: string
}

/** One project by itself. */
export const project = (words: ProjectWords, quote?: string): Case => ({
  audit: () => auditProject(aProject(words)),
  ...(quote === undefined ? {} : { quote }),
})

/** A document with its lines (none unless given). */
export const document = (words: DocumentWords, lines: readonly SourceLine[] = [], quote?: string): Case => ({
  audit: () => auditDisclosure({ document: aDocument(words), lines, accountCodes } satisfies AuditInput),
  ...(quote === undefined ? {} : { quote }),
})

/** Lines alone. */
export const lines = (texts: readonly (string | readonly string[])[], quote?: string): Case => document({}, theLines(...texts), quote)

/** Several projects in one document. */
export const projects = (all: readonly BudgetProject[], words: DocumentWords = {}, quote?: string): Case =>
  document({ ...words, projects: all }, [], quote)
