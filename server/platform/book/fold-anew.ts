import type { SubjectKind } from '../../../rules/act.ts'
import type { Database, Tx } from '../database/database.ts'
import type { RowMaker } from '../database/rows.ts'
import { keyOf } from '../writer/subject-cache.ts'
import { mend, subjectsWithoutState } from './mend.ts'
import { type Difference, refold } from './refold.ts'

export interface FoldParts {
  readonly kinds: readonly SubjectKind[]
  readonly rows: readonly RowMaker[]
  readonly told?: (subjects: number) => void
}

/** Everything of a bureau that is stored otherwise than the book bears out; what has no state at all is named, too. */
export async function compareWithBook(
  database: Database,
  bureau: string,
  parts: FoldParts,
): Promise<{ subjects: number; differences: Difference[] }> {
  const { subjects, differences } = await refold(database, bureau, parts.kinds, parts)
  const without = await subjectsWithoutState(database, bureau)
  const named = differences.filter(({ subject }) => subject.kind !== '')
  return { subjects, differences: [...named, ...without.map((subject): Difference => ({ subject, what: 'missing' }))] }
}

export const subjectsIn = (differences: readonly Difference[]) => [...new Map(differences.map(({ subject }) => [keyOf(subject), subject])).values()]

/** Makes anew what differs, looks again, and answers what is still otherwise: that of which the book does not speak. */
export async function mendDifferences(
  database: Database,
  bureau: string,
  parts: FoldParts,
  differences: readonly Difference[],
): Promise<readonly Difference[]> {
  if (differences.length === 0) return []
  await mend(database, bureau, parts, subjectsIn(differences))
  return (await compareWithBook(database, bureau, parts)).differences
}

/** A serving process renews its leases every few seconds and gives them back when it stops. */
export const isServed = async (tx: Tx, bureau: string): Promise<boolean> =>
  (await tx.query('SELECT 1 FROM checkpoint WHERE bureau = $1 AND held_until > now() LIMIT 1', [bureau])).rows.length > 0

/** Notes by which rules what is stored of a bureau was folded. */
export const noteFolded = async (tx: Tx, bureau: string, foldedAs: string): Promise<void> =>
  void (await tx.query(
    `INSERT INTO folded (bureau, folded_as) VALUES ($1, $2) ON CONFLICT (bureau) DO UPDATE SET folded_as = excluded.folded_as, noted_at = now()`,
    [bureau, foldedAs],
  ))

/** The bureaus whose states were folded by other rules than these. */
export async function foldedOtherwise(tx: Tx, foldedAs: string): Promise<string[]> {
  const sql = 'SELECT h.bureau FROM head h LEFT JOIN folded f USING (bureau) WHERE f.folded_as IS DISTINCT FROM $1 ORDER BY h.bureau'
  return (await tx.query<{ bureau: string }>(sql, [foldedAs])).rows.map(({ bureau }) => bureau)
}
