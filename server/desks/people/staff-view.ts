import type { StaffAnswer } from '../../../contract/people.ts'
import type { Staff } from '../../../rules/people/staff.ts'
import type { Tx } from '../../platform/database/database.ts'
import { statesOf } from './directory.ts'
import { lastResetOf } from './staff-secret.ts'
import { isLocked } from './staff-sign-in.ts'

interface Line {
  readonly id: string
  readonly name: string
  readonly login: string
  readonly office: string
  readonly officeName: string
  readonly roles: string[]
  readonly windows: string[]
  readonly active: boolean
}

/** Colleagues by part of the name or sign-in name and by office, sorted as a Chinese reader expects. `left`: those who left instead. */
export async function listStaff(
  tx: Tx,
  bureau: string,
  wanted: { readonly q?: string | undefined; readonly office?: string | undefined; readonly left?: boolean | undefined },
): Promise<readonly Line[]> {
  const { rows } = await tx.query<Line>(
    `select s.id, s.name, s.login, s.office, coalesce(o.name, '') as "officeName", s.roles, s.windows, s.active
     from staff s left join office o on o.bureau = $1 and o.id = s.office
     where s.bureau = $1 and s.active = $2 and ($3 = '' or position($3 in s.name) > 0 or position(lower($3) in s.login) > 0) and ($4 = '' or s.office = $4)
     limit 2000`,
    [bureau, wanted.left !== true, wanted.q ?? '', wanted.office ?? ''],
  )
  const byName = new Intl.Collator('zh')
  return rows.toSorted((a, b) => byName.compare(a.name, b.name))
}

/** One colleague. The phone is shown only to those who keep the people's data and to its owner, a reset of the password to those who do such things and to its owner. */
export async function viewStaff(
  tx: Tx,
  bureau: string,
  id: string,
  see: { readonly phone: boolean; readonly passwordReset: boolean; readonly at: Date },
): Promise<StaffAnswer | undefined> {
  const { rows } = await tx.query<{ state: Staff; seq: number; office_name: string; locked: boolean }>(
    `select p.state, p.seq, coalesce(o.name, '') as office_name,
       exists (select 1 from sign_in_failure f where f.bureau = $1 and f.login = p.state->>'login' and ${isLocked('f', '$3')}) as locked
     from subject p left join office o on o.bureau = $1 and o.id = p.state->>'office' where p.bureau = $1 and p.kind = 'staff' and p.id = $2`,
    [bureau, id, see.at.toISOString()],
  )
  const row = rows[0]
  if (row === undefined) return undefined
  const { state, seq } = row
  const principals = await statesOf<Staff>(tx, bureau, 'staff', [...new Set(state.standsIn.map(({ principal }) => principal))])
  return {
    seq,
    staff: {
      id,
      name: state.name,
      login: state.login,
      office: state.office,
      officeName: row.office_name,
      roles: [...state.roles],
      windows: [...state.windows],
      active: state.active,
    },
    phone: see.phone ? state.phone : '',
    absences: state.absences.map((absence) => ({ ...absence })),
    standsIn: state.standsIn.map(({ principal, from, until }) => ({ principal, principalName: principals.get(principal)?.name ?? '', from, until })),
    locked: row.locked,
    passwordReset: (see.passwordReset && (await lastResetOf(tx, bureau, id))) || null,
  }
}
