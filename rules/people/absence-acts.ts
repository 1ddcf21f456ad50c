import type { Act, NewEntry } from '../act.ts'
import { refused } from '../refusal.ts'
import { addDays, type PlainDate } from '../time/plain-date.ts'
import { administrators } from './roles.ts'
import { type Staff, staffRef } from './staff.ts'

export interface AbsenceInput {
  readonly id: string
  /** First and last day of absence, both included. */
  readonly from: PlainDate
  readonly until: PlainDate
  /** Who stands in (代理); null for nobody. */
  readonly delegate: string | null
  readonly reason: string
}

/**
 * Records an absence and, with it, who stands in. The delegate acts in the absent person's name, visibly, and only within these days.
 * An administrator's rights are not lent (三员分立). Refusals: `staff-not-found`, `staff-left`, `dates-reversed`, `absence-over`,
 * `absence-overlaps`, `delegate-not-found`, `delegate-is-self`, `delegate-absent`, `administrator-not-delegated`, `not-yours`.
 */
export const recordAbsence: Act<AbsenceInput> = {
  name: 'record-absence',
  needs: ({ id, delegate }) => [staffRef(id), ...(delegate === null ? [] : [staffRef(delegate)])],
  decide({ id, from, until, delegate, reason }, loaded, { actor, newId, today }) {
    const staff = loaded<Staff>(staffRef(id))
    if (staff === undefined) return refused('staff-not-found')
    if (actor.kind === 'staff' && actor.id !== id && !actor.roles.includes('system-administrator')) return refused('not-yours')
    if (!staff.active) return refused('staff-left', { detail: { name: staff.name } })
    if (until < from) return refused('dates-reversed')
    if (until < today) return refused('absence-over')
    if (staff.absences.some((other) => other.from <= until && from <= other.until)) return refused('absence-overlaps')
    const absence = newId(0)
    const entries: NewEntry[] = [
      // Why somebody is away may be an illness: it is personal data.
      { subject: staffRef(id), type: 'absence-recorded', version: 1, data: { id: absence, from, until, delegate }, personal: { reason } },
    ]
    if (delegate !== null) {
      const other = loaded<Staff>(staffRef(delegate))
      if (delegate === id) return refused('delegate-is-self')
      if (other === undefined || !other.active) return refused('delegate-not-found')
      if (other.absences.some((line) => line.from <= until && from <= line.until)) return refused('delegate-absent', { detail: { name: other.name } })
      if ([...staff.roles, ...other.roles].some((role) => administrators.includes(role))) return refused('administrator-not-delegated')
      entries.push({ subject: staffRef(delegate), type: 'delegation-received', version: 1, data: { absence, principal: id, from, until } })
    }
    return { entries, answer: { absence } }
  },
}

/** Back earlier than recorded: yesterday was the last day of absence. Refusals: `staff-not-found`, `not-yours`, `absence-not-found`, `absence-over`. */
export const endAbsence: Act<{ readonly id: string; readonly absence: string }> = {
  name: 'end-absence',
  needs({ id, absence }, loaded) {
    const delegate = loaded<Staff>(staffRef(id))?.absences.find((line) => line.id === absence)?.delegate
    return [staffRef(id), ...(delegate ? [staffRef(delegate)] : [])]
  },
  decide({ id, absence }, loaded, { actor, today }) {
    const staff = loaded<Staff>(staffRef(id))
    if (staff === undefined) return refused('staff-not-found')
    if (actor.kind === 'staff' && actor.id !== id && !actor.roles.includes('system-administrator')) return refused('not-yours')
    const found = staff.absences.find((line) => line.id === absence)
    if (found === undefined) return refused('absence-not-found')
    if (found.until < today) return refused('absence-over')
    const data = { absence, lastDay: addDays(today, -1) }
    const entries: NewEntry[] = [{ subject: staffRef(id), type: 'absence-ended', version: 1, data }]
    if (found.delegate !== null) entries.push({ subject: staffRef(found.delegate), type: 'delegation-ended', version: 1, data })
    return { entries, answer: { absence } }
  },
}
