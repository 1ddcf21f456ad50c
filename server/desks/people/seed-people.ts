import type { Actor } from '../../../rules/act.ts'
import { type BureauDetails, bureauRef } from '../../../rules/people/bureau.ts'
import type { OfficeInput } from '../../../rules/people/office.ts'
import type { Role } from '../../../rules/people/roles.ts'
import type { Database } from '../../platform/database/database.ts'
import { hashPassword } from '../../platform/identity/password.ts'
import type { Writer } from '../../platform/writer/writer.ts'

/** A bureau's first people, as a demonstration or a test opens with them. */
export interface FirstPeople {
  readonly bureau: BureauDetails & { readonly demonstration: boolean }
  readonly offices: readonly OfficeInput[]
  readonly divisions: readonly { readonly code: string; readonly name: string }[]
  readonly staff: readonly FirstStaff[]
}

export interface FirstStaff {
  readonly id: string
  readonly login: string
  readonly name: string
  readonly office: string
  readonly windows: readonly string[]
  readonly roles: readonly Role[]
  readonly password: string
  readonly mustChangePassword: boolean
}

interface Seeding {
  readonly writer: Writer
  readonly database: Database
  readonly now: () => Date
}

export const openingActor: Actor = { kind: 'system', id: 'opening', name: '开办', roles: [] }

/**
 * Opens a bureau with its first people through the writer, as entries like any other. What stands in the book already is left as it is, so that an opening
 * that was cut off half way is brought to its end by doing it again. Throws when an act refuses: the data is wrong then.
 */
export async function seedPeople(house: Seeding, bureau: string, first: FirstPeople): Promise<void> {
  const there = await rolesOfSubjects(house.database, bureau)
  const unless = (kind: string, id: string, act: string, input: unknown): [string, unknown][] => (there.has(`${kind}/${id}`) ? [] : [[act, input]])
  const commands: [string, unknown][] = [
    ...unless('bureau', bureauRef.id, 'open-bureau', first.bureau),
    ...first.divisions.flatMap((division) => unless('division', division.code, 'set-division', division)),
    ...first.offices.flatMap((office) => unless('office', office.id, 'add-office', office)),
    ...first.staff.flatMap(({ id, login, name, office, windows, roles }): [string, unknown][] => [
      ...unless('staff', id, 'add-staff', { id, login, name, office, windows, phone: '' }),
      ...(roles.length === 0 || (there.get(`staff/${id}`) ?? 0) > 0 ? [] : [['grant-roles', { id, roles }] as [string, unknown]]),
    ]),
  ]
  // Passwords first: whoever is cut off in between can begin again, for the book is still empty.
  await seedPasswords(house, bureau, first.staff)
  // Handed over together: the writer decides them in this order and commits them at once.
  const outcomes = await Promise.all(
    commands.map(([act, input]) => house.writer.submit({ bureau, act, input, actor: openingActor, channel: 'agent' })),
  )
  outcomes.forEach((outcome, n) => {
    if (!outcome.ok) throw new Error(`${commands[n]![0]} refused: ${JSON.stringify(outcome.refusal)} for ${JSON.stringify(commands[n]![1])}`)
  })
}

/** What stands in the book of these kinds, with the number of roles that staff have. */
async function rolesOfSubjects(database: Database, bureau: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await database.query<{ kind: string; id: string; roles: number }>(
    `select kind, id, coalesce(json_array_length(state->'roles'), 0) as roles from subject
     where bureau = $1 and kind in ('bureau', 'division', 'office', 'staff')`,
    [bureau],
  )
  return new Map(rows.map(({ kind, id, roles }) => [`${kind}/${id}`, Number(roles)]))
}

/** The first passwords, in a table outside of the book. */
export async function seedPasswords(house: Pick<Seeding, 'database' | 'now'>, bureau: string, staff: readonly FirstStaff[]): Promise<void> {
  const hashes = new Map<string, string>()
  for (const { password } of staff) if (!hashes.has(password)) hashes.set(password, await hashPassword(password))
  await house.database.query(
    `insert into staff_secret (bureau, staff_id, password_hash, must_change, changed_at)
     select $1, r.id, r.hash, r.must_change, $3::timestamptz from jsonb_to_recordset($2::jsonb) as r(id text, hash text, must_change boolean)
     on conflict (bureau, staff_id) do update set password_hash = excluded.password_hash, must_change = excluded.must_change, changed_at = excluded.changed_at`,
    [
      bureau,
      JSON.stringify(staff.map(({ id, password, mustChangePassword }) => ({ id, hash: hashes.get(password), must_change: mustChangePassword }))),
      house.now().toISOString(),
    ],
  )
}
