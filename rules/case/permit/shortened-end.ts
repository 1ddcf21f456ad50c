import type { Refusal } from '../../refusal.ts'
import { parsePlainDate, type PlainDate } from '../../time/plain-date.ts'
import { refuse } from '../standing/known.ts'
import { termOf } from '../standing/permit-life.ts'
import type { CaseState } from '../standing/state.ts'

/**
 * The earlier last day to which a change brings a permit (行政许可法 8): today at the earliest, before the end that it has now. Nothing where none is given.
 * Refusals: `date-invalid`, `term-not-shorter`, `end-in-past`.
 */
export function shortenedEnd(
  validTo: string | undefined,
  state: CaseState,
  today: PlainDate,
): { readonly validTo: PlainDate } | { readonly refusal: Refusal } | undefined {
  if (validTo === undefined) return undefined
  const day = parsePlainDate(validTo)
  if (day === undefined) return refuse('date-invalid', { detail: { date: validTo } })
  if (day < today) return refuse('end-in-past', { detail: { date: day } })
  const term = termOf(state)
  return term && term.to !== 'unlimited' && term.to <= day ? refuse('term-not-shorter', { detail: { to: term.to } }) : { validTo: day }
}
