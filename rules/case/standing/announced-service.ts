import { dueDate } from '../../time/period.ts'
import type { Calendar } from '../../time/calendar.ts'
import type { PlainDate } from '../../time/plain-date.ts'
import type { CaseState, PaperRef, ServiceAnnouncement } from './state.ts'

/**
 * 民事诉讼法 95: thirty days after the announcement the paper counts as served (sixty before 2022), where the receiver cannot be found or nothing else reached
 * him. A last day that is a rest day moves on (85 ¶3), which gives the receiver more and nobody less.
 */
const period = { days: 30, dayType: 'calendar' } as const

export const servedByAnnouncement = (announcedOn: PlainDate, calendar: Calendar): PlainDate => dueDate(announcedOn, period, calendar).due

type Announced = Pick<CaseState, 'announcements' | 'papers'>

/** The papers of an announcement that still wait for its day: neither voided nor served otherwise meanwhile. */
export const waitingPapers = ({ papers }: Pick<CaseState, 'papers'>, announcement: ServiceAnnouncement): readonly PaperRef[] =>
  papers.filter(({ id, voidedOn, servedOn }) => voidedOn === null && servedOn === null && announcement.of.includes(id))

/** Announcements that still run for some paper. */
export const openAnnouncements = (state: Announced): readonly ServiceAnnouncement[] =>
  (state.announcements ?? []).filter((one) => waitingPapers(state, one).length > 0)

const timerPrefix = 'announced/'
export const announcementTimer = ({ id }: ServiceAnnouncement): string => `${timerPrefix}${id}`

/** The announcement that a timer stands for, if it still runs. */
export const announcementOf = (state: Announced, timer: string): ServiceAnnouncement | undefined =>
  openAnnouncements(state).find((one) => announcementTimer(one) === timer)
