import type { SubjectRef } from '../../rules/act.ts'
import type { Tx } from './database.ts'

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

/** All subjects of a kind, by id: for kinds of which a bureau has few (people, items, calendars). */
export async function readSubjectsOfKind<State>(tx: Tx, bureau: string, kind: string): Promise<StoredSubject<State>[]> {
  return (await tx.query<StoredSubject<State>>('SELECT id, seq, state FROM subject WHERE bureau = $1 AND kind = $2 ORDER BY id', [bureau, kind])).rows
}
