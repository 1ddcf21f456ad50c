import type { Refusal } from '../../refusal.ts'
import type { ServiceItem } from '../../service-item/item.ts'
import type { Calendar } from '../../time/calendar.ts'
import { dueDate } from '../../time/period.ts'
import { maxDate, type PlainDate } from '../../time/plain-date.ts'
import type { CaseState, HearingParty } from '../standing/state.ts'

/** The days that 行政许可法 47 and 48(1) set: five to ask, twenty to hold, seven of notice. */
export const daysToAsk = { days: 5, dayType: 'workday' } as const
export const daysToHold = { days: 20, dayType: 'workday' } as const
export const daysOfNotice = { days: 7, dayType: 'workday' } as const

type Matter = { readonly state: Pick<CaseState, 'hearing' | 'thirdParties'>; readonly item: Pick<ServiceItem, 'hearing'> }

/** A hearing is to be held: the law itself demands it (46), or somebody who was told asked for it (47). */
export const isHearingDue = (matter: Matter): boolean =>
  !matter.state.hearing?.held && (isHearingByLaw(matter) || matter.state.hearing?.requestedOn != null)

/** The law, or the public interest, demands the hearing: it is announced to everybody (46). */
export const isHearingByLaw = ({ state: { hearing }, item }: Matter): boolean =>
  item.hearing.announced || hearing?.parties.some(({ requestBy }) => requestBy === null) === true

/** Which article demands the hearing: the law itself (46), or somebody who asked (47). */
export const hearingArticle = (matter: Matter): string => (isHearingByLaw(matter) ? '行政许可法 第四十六条' : '行政许可法 第四十七条')

/** Where others' major interests are touched, the applicant and every third party that is known are told, not only one of them (47). */
function untold({ state: { hearing, thirdParties }, item }: Matter): string | undefined {
  const told = hearing?.parties ?? []
  if (!item.hearing.interestedParties && told.length === 0) return undefined
  return ['applicant', ...thirdParties.map(({ id }) => id)].find((party) => !told.some((one) => one.party === party))
}

/** What of the hearing stands against a decision. Refusals: `hearing-right-not-told`, `hearing-not-held`, `hearing-may-still-be-asked`. */
export function hearingFault(matter: Matter, today: PlainDate): Refusal | undefined {
  const { hearing, thirdParties } = matter.state
  if (hearing?.held) return undefined
  if (isHearingDue(matter)) return { code: 'hearing-not-held', article: hearingArticle(matter) }
  const party = untold(matter)
  if (party !== undefined) {
    const name = party === 'applicant' ? '申请人' : (thirdParties.find(({ id }) => id === party)?.name ?? '利害关系人')
    return { code: 'hearing-right-not-told', article: '行政许可法 第四十七条', detail: { party: name } }
  }
  const open = hearing?.parties.find(({ answer, requestBy }) => answer === null && requestBy !== null && today <= requestBy)
  return open && { code: 'hearing-may-still-be-asked', article: '行政许可法 第四十七条', detail: { due: open.requestBy ?? '' } }
}

/** The days of a hearing as another calendar has them. What a party was told is never shortened; the bureau's own twenty days follow the calendar. */
export function hearingByCalendar(hearing: NonNullable<CaseState['hearing']>, calendar: Calendar) {
  const longer = ({ requestBy, toldOn, answer }: HearingParty) =>
    requestBy === null || answer !== null ? requestBy : maxDate(requestBy, dueDate(toldOn, daysToAsk, calendar).due)
  const parties = hearing.parties.map((party) => ({ party: party.party, requestBy: longer(party) }))
  const holdBy = hearing.requestedOn === null || hearing.held ? hearing.holdBy : dueDate(hearing.requestedOn, daysToHold, calendar).due
  const same = holdBy === hearing.holdBy && parties.every(({ requestBy }, n) => requestBy === hearing.parties[n]!.requestBy)
  return same ? undefined : { parties, holdBy }
}
