import type { SessionAnswer } from '../../../contract/people.ts'
import type { Bureau } from '../../../rules/people/bureau.ts'
import type { Office } from '../../../rules/people/office.ts'
import type { Door } from '../../platform/http/door.ts'
import type { Visit } from '../../platform/http/visit.ts'
import { statesOf } from './directory.ts'
import { lastResetOf } from './staff-secret.ts'

/** Who is here and what they may do: the console draws its menu from this. */
export async function sessionView(visit: Visit, door: Door): Promise<SessionAnswer> {
  const { bureau, actor, signedIn, session } = visit
  const offices = actor.office === undefined ? new Map<string, Office>() : await statesOf<Office>(door.database, bureau, 'office', [actor.office])
  const here = (await statesOf<Bureau>(door.database, bureau, 'bureau', ['bureau'])).get('bureau')
  const reset = session?.holder === 'staff' ? await lastResetOf(door.database, bureau, actor.id) : undefined
  return {
    signedIn,
    csrf: visit.csrf,
    mustChangePassword: session?.mustChangePassword ?? false,
    passwordReset: reset ?? null,
    person: signedIn
      ? { kind: actor.kind, id: actor.id, name: actor.name, office: actor.office ?? '', officeName: offices.get(actor.office ?? '')?.name ?? '' }
      : null,
    roles: [...actor.roles],
    permissions: [...visit.permissions],
    scope: visit.scope,
    standsInFor: (visit.request.found?.holder.standsInFor ?? []).map(({ roles, ...absent }) => ({ ...absent, roles: [...roles] })),
    bureau: { name: here?.name ?? '', demonstration: here?.demonstration ?? false },
    forTryingOnly: door.database.engine === 'pglite',
  }
}
