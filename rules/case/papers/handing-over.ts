import type { Loaded } from '../../act.ts'
import { isAbsentOn, type Staff, staffRef } from '../../people/staff.ts'
import type { Refusal } from '../../refusal.ts'
import type { PlainDate } from '../../time/plain-date.ts'
import { currentStep, type Known } from '../standing/known.ts'
import { standsAside } from '../standing/recusals.ts'
import type { StaffName } from '../standing/staff-name.ts'

/** The role that works on the case in its phase. */
const roleWanted = (known: Known): string => {
  if (known.state.phase !== 'in-review' && known.state.phase !== 'stopped') return 'window-clerk'
  return currentStep(known)?.role ?? 'reviewer'
}

const atWork = (staff: Staff, today: PlainDate): boolean => staff.active && !isAbsentOn(staff, today)

/**
 * Who is to handle the case next: at work, in a role for the phase or the running step, and not the one who has it.
 * Refusals: `staff-not-found`, `staff-not-at-work`, `staff-without-role`, `already-handler`, `recusal-undecided`, `recusal-granted`.
 */
export function nextHandler(known: Known, to: string): StaffName | { readonly refusal: Refusal } {
  const { state, context, loaded } = known
  const staff = loaded<Staff>(staffRef(to))
  if (!staff) return { refusal: { code: 'staff-not-found' } }
  if (!atWork(staff, context.today)) return { refusal: { code: 'staff-not-at-work', detail: { name: staff.name } } }
  const role = roleWanted(known)
  const fits = staff.roles.some(
    (one) => one === role || (role === 'decision-maker' && one === 'head') || (known.state.phase === 'filing-check' && one === 'reviewer'),
  )
  if (!fits) return { refusal: { code: 'staff-without-role', detail: { name: staff.name, role } } }
  const aside = standsAside(state, to)
  if (aside) return { refusal: aside }
  if (state.handler?.id === to) return { refusal: { code: 'already-handler', detail: { name: staff.name } } }
  return { id: to, name: staff.name }
}

/** Whether whoever handles the case has left or is away. Nobody handling it counts as away too. */
export function isHandlerAway(handler: StaffName | null, loaded: Loaded, today: PlainDate): boolean {
  const staff = handler === null ? undefined : loaded<Staff>(staffRef(handler.id))
  return staff === undefined || !atWork(staff, today)
}
