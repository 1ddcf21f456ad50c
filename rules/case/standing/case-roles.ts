import type { Actor } from '../../act.ts'
import type { CaseRole } from './permitted-acts.ts'
import type { CaseState } from './state.ts'

const staffRoles: readonly CaseRole[] = ['window-clerk', 'reviewer', 'decision-maker', 'head', 'supervisor']
/** Whoever decides or supervises does so for the whole bureau; clerks and reviewers work on the cases of their office. */
const bureauWide: readonly CaseRole[] = ['decision-maker', 'head', 'supervisor']

/**
 * As whom this actor may act on this case; empty for whoever has nothing to do with it. An applicant is the account that applied. A clerk or
 * reviewer belongs to the office that reviews the case or to the one that took it in; what no office took in is every window clerk's.
 */
export function rolesInCase(actor: Actor, state: Pick<CaseState, 'account' | 'office' | 'receivingOffice'>): readonly CaseRole[] {
  if (actor.kind === 'system' || actor.kind === 'agent') return ['system']
  if (actor.kind === 'citizen') return state.account !== null && actor.id === state.account ? ['applicant'] : []
  const atHome = actor.office !== undefined && (actor.office === state.office || actor.office === state.receivingOffice)
  const mayAs = (role: CaseRole) => atHome || bureauWide.includes(role) || (role === 'window-clerk' && state.receivingOffice === null)
  return staffRoles.filter((role) => actor.roles.includes(role) && mayAs(role))
}
