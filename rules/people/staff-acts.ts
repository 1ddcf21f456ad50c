import type { Act, Json, SubjectRef } from '../act.ts'
import { refused } from '../refusal.ts'
import { takeUnique, type Unique, uniqueRef } from '../unique.ts'
import { type Office, officeRef } from './office.ts'
import { checkRoles } from './roles.ts'
import { type Staff, staffRef } from './staff.ts'

export interface StaffDetails {
  readonly name: string
  readonly office: string
  readonly windows: readonly string[]
  readonly phone: string
}

const loginShape = /^[a-z][a-z0-9._-]{1,31}$/

const loginRef = (login: string): SubjectRef => uniqueRef('staff-login', login)

/**
 * A new colleague, without roles yet: who sets up accounts does not grant rights (三员分立). `id` is chosen by the desk so that it can be named at once.
 * Refusals: `login-malformed`, `login-taken`, `staff-exists`, `office-not-found`.
 */
export const addStaff: Act<StaffDetails & { readonly id: string; readonly login: string }> = {
  name: 'add-staff',
  needs: ({ id, login, office }) => [staffRef(id), loginRef(login), officeRef(office)],
  decide({ id, login, name, office, windows, phone }, loaded) {
    if (!loginShape.test(login)) return refused('login-malformed')
    if (loaded<Unique>(loginRef(login))?.owner) return refused('login-taken', { detail: { login } })
    if (loaded(staffRef(id)) !== undefined) return refused('staff-exists')
    const place = loaded<Office>(officeRef(office))
    if (place === undefined || place.closed) return refused('office-not-found', { detail: { id: office } })
    return {
      entries: [
        { subject: staffRef(id), type: 'staff-added', version: 1, data: { name, login, office, windows }, personal: { phone } },
        takeUnique(loginRef(login), staffRef(id)),
      ],
      answer: { id },
    }
  },
}

/** Refusals: `staff-not-found`, `office-not-found`. */
export const changeStaff: Act<StaffDetails & { readonly id: string }> = {
  name: 'change-staff',
  needs: ({ id, office }) => [staffRef(id), officeRef(office)],
  decide({ id, name, office, windows, phone }, loaded) {
    if (loaded(staffRef(id)) === undefined) return refused('staff-not-found')
    const place = loaded<Office>(officeRef(office))
    if (place === undefined || place.closed) return refused('office-not-found', { detail: { id: office } })
    return {
      entries: [{ subject: staffRef(id), type: 'staff-changed', version: 1, data: { name, office, windows }, personal: { phone } }],
      answer: { id },
    }
  },
}

/**
 * Sets all roles of a colleague at once. Nobody grants to themselves; the three administrators stay three people.
 * Refusals: `staff-not-found`, `staff-left`, `own-roles`, `role-unknown`, `administrators-apart`.
 */
export const grantRoles: Act<{ readonly id: string; readonly roles: readonly string[] }> = {
  name: 'grant-roles',
  needs: ({ id }) => [staffRef(id)],
  decide({ id, roles }, loaded, { actor }) {
    const staff = loaded<Staff>(staffRef(id))
    if (staff === undefined) return refused('staff-not-found')
    if (!staff.active) return refused('staff-left', { detail: { name: staff.name } })
    if (actor.kind === 'staff' && actor.id === id) return refused('own-roles')
    const checked = checkRoles(roles)
    if (!checked.ok) return checked
    return {
      entries: [{ subject: staffRef(id), type: 'roles-granted', version: 1, data: { roles: checked.value as unknown as Json } }],
      answer: { id },
    }
  },
}

/** The colleague leaves: the account is disabled and holds no role. Refusals: `staff-not-found`, `staff-left`, `own-account`. */
export const disableStaff: Act<{ readonly id: string; readonly reason: string }> = {
  name: 'disable-staff',
  needs: ({ id }) => [staffRef(id)],
  decide({ id, reason }, loaded, { actor }) {
    const staff = loaded<Staff>(staffRef(id))
    if (staff === undefined) return refused('staff-not-found')
    if (!staff.active) return refused('staff-left', { detail: { name: staff.name } })
    if (actor.id === id) return refused('own-account')
    return { entries: [{ subject: staffRef(id), type: 'staff-left', version: 1, data: { reason } }], answer: { id } }
  },
}

/** Back again, without roles until they are granted anew. Refusals: `staff-not-found`, `staff-active`. */
export const enableStaff: Act<{ readonly id: string; readonly reason: string }> = {
  name: 'enable-staff',
  needs: ({ id }) => [staffRef(id)],
  decide({ id, reason }, loaded) {
    const staff = loaded<Staff>(staffRef(id))
    if (staff === undefined) return refused('staff-not-found')
    if (staff.active) return refused('staff-active', { detail: { name: staff.name } })
    return { entries: [{ subject: staffRef(id), type: 'staff-returned', version: 1, data: { reason } }], answer: { id } }
  },
}
