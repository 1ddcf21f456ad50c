import { useQuery } from '@tanstack/react-query'
import type { Static } from 'typebox'
import type { StaffLine } from '../../../contract/people.ts'
import { roleTable } from '../../../contract/permissions.ts'
import { isRole } from '../../../rules/people/roles.ts'
import { call } from '../../api.ts'
import type { Option } from '../../ui/field.ts'

const none: readonly Option[] = []

/** Colleagues who work on cases, to be named in an act. */
export function usePeople(wanted: boolean): { readonly options: readonly Option[]; readonly error: Error | null } {
  const found = useQuery({
    queryKey: ['colleagues'],
    enabled: wanted,
    staleTime: 60_000,
    queryFn: () => call<Static<typeof StaffLine>[]>('/api/people/staff'),
    select: (people): readonly Option[] =>
      people
        .filter(({ active, roles }) => active && roles.some((role) => isRole(role) && roleTable[role].scope !== 'none'))
        .map(({ id, name, officeName, roles }) => ({
          value: id,
          label: `${name}　${officeName}　${roles
            .filter(isRole)
            .map((role) => roleTable[role].title)
            .join('、')}`,
        })),
  })
  return { options: found.data ?? none, error: found.error }
}
