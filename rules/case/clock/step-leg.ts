import type { ServiceItem } from '../../service-item/item.ts'
import { stepDayType } from '../../service-item/step-days.ts'
import type { Calendar } from '../../time/calendar.ts'
import type { PlainDate } from '../../time/plain-date.ts'
import { begun } from './legs.ts'
import type { CaseLeg } from '../standing/state.ts'

/**
 * The running step's own share of the promised days, as a leg beside that of the review: it stands still when the review does, is extended with it, and
 * begins anew with every step. No law sets it; a step over its time though the whole is not is for supervision to see.
 */
export function stepLeg(item: ServiceItem, index: number, from: PlainDate, calendar: Calendar): CaseLeg {
  const { name, days } = item.steps[index]!
  const share = { days, dayType: stepDayType(item), article: 'promise' }
  return begun({ name: 'step', startedOn: from, startReason: `${name}环节开始`, startArticle: 'promise', statutory: null, promised: share }, calendar)
}
