import { useQuery } from '@tanstack/react-query'
import type { Static } from 'typebox'
import type { OfficeLine } from '../../../contract/people.ts'
import { call } from '../../api.ts'
import type { Option } from '../../ui/field.ts'

export type Office = Static<typeof OfficeLine>

export function useOffices() {
  const found = useQuery({ queryKey: ['offices'], staleTime: 60_000, queryFn: () => call<Office[]>('/api/people/offices') })
  const options: readonly Option[] = (found.data ?? []).filter(({ closed }) => !closed).map(({ id, name }) => ({ value: id, label: name }))
  return { ...found, options }
}
