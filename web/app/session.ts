import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { SessionAnswer } from '../../contract/people.ts'
import type { Permission } from '../../contract/permissions.ts'
import { call, rememberCsrf } from '../api.ts'

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

export function useForgetSession() {
  const client = useQueryClient()
  return async () => {
    client.clear()
    await client.invalidateQueries({ queryKey: ['session'] })
  }
}

export const may = (session: SessionAnswer | undefined, permission: Permission): boolean => session?.permissions.includes(permission) ?? false
