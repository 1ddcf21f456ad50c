import type { ServiceItem } from '../service-item/item.ts'
import type { Calendar } from '../time/calendar.ts'
import { dueDate } from '../time/period.ts'
import { openMeasure } from './permit-life.ts'
import type { CaseState } from './state.ts'

/**
 * The last days of third parties who may still speak, as another calendar has them, where they move. What somebody was told is never shortened; who has
 * spoken waits for no day.
 */
export const repliesByCalendar = ({ thirdParties }: Pick<CaseState, 'thirdParties'>, calendar: Calendar) =>
  thirdParties.flatMap(({ id, informedOn, replyBy, replyDays, statements }) => {
    if (replyDays === undefined || statements.length > 0) return []
    const { due } = dueDate(informedOn, { days: replyDays, dayType: 'workday' }, calendar)
    return due > replyBy ? [{ party: id, replyBy: due }] : []
  })

/** The same for whom the bureau told what it means to do. */
export function measuresByCalendar({ measures, statements }: Pick<CaseState, 'measures' | 'statements'>, calendar: Calendar) {
  const open = openMeasure({ ...(measures && { measures }) })
  if (open?.replyDays === undefined || (statements?.length ?? 0) > open.statementsBefore) return []
  const { due } = dueDate(open.on, { days: open.replyDays, dayType: 'workday' }, calendar)
  return due > open.replyBy ? [{ measure: open.id, replyBy: due }] : []
}

/** The same for materials that were let come later and have not come. */
export function shortfallByCalendar(
  { shortfall, acceptance }: Pick<CaseState, 'shortfall' | 'acceptance'>,
  item: Pick<ServiceItem, 'shortfall'>,
  calendar: Calendar,
) {
  if (acceptance === null || item.shortfall === null) return []
  const { due } = dueDate(acceptance.on, item.shortfall, calendar)
  return shortfall.filter((missing) => missing.metOn === null && due > missing.due).map(({ material }) => ({ material, due }))
}
