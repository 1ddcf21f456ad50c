import type { CitizenAnswer } from '../../../contract/people.ts'
import { maskIdNumber, maskName, maskPhone } from '../../../rules/identifier/masking.ts'
import type { Citizen } from '../../../rules/people/citizen.ts'
import { type Firm, isRepresentative } from '../../../rules/people/firm.ts'
import type { Door } from '../../platform/http/door.ts'
import { statesOf } from './directory.ts'

/** A citizen's own account. Numbers are masked even for their owner: a screen in a hall has many readers. */
export async function viewCitizen(door: Pick<Door, 'database'>, bureau: string, id: string): Promise<CitizenAnswer> {
  const { database } = door
  const me = (await statesOf<Citizen>(database, bureau, 'citizen', [id])).get(id)!
  const { rows } = await database.query<{ id: string }>('select id from firm where bureau = $1 and people @> array[$2::text] order by id', [
    bureau,
    id,
  ])
  const firms = await statesOf<Firm>(
    database,
    bureau,
    'firm',
    rows.map((row) => row.id),
  )
  const agents = [...firms.values()].flatMap(({ agencies }) => agencies.map(({ agent }) => agent))
  const named = await statesOf<Citizen>(database, bureau, 'citizen', [...new Set(agents)])
  return {
    id,
    level: me.level,
    name: me.name,
    residentId: maskIdNumber(me.residentId),
    phone: maskPhone(me.phone),
    firms: [...firms].map(([uscc, firm]) => {
      const heads = isRepresentative(firm, id)
      return {
        uscc,
        name: firm.name,
        as: heads ? ('representative' as const) : ('agent' as const),
        verified: firm.representatives.some(({ citizen, verified }) => verified && (citizen === id || !heads)),
        agencies: firm.agencies
          .filter(({ agent }) => heads || agent === id)
          .map((agency) => ({
            id: agency.id,
            agentName: maskName(named.get(agency.agent)?.name ?? ''),
            items: agency.items === 'all' ? ('all' as const) : [...agency.items],
            from: agency.from,
            until: agency.until,
          })),
      }
    }),
  }
}
