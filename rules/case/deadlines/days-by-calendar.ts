import type { SubjectRef } from '../../act.ts'
import type { LimitFacts } from '../../paper/facts/shared-facts.ts'
import type { ServiceItem } from '../../service-item/item.ts'
import type { Calendar } from '../../time/calendar.ts'
import { dueDate } from '../../time/period.ts'
import { paperRef } from '../papers/paper-issue.ts'
import type { PaperState } from '../papers/paper-kind.ts'
import { openMeasure, wasHeard } from '../standing/permit-life.ts'
import { answerWithin } from '../wishes/request-data-change.ts'
import { dated } from '../clock/legs.ts'
import type { CaseLeg, CaseState } from '../standing/state.ts'

/*
 * What a paper that was served says is so many days; the day it names is those days by the calendar of its time. A day off that the State Council or the
 * bureau declares afterwards is no working day (行政许可法 82), and the last day is none if it is a rest day (民法典 203): the day moves later. A rest day
 * that becomes a working day takes nothing from what was told: the day on the paper stays. The paper itself is not changed; pages say the new day, from
 * which it moved and by which document.
 */

type ThirdParties = Pick<CaseState, 'thirdParties' | 'papers'>

/** The notices by which third parties were told before their days were kept in the case itself. */
export const noticesOfThirdParties = ({ thirdParties, papers }: ThirdParties): readonly SubjectRef[] =>
  thirdParties.every(({ replyDays }) => replyDays !== undefined)
    ? []
    : papers.filter(({ kind }) => kind === 'third-party-notice').map(({ id }) => paperRef(id))

/** The days that such a notice gave: it is known by the day of telling and the last day that stands on it. */
function daysOnNotice({ informedOn, replyBy, moved }: CaseState['thirdParties'][number], notices: readonly PaperState[]): number | undefined {
  const told = moved?.[0]?.from ?? replyBy
  const replies = notices.map(({ facts }) => facts.reply as unknown as LimitFacts | undefined)
  return replies.find((reply) => reply?.from === informedOn && reply.due === told)?.days
}

/**
 * The last days of third parties who may still speak, as another calendar has them, where they move. What somebody was told is never shortened; who has
 * spoken waits for no day.
 */
export const repliesByCalendar = ({ thirdParties }: Pick<CaseState, 'thirdParties'>, calendar: Calendar, notices: readonly PaperState[] = []) =>
  thirdParties.flatMap((party) => {
    const { id, informedOn, replyBy, statements } = party
    const days = party.replyDays ?? daysOnNotice(party, notices)
    if (days === undefined || statements.length > 0) return []
    const { due } = dueDate(informedOn, { days, dayType: 'workday' }, calendar)
    return due > replyBy ? [{ party: id, replyBy: due }] : []
  })

/** The same for the bureau's own days to answer what applicants ask of their personal data. */
export const requestsByCalendar = ({ dataRequests }: Pick<CaseState, 'dataRequests'>, calendar: Calendar) =>
  (dataRequests ?? []).flatMap(({ id, on, answerBy, answer }) => {
    if (answer !== null) return []
    const { due } = dueDate(on, answerWithin, calendar)
    return due > answerBy ? [{ request: id, answerBy: due }] : []
  })

/** A leg whose last day stands on a paper that was served: the same, with its dates. */
export function toldLegByCalendar({ leg, dates }: CaseLeg, calendar: Calendar): CaseLeg {
  const now = dated(leg, calendar)
  const earlier = dates.promisedDue !== null && now.dates.promisedDue !== null && now.dates.promisedDue < dates.promisedDue
  return earlier ? { leg, dates: { ...dates, calendarVersion: calendar.version } } : now
}

/** The same for whom the bureau told what it means to do. */
export function measuresByCalendar({ measures, statements }: Pick<CaseState, 'measures' | 'statements'>, calendar: Calendar) {
  const open = openMeasure({ ...(measures && { measures }) })
  if (open?.replyDays === undefined || wasHeard({ ...(statements && { statements }) }, open)) return []
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
