import type { Visit } from '../../platform/http/visit.ts'

/**
 * Which cases a visitor sees, as SQL over `case_row c`: a citizen the own ones; a clerk or reviewer those of the office that reviews or that took the
 * case in, and what no office took in; a delegate (代理) also those of the absent colleague's office; the rest of the bureau's people, by role, all or none.
 */
export type CaseScope =
  | { readonly kind: 'bureau' | 'none'; readonly of: '' }
  | { readonly kind: 'account'; readonly of: string }
  | { readonly kind: 'office'; readonly of: readonly string[] }

const nothing: CaseScope = { kind: 'none', of: '' }

export function scopeOfVisit(visit: Pick<Visit, 'actor' | 'scope' | 'offices' | 'signedIn'>): CaseScope {
  const { actor, scope, offices } = visit
  if (!visit.signedIn) return nothing
  if (actor.kind === 'citizen') return { kind: 'account', of: actor.id }
  if (scope === 'bureau') return { kind: 'bureau', of: '' }
  return scope === 'office' && offices.length > 0 ? { kind: 'office', of: offices } : nothing
}

/** Whether a case lies in the scope. */
export function liesIn(
  scope: CaseScope,
  row: { readonly office: string; readonly receivingOffice: string | null; readonly account: string | null },
): boolean {
  if (scope.kind === 'bureau') return true
  if (scope.kind === 'account') return row.account !== null && row.account === scope.of
  return scope.kind === 'office' && (scope.of.includes(row.office) || !row.receivingOffice || scope.of.includes(row.receivingOffice))
}

/** The scope as a filter over a table with the columns office, receiving_office and account; `value` is the parameter with what the scope is of. */
export function withinSql({ kind }: CaseScope, value: string): string {
  if (kind === 'bureau') return `${value}::text is not null`
  if (kind === 'account') return `c.account = ${value}::text`
  if (kind === 'none') return `${value}::text is null`
  return `(c.office = any(${value}::text[]) or c.receiving_office = any(${value}::text[]) or c.receiving_office = '')`
}

/** One condition for each way a case can be one of the offices', so that each walks its own index in order; no case stands in two of them. */
export function waysInto(offices: readonly string[], value: string): readonly string[] {
  const each = offices.map((_, n) => `(${value}::text[])[${n + 1}]`)
  const elsewhere = `c.office <> all(${value}::text[])`
  const received = [...each.map((one) => `c.receiving_office = ${one}`), `c.receiving_office = ''`]
  return [...each.map((one) => `c.office = ${one}`), ...received.map((way) => `${way} and ${elsewhere}`)]
}
