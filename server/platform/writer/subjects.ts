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

// Each looked up by its whole key: of a table whose size the planner does not know yet, a plain list may walk all subjects of the kind.
const asKept = `SELECT s.id, s.seq, s.state FROM unnest($3::text[]) AS want(id)
  CROSS JOIN LATERAL (SELECT id, seq, state FROM subject WHERE bureau = $1 AND kind = $2 AND id = want.id OFFSET 0) AS s ORDER BY s.id`

/** The statement by which they are read, to be sent together with others; `subjectsOf` takes its rows. */
export function subjectsById(bureau: string, { kind, keptEvery }: Pick<SubjectKind, 'kind' | 'keptEvery'>, ids: readonly string[]): Statement {
  const once = [...new Set(ids)]
  if (keptEvery === undefined) return { sql: asKept, values: [bureau, kind, once] }
  const refs = once.map((id) => ({ kind, id }))
  return keptStates(bureau, refs, () => true)
}

export function subjectsOf<State>(kind: SubjectKind<State>, rows: readonly Record<string, unknown>[]): StoredSubject<State>[] {
  if (kind.keptEvery === undefined) return rows as unknown as StoredSubject<State>[]
  return keptStatesOf(rows).map(({ ref, seq, state, behind }) => ({
    id: ref.id,
    seq: behind.at(-1)?.seq ?? seq,
    state: behind.reduce((before, entry) => (isOfPlatform(entry.type) ? before : kind.fold(before, bookEntryOf(entry))), state as State),
  }))
}
