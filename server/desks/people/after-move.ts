import type { Citizen } from '../../../rules/people/citizen.ts'
import { administrators } from '../../../rules/people/roles.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import { phoneDigest } from './citizen-sign-in.ts'
import { seedPasswords } from './seed-people.ts'
import { firstPassword } from './staff-secret.ts'

export interface OpenedAccount {
  readonly login: string
  readonly name: string
  readonly password: string
}

/** Without a password, or with a first one that nobody has signed in with: the printing of it may have been cut off. */
const locked = `select s.id, s.login, s.name from staff s join bureau b on b.bureau = s.bureau
  left join staff_secret p on p.bureau = s.bureau and p.staff_id = s.id
  where s.bureau = $1 and s.active and s.roles && $2::text[] and not b.demonstration and coalesce(p.must_change, true)
    and not exists (select from session q where q.bureau = s.bureau and q.holder = 'staff' and q.holder_id = s.id) order by s.login`

/**
 * A book carries no passwords. After it was brought here its administrators get a first one each, to be told once; they reset those of the others.
 * Whoever has signed in here keeps the password; a first one not used yet is given anew, so that an import cut off before it was told can be repeated.
 * A demonstration opens its own accounts when it starts.
 */
export async function openAdministrators(
  database: Database,
  bureau: string,
  now: () => Date,
  passwordFor = firstPassword,
): Promise<readonly OpenedAccount[]> {
  const { rows } = await database.query<{ id: string; login: string; name: string }>(locked, [bureau, administrators])
  const opened = rows.map((row) => ({ ...row, password: passwordFor(row.login) }))
  const first = opened.map((one) => ({ ...one, office: '', windows: [], roles: [], mustChangePassword: true }))
  if (first.length > 0) await seedPasswords({ database, now }, bureau, first)
  return opened.map(({ login, name, password }) => ({ login, name, password }))
}

/** Whether citizens can be found by their phone with this installation's secret: the book holds a digest made with that of the old one. */
export async function findsPhones(tx: Tx, bureau: string, secret: string): Promise<boolean> {
  const { rows } = await tx.query<{ state: Citizen }>(
    `select state from subject where bureau = $1 and kind = 'citizen' and state->>'phone' <> '' and not (state->>'closed')::boolean limit 1`,
    [bureau],
  )
  const some = rows[0]?.state
  return some === undefined || phoneDigest(secret, some.phone) === some.phoneDigest
}
