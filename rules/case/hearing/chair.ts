import { type Staff, staffRef } from '../../people/staff.ts'
import type { Refusal } from '../../refusal.ts'
import type { Known } from '../standing/known.ts'
import { standsAside } from '../standing/recusals.ts'
import type { StaffName } from '../standing/staff-name.ts'

/**
 * Who may preside over the hearing: somebody who did not review the case and does not stand aside (行政许可法 48 ¶1(3)). Refusals: `staff-not-found`,
 * `chair-reviewed-case`, `recusal-undecided`, `recusal-granted`.
 */
export function chairOf({ state, loaded }: Pick<Known, 'state' | 'loaded'>, id: string): StaffName | { readonly refusal: Refusal } {
  const staff = loaded<Staff>(staffRef(id))
  if (!staff?.active) return { refusal: { code: 'staff-not-found' } }
  const reviewed = state.reviewers.includes(id) || state.handler?.id === id || state.acceptance?.by?.id === id
  if (reviewed) return { refusal: { code: 'chair-reviewed-case', article: '行政许可法 第四十八条第一款第三项', detail: { name: staff.name } } }
  const aside = standsAside(state, id)
  return aside ? { refusal: aside } : { id, name: staff.name }
}
