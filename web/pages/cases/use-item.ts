import { useQuery } from '@tanstack/react-query'
import type { ServiceItem } from '../../../rules/service-item/item.ts'
import { call } from '../../api.ts'

/** The version a case began under. A published version never changes, so it is fetched once. */
export function useItemVersion(code: string | undefined, version: number | undefined) {
  return useQuery({
    queryKey: ['item-version', code, version],
    enabled: code !== undefined && version !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => call<ServiceItem>(`/api/catalogue/items/${code}/versions/${version}`),
  })
}
