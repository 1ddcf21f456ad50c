import type { SubjectRef } from '../../../rules/act.ts'
import type { Tx } from '../database/database.ts'

export interface StoredSubject<State> {
  readonly id: string
  readonly seq: number
  readonly state: State
}

/** The state of one subject as the book has it now, for a look; undefined where there is no such subject. */
export async function readSubject<State>(tx: Tx, bureau: string, ref: SubjectRef): Promise<StoredSubject<State> | undefined> {
  const sql = 'SELECT id, seq, state FROM subject WHERE bureau = $1 AND kind = $2 AND id = $3'
  return (await tx.query<StoredSubject<State>>(sql, [bureau, ref.kind, ref.id])).rows[0]
}
