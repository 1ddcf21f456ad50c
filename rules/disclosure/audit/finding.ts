export type Severity = 'error' | 'warning' | 'info'
export type Certainty = 'certain' | 'likely' | 'judgement'

/** One fault found in a document. Fixed shape: other programs read it. */
export interface Finding {
  /** Id of the rule, as in the rule table: `SUM-PROJECTS`. */
  readonly rule: string
  readonly severity: Severity
  readonly certainty: Certainty
  /** Line in the source, from 1. */
  readonly line: number
  /** What stands there, as it stands. */
  readonly quote: string
  /** Chinese: what is wrong, and what would satisfy the rule. */
  readonly message: string
}
