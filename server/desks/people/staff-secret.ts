import { randomInt } from 'node:crypto'
import { administrators } from '../../../rules/people/roles.ts'
import { checkPasswordRule } from '../../../rules/people/password-rule.ts'
import type { Staff } from '../../../rules/people/staff.ts'
import { accepted, type Result, refused } from '../../../rules/refusal.ts'
import type { Tx } from '../../platform/database/database.ts'
import { hashPassword, isPassword } from '../../platform/identity/password.ts'

/** Sets a password that holds to the rule; `resetBy` is who did so for somebody else. Refusals: those of `checkPasswordRule`, and `password-same`. */
export async function setPassword(
  tx: Tx,
  who: { readonly bureau: string; readonly id: string; readonly staff: Pick<Staff, 'login' | 'roles'> },
  password: string,
  more: { readonly mustChange: boolean; readonly at: Date; readonly resetBy?: string },
): Promise<Result<null>> {
  const checked = checkPasswordRule(password, {
    login: who.staff.login,
    administrator: who.staff.roles.some((role) => administrators.includes(role)),
  })
  if (!checked.ok) return checked
  const before = await passwordHashOf(tx, who.bureau, who.id)
  if (before !== undefined && (await isPassword(password, before))) return refused('password-same')
  await tx.query(
    `insert into staff_secret as s (bureau, staff_id, password_hash, must_change, changed_at, reset_by, reset_at)
     values ($1, $2, $3, $4, $5, $6, case when $6::text is not null then $5::timestamptz end)
     on conflict (bureau, staff_id) do update set password_hash = excluded.password_hash, must_change = excluded.must_change,
       changed_at = excluded.changed_at, reset_by = coalesce(excluded.reset_by, s.reset_by), reset_at = coalesce(excluded.reset_at, s.reset_at)`,
    [who.bureau, who.id, await hashPassword(password), more.mustChange, more.at.toISOString(), more.resetBy ?? null],
  )
  return accepted(null)
}

export async function passwordHashOf(tx: Tx, bureau: string, id: string): Promise<string | undefined> {
  const { rows } = await tx.query<{ password_hash: string }>('select password_hash from staff_secret where bureau = $1 and staff_id = $2', [
    bureau,
    id,
  ])
  return rows[0]?.password_hash
}

interface PasswordReset {
  readonly by: string
  readonly at: string
  /** The person has set an own one since. */
  readonly replaced: boolean
}

/** Who last set this person's password for them; undefined where nobody did. */
export async function lastResetOf(tx: Tx, bureau: string, id: string): Promise<PasswordReset | undefined> {
  const { rows } = await tx.query<PasswordReset>(
    `select by.name as by, p.reset_at as at, p.changed_at > p.reset_at as replaced
     from staff_secret p join staff by on by.bureau = p.bureau and by.id = p.reset_by where p.bureau = $1 and p.staff_id = $2`,
    [bureau, id],
  )
  return rows[0]
}

const letters = 'abcdefghijkmnpqrstuvwxyz'
const capitals = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
const digits = '23456789'

/** A first password to be read out or written down once: 14 characters of three kinds, none that is mistaken for another, not holding the sign-in name. */
export function firstPassword(login: string): string {
  for (;;) {
    const password = randomPassword()
    if (!password.toLowerCase().includes(login)) return password
  }
}

/** An administrator's password has to be longer: after the role was granted the old one must be replaced at the next sign-in. */
export const askForNewPassword = (tx: Tx, bureau: string, id: string) =>
  tx.query('update staff_secret set must_change = true where bureau = $1 and staff_id = $2', [bureau, id])

function randomPassword(): string {
  const pick = (from: string): string => from[randomInt(from.length)]!
  const all = letters + capitals + digits
  const rest = Array.from({ length: 11 }, () => pick(all))
  for (const kind of [letters, capitals, digits]) rest.splice(randomInt(rest.length + 1), 0, pick(kind))
  return rest.join('')
}
