import type { Refusal } from '../../refusal.ts'
import { type Barring, barred, noBar } from './bar-list.ts'
import type { Known } from '../standing/known.ts'
import { openMeasure } from '../standing/permit-life.ts'

/**
 * What turning an application away for false statements brings besides (行政许可法 78): a warning, of which the applicant was told beforehand (行政处罚法 44),
 * and in matters of public safety a year in which nobody may apply again. Nothing where it is not for falsehood. Refusals: `falsehood-not-told`.
 */
export function falsehoodOf(
  { state, item, context }: Known,
  asked: boolean | undefined,
): { readonly measure: string | null; readonly bar: Barring } | { readonly refusal: Refusal } {
  if (asked !== true) return { measure: null, bar: noBar }
  const told = openMeasure(state)
  if (told?.kind !== 'refusal') return { refusal: { code: 'falsehood-not-told', article: '行政许可法 第七十八条' } }
  return { measure: told.id, bar: barred(item, 'falsehood', { case: state.id, idNumber: state.applicant.idNumber }, context.today) }
}
