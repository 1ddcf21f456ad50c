import { reachOf } from '../time/compare-periods.ts'
import type { CountedDays } from '../time/period.ts'
import type { ServiceItem } from './item.ts'

type Limited = { readonly limits: Pick<ServiceItem['limits'], 'promised'> }

/** Steps share the promised limit in its own days; where that is in months, in natural days. */
export const stepDayType = ({ limits }: Limited): CountedDays => (limits.promised.dayType === 'workday' ? 'workday' : 'calendar')

/** The days that the steps may share: of months the fewest they can have, so that the shares fit whenever a case begins. */
export const daysToShare = ({ limits }: Limited): number =>
  limits.promised.dayType === 'month' ? reachOf(limits.promised).least : limits.promised.days
