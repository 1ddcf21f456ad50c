import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { SessionAnswer } from '../../contract/people.ts'
import { permissionsOf } from '../../contract/permissions.ts'
import { call, rememberCsrf } from '../api.ts'
import type { Who } from '../ui/who.ts'

/** Who is signed in, asked once and again after signing in or out. */
export function useSession() {
  return useQuery({
    queryKey: ['session'],
    queryFn: async () => {
      const session = await call<SessionAnswer>('/api/session')
      rememberCsrf(session.csrf)
      return session
    },
    staleTime: 60_000,
  })
}

/** Forgets what the one before has seen; the session is asked for anew. */
export function useForgetSession() {
  const client = useQueryClient()
  return async () => {
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
    await client.invalidateQueries({ queryKey: ['session'] })
  }
}

/** After signing in again on the same page: everything is asked anew, nothing that is being filled in is lost. */
export function useTakeUpSession() {
  const client = useQueryClient()
  return async () => {
    await client.invalidateQueries({ queryKey: ['session'] })
    void client.invalidateQueries()
  }
}

/** Signed in as staff, with a password of one's own. */
export const isAtWork = (session: SessionAnswer | undefined): session is SessionAnswer =>
  session?.signedIn === true && session.person?.kind === 'staff' && !session.mustChangePassword

export const whoOf = ({ person, scope, roles, permissions, standsInFor }: SessionAnswer): Who => ({
  id: person?.id ?? '',
  name: person?.name ?? '',
  office: person?.office ?? '',
  scope,
  permissions: new Set(permissions),
  ownPermissions: permissionsOf(roles),
  standsInFor: standsInFor.map(({ roles: lent, ...absent }) => ({ ...absent, permissions: permissionsOf(lent) })),
})
