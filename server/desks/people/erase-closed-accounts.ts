import type { Actor } from '../../../rules/act.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Writer } from '../../platform/writer/writer.ts'

const keeper: Actor = { kind: 'system', id: 'closed-accounts', name: '系统', roles: [] }

const stillHeld = `select c.bureau, c.id from citizen c join subject s on s.bureau = c.bureau and s.kind = 'citizen' and s.id = c.id
  where c.closed and json_array_length(s.state -> 'personalAt') > 0 order by c.bureau, c.id`

/**
 * Accounts that were closed when closing did not erase yet still hold name, number and phone (个人信息保护法 47): each is erased once, by an entry like any
 * other. Afterwards there is nothing to find.
 */
export async function eraseClosedAccounts(database: Database, writer: Pick<Writer, 'submit'>): Promise<void> {
  const { rows } = await database.query<{ bureau: string; id: string }>(stillHeld)
  for (const { bureau, id } of rows) {
    const done = await writer.submit({ bureau, act: 'erase-closed-account', input: { id }, actor: keeper, channel: 'system' })
    // Another process of this house may have been first.
    if (!done.ok && done.refusal.code !== 'nothing-to-erase') throw new Error(`closed account ${id} is not erased: ${done.refusal.code}`)
  }
}
