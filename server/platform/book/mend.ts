import type { SubjectKind, SubjectRef } from '../../../rules/act.ts'
import type { Database, Tx } from '../database/database.ts'
import { deleteRows, type RowMaker } from '../database/rows.ts'
import { type Batch, newBatch, type Vocabulary } from '../writer/batch.ts'
import { saveStatement } from '../writer/batch-save.ts'
import { foldSubjects } from '../writer/fold-subjects.ts'
import { lockHead, readSubjectEntries } from '../writer/journal.ts'
import { keyOf, SubjectCache } from '../writer/subject-cache.ts'
import { storedTimers } from './stored-timers.ts'

const atOnce = 100

/** Subjects of which the book speaks and that have no state at all. */
export async function subjectsWithoutState(tx: Tx, bureau: string): Promise<SubjectRef[]> {
  const sql = `SELECT subject_kind AS kind, subject_id AS id FROM journal j WHERE bureau = $1 AND subject_seq = 1
    AND NOT EXISTS (SELECT FROM subject s WHERE s.bureau = j.bureau AND s.kind = j.subject_kind AND s.id = j.subject_id)`
  return (await tx.query<{ kind: string; id: string }>(sql, [bureau])).rows
}

/**
 * Makes state, rows and timers of these subjects anew from the book, some at a time, each lot under the lock of the head. Nobody else may write
 * meanwhile: a process that remembers an old state would write it again. Subjects without entries stay as they are.
 */
export async function mend(
  database: Database,
  bureau: string,
  { kinds, rows }: { readonly kinds: readonly SubjectKind[]; readonly rows: readonly RowMaker[] },
  subjects: readonly SubjectRef[],
): Promise<void> {
  const vocabulary: Vocabulary = { kinds: new Map(kinds.map((kind) => [kind.kind, kind])), acts: new Map() }
  // Every row is written, whatever the state before it may have been.
  const makers = Map.groupBy(
    rows.map(({ isSameRow: _, ...maker }): RowMaker => maker),
    (maker) => maker.kind,
  )
  const each = [...new Map(subjects.map((ref) => [keyOf(ref), ref])).values()]
  for (let from = 0; from < each.length; from += atOnce)
    await database.transaction(async (tx) => {
      await tx.query(lockHead, [bureau])
      const batch = await foldedAnew(tx, bureau, vocabulary, each.slice(from, from + atOnce))
      const save = saveStatement(batch, [], makers)
      if (save === undefined) return
      await tx.query(save.sql, save.values)
      await removeRows(tx, batch, makers)
    })
}

async function foldedAnew(tx: Tx, bureau: string, vocabulary: Vocabulary, refs: readonly SubjectRef[]): Promise<Batch> {
  const batch = newBatch(bureau, vocabulary, new SubjectCache())
  const timers = await storedTimers(tx, bureau, refs)
  for (const [key, slot] of foldSubjects(vocabulary, await readSubjectEntries(tx, bureau, refs))) {
    batch.slots.set(key, slot)
    batch.before.set(key, { ...slot, timers: timers.get(key) ?? [] })
  }
  return batch
}

/** The rows that these subjects should not have. */
async function removeRows(tx: Tx, { bureau, slots }: Batch, makers: ReadonlyMap<string, readonly RowMaker[]>): Promise<void> {
  for (const [kind, list] of makers)
    for (const maker of list) {
      const without = [...slots.values()].filter(({ ref, state, seq }) => ref.kind === kind && maker.toRow(state as never, ref, seq) === null)
      if (without.length > 0) await tx.query(deleteRows(maker, 2), [bureau, without.map(({ ref }) => ref.id)])
    }
}
