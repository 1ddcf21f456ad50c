import { type Result, accepted, refused } from '../../../rules/refusal.ts'
import type { Tx } from '../../platform/database/database.ts'

/** Two bureaus under one host name would take each other's citizens. Refusal: `host-taken`. */
export async function hostsFree(tx: Tx, bureau: string, hosts: readonly string[]): Promise<Result<null>> {
  const { rows } = await tx.query<{ host: string }>('select unnest(hosts) as host from bureau where bureau <> $1 and hosts && $2::text[]', [
    bureau,
    hosts,
  ])
  const taken = rows.find(({ host }) => hosts.includes(host))
  return taken === undefined ? accepted(null) : refused('host-taken', { detail: { host: taken.host } })
}
