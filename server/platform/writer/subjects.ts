import type { SubjectKind } from '../../../rules/act.ts'
import type { Statement, Tx } from '../database/tx.ts'
import { isOfPlatform } from './batch.ts'
import { bookEntryOf } from './journal.ts'
import { keptStates, keptStatesOf } from './kept-states.ts'

export interface StoredSubject<State> {
  readonly id: string
  readonly seq: number
  readonly state: State
}

/** The state of one subject as the book has it now, for a look; undefined where there is no such subject. */
export async function readSubject<State>(tx: Tx, bureau: string, kind: SubjectKind<State>, id: string): Promise<StoredSubject<State> | undefined> {
  return (await readSubjects(tx, bureau, kind, [id]))[0]
}

/** The same for several of a kind, in the order of their ids. */
export async function readSubjects<State>(tx: Tx, bureau: string, kind: SubjectKind<State>, ids: readonly string[]): Promise<StoredSubject<State>[]> {
  const { sql, values } = subjectsById(bureau, kind, ids)
  return subjectsOf(kind, (await tx.query<Record<string, unknown>>(sql, values)).rows)
}

const asKept = 'SELECT id, seq, state FROM subject WHERE bureau = $1 AND kind = $2 AND id = ANY($3::text[]) ORDER BY id'

/** The statement by which they are read, to be sent together with others; `subjectsOf` takes its rows. */
export const subjectsById = (bureau: string, kind: Pick<SubjectKind, 'kind' | 'keptEvery'>, ids: readonly string[]): Statement =>
  kind.keptEvery === undefined
    ? { sql: asKept, values: [bureau, kind.kind, ids] }
    : keptStates(
        bureau,
        ids.map((id) => ({ kind: kind.kind, id })),
        () => true,
      )

export function subjectsOf<State>(kind: SubjectKind<State>, rows: readonly Record<string, unknown>[]): StoredSubject<State>[] {
  if (kind.keptEvery === undefined) return rows as unknown as StoredSubject<State>[]
  return keptStatesOf(rows).map(({ ref, seq, state, behind }) => ({
    id: ref.id,
    seq: behind.at(-1)?.seq ?? seq,
    state: behind.reduce((before, entry) => (isOfPlatform(entry.type) ? before : kind.fold(before, bookEntryOf(entry))), state as State),
  }))
}
