import type { Citizen } from '../../../rules/people/citizen.ts'
import { principalsOn, type Staff } from '../../../rules/people/staff.ts'
import { instantOfMillis, plainDateOfInstant } from '../../../rules/time/instant.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Directory, Holder } from '../../platform/identity/directory.ts'
import { subjectsById } from '../../platform/writer/subjects.ts'

/** Tells the door who somebody is: from the folded states, so that a role taken away is gone with the next question. */
export function peopleDirectory(now: () => Date): Directory {
  return async (tx, bureau, kind, ids) => {
    if (kind === 'citizen')
      return new Map([...(await statesOf<Citizen>(tx, bureau, 'citizen', ids))].map(([id, citizen]) => [id, citizenHolder(id, citizen)]))
    const today = plainDateOfInstant(instantOfMillis(now().getTime()))
    const staff = await statesOf<Staff>(tx, bureau, 'staff', ids)
    const absentIds = [...new Set([...staff.values()].flatMap((one) => principalsOn(one, today)))]
    const absent = absentIds.length === 0 ? new Map<string, Staff>() : await statesOf<Staff>(tx, bureau, 'staff', absentIds)
    const mustChange = await mustChangePassword(tx, bureau, ids)
    return new Map(
      [...staff].map(([id, one]) => [
        id,
        {
          actor: { kind: 'staff', id, name: one.name, roles: one.roles, office: one.office },
          active: one.active,
          mustChangePassword: mustChange.has(id),
          standsInFor: principalsOn(one, today).flatMap((principal) => {
            const found = absent.get(principal)
            return found?.active ? [{ id: principal, name: found.name, roles: found.roles, office: found.office }] : []
          }),
        } satisfies Holder,
      ]),
    )
  }
}

const citizenHolder = (id: string, { name, closed }: Citizen): Holder => ({
  actor: { kind: 'citizen', id, name: name || '未实名用户', roles: [] },
  active: !closed,
  mustChangePassword: false,
  standsInFor: [],
})

/** Folded states of several subjects of one kind, by id. */
export async function statesOf<State>(tx: Tx, bureau: string, kind: string, ids: readonly string[]): Promise<ReadonlyMap<string, State>> {
  const { sql, values } = subjectsById(bureau, { kind }, ids)
  const { rows } = await tx.query<{ id: string; state: State }>(sql, values)
  return new Map(rows.map(({ id, state }) => [id, state]))
}

async function mustChangePassword(tx: Tx, bureau: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await tx.query<{ staff_id: string }>(
    'select staff_id from staff_secret where bureau = $1 and staff_id = any($2) and must_change',
    [bureau, ids],
  )
  return new Set(rows.map(({ staff_id }) => staff_id))
}
