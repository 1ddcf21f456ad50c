import type { Visit } from '../../platform/http/visit.ts'

/**
 * Which cases a visitor sees, as SQL over `case_row c`: a citizen the own ones; a clerk or reviewer those of the office that reviews or that took the
 * case in, and what no office took in; the rest of the bureau's people, by role, all or none.
 */
export interface CaseScope {
  readonly kind: 'bureau' | 'office' | 'account' | 'none'
  /** Office or account id. */
  readonly of: string
}

export function scopeOfVisit(visit: Pick<Visit, 'actor' | 'scope' | 'signedIn'>): CaseScope {
  const { actor, scope } = visit
  if (!visit.signedIn) return { kind: 'none', of: '' }
  if (actor.kind === 'citizen') return { kind: 'account', of: actor.id }
  if (scope === 'bureau') return { kind: 'bureau', of: '' }
  if (scope === 'office' && actor.office !== undefined) return { kind: 'office', of: actor.office }
  return { kind: 'none', of: '' }
}

/** Whether a case lies in the scope. */
export function liesIn(
  scope: CaseScope,
  row: { readonly office: string; readonly receivingOffice: string | null; readonly account: string | null },
): boolean {
  if (scope.kind === 'bureau') return true
  if (scope.kind === 'account') return row.account !== null && row.account === scope.of
  return scope.kind === 'office' && (row.office === scope.of || row.receivingOffice === scope.of || !row.receivingOffice)
}
