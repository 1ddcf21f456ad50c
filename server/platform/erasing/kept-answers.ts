import type { Tx } from '../database/database.ts'
import { entriesAt } from '../writer/journal.ts'

/**
 * Answers kept for repeated commands may tell what was erased, and the digest of a command's body lets one guess at it. Both are emptied; the key stays,
 * so that the command is still not done twice. Found by the actor first: the key's own index.
 */
const empty = `update command_key k set body = '', answer = '{}'
  from (select distinct j.act_id, (j.actor->>'kind') || ':' || (j.actor->>'id') as actor from ${entriesAt('act_id, actor')}) as done
  where k.bureau = $1 and k.actor = done.actor and k.answer like '%"actId":"' || done.act_id || '"%'`

/** Empties what is kept of the commands that wrote these entries. */
export const emptyKeptAnswers = (tx: Tx, bureau: string, positions: readonly number[]): Promise<unknown> => tx.query(empty, [bureau, positions])
