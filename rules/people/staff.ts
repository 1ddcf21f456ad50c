import type { BookEntry, EntryTexts, SubjectKind, SubjectRef } from '../act.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { Role } from './roles.ts'

/** Somebody who works here. The sign-in name and the office name are no secret; the phone is personal data; passwords are not in the book. */
export interface Staff {
  readonly name: string
  readonly login: string
  readonly office: string
  readonly roles: readonly Role[]
  /** Counters (窗口) where this person sits: "3号". */
  readonly windows: readonly string[]
  readonly phone: string
  readonly active: boolean
  readonly absences: readonly Absence[]
  /** Whom this person stands in for (代理), by the absences of others. */
  readonly standsIn: readonly StandIn[]
}

/** Both days included. */
export interface Absence {
  readonly id: string
  readonly from: PlainDate
  readonly until: PlainDate
  readonly delegate: string | null
  readonly reason: string
}

export interface StandIn {
  readonly absence: string
  readonly principal: string
  readonly from: PlainDate
  readonly until: PlainDate
}

export const staffRef = (id: string): SubjectRef => ({ kind: 'staff', id })

/** Ids of the colleagues whom this person stands in for on a day. */
export const principalsOn = (staff: Staff, day: PlainDate): readonly string[] => [
  ...new Set(staff.standsIn.filter(({ from, until }) => from <= day && day <= until).map(({ principal }) => principal)),
]

export const isAbsentOn = (staff: Staff, day: PlainDate): boolean => staff.absences.some(({ from, until }) => from <= day && day <= until)

const period = ['absence', 'from', 'until', 'principal', 'lastDay']
/** Names of the bureau's own people stand in the book as who acted; why somebody is away or gone is nobody else's business, nor the sign-in name. */
const texts: EntryTexts = {
  open: {
    'staff-added': ['name', 'office', 'windows.*'],
    'staff-changed': ['name', 'office', 'windows.*'],
    'roles-granted': ['roles.*'],
    'absence-recorded': ['id', 'from', 'until', 'delegate'],
    'absence-ended': period,
    'delegation-received': period,
    'delegation-ended': period,
  },
  veiled: { 'staff-added': ['login'], 'absence-recorded': ['reason'], 'staff-left': ['reason'], 'staff-returned': ['reason'] },
}

export const staffKind: SubjectKind<Staff> = {
  kind: 'staff',
  texts,
  fold(state, entry: BookEntry) {
    const data = entry.data as unknown
    const phone = (entry.personal as { phone?: string } | undefined)?.phone ?? ''
    switch (entry.type) {
      case 'staff-added':
        return { ...(data as Pick<Staff, 'name' | 'login' | 'office' | 'windows'>), phone, roles: [], active: true, absences: [], standsIn: [] }
      case 'staff-changed':
        return { ...state!, ...(data as Pick<Staff, 'name' | 'office' | 'windows'>), phone }
      case 'roles-granted':
        return { ...state!, roles: (data as { roles: readonly Role[] }).roles }
      case 'absence-recorded':
        return { ...state!, absences: [...state!.absences, absenceOf(data as Partial<Absence>, entry.personal)] }
      case 'absence-ended':
        return { ...state!, absences: state!.absences.map((absence) => endOn(absence, data as Ended, absence.id)).filter(isForward) }
      case 'delegation-received':
        return { ...state!, standsIn: [...state!.standsIn, data as StandIn] }
      case 'delegation-ended':
        return { ...state!, standsIn: state!.standsIn.map((line) => endOn(line, data as Ended, line.absence)).filter(isForward) }
      case 'staff-left':
        return { ...state!, active: false, roles: [] }
      case 'staff-returned':
        return { ...state!, active: true }
      default:
        throw new Error(`unknown entry ${entry.type}`)
    }
  },
}

/** Older entries say the reason among their data; one that was erased is empty. */
const absenceOf = (data: Partial<Absence>, personal: unknown): Absence =>
  ({ ...data, reason: (personal as { reason?: string } | undefined)?.reason ?? data.reason ?? '' }) as Absence

interface Ended {
  readonly absence: string
  readonly lastDay: PlainDate
}

const endOn = <T extends { readonly until: PlainDate }>(line: T, ended: Ended, id: string): T =>
  id === ended.absence && ended.lastDay < line.until ? { ...line, until: ended.lastDay } : line

/** An absence that ended before it began never was. */
const isForward = ({ from, until }: { readonly from: PlainDate; readonly until: PlainDate }): boolean => from <= until
