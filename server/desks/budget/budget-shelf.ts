import type { BookEntry } from '../../../rules/act.ts'
import type { BudgetDocument } from '../../../rules/budget/budget-document.ts'
import { budgetId, type BudgetKey, budgetKeyOf, budgetRef } from '../../../rules/budget/budget-ref.ts'
import { budgetKind, type BudgetState } from '../../../rules/budget/budget-state.ts'
import type { PlainDate } from '../../../rules/time/plain-date.ts'
import type { Tx } from '../../platform/database/database.ts'
import { bookEntryOf, readSubjectEntries } from '../../platform/writer/journal.ts'
import { readSubject, type StoredSubject } from '../../platform/writer/subjects.ts'

export const readBudget = (tx: Tx, bureau: string, key: BudgetKey): Promise<StoredSubject<BudgetState> | undefined> =>
  readSubject(tx, bureau, budgetKind, budgetRef(key).id)

/** All entries of a budget, in order. */
export const readBudgetEntries = async (tx: Tx, bureau: string, key: BudgetKey): Promise<BookEntry[]> =>
  (await readSubjectEntries(tx, bureau, [budgetRef(key)])).map(bookEntryOf)

/** The content as it stood after the entry with this sequence number: folded anew from the book. Null where there is no such entry. */
export async function contentAt(tx: Tx, bureau: string, key: BudgetKey, seq: number): Promise<BudgetDocument | null> {
  let state: BudgetState | undefined
  let reached = 0
  for (const entry of await readBudgetEntries(tx, bureau, key)) {
    if (entry.seq > seq) break
    state = budgetKind.fold(state, entry)
    reached = entry.seq
  }
  return reached === seq && state !== undefined ? state.content : null
}

export interface PublishedBudget {
  readonly key: BudgetKey
  readonly content: BudgetDocument
  readonly on: PlainDate
  readonly state: Pick<BudgetState, 'legs' | 'crossed'>
  /** The entry that published it. */
  readonly seq: number
}

/** The document as it was last published, whatever has been drafted since; null where it never was. */
export async function publishedBudget(tx: Tx, bureau: string, key: BudgetKey): Promise<PublishedBudget | null> {
  const found = await readBudget(tx, bureau, key)
  const version = found?.state.versions.findLast(({ what }) => what === 'published')
  if (found === undefined || version === undefined) return null
  const content = found.state.phase === 'published' ? found.state.content : await contentAt(tx, bureau, key, version.seq)
  return content === null ? null : { key, content, on: version.on, seq: version.seq, state: found.state }
}

export interface BudgetLine {
  readonly key: BudgetKey
  readonly state: Pick<BudgetState, 'phase' | 'published' | 'legs' | 'crossed'>
  readonly department: string | null
  readonly expenditure: number | null
  readonly projects: number
}

/** All budgets of the bureau, the newest year first, without their contents. */
export async function listBudgets(tx: Tx, bureau: string): Promise<BudgetLine[]> {
  const { rows } = await tx.query<{
    id: string
    state: BudgetLine['state']
    department: string | null
    expenditure: number | null
    projects: number
  }>(
    `select id, jsonb_build_object('phase', state->'phase', 'published', state->'published', 'legs', state->'legs', 'crossed', state->'crossed') as state,
       state->'content'->'document'->>'department' as department, (state->'content'->'totals'->>'expenditure')::bigint as expenditure,
       json_array_length(state->'content'->'projects') as projects
     from subject where bureau = $1 and kind = 'budget' order by id desc`,
    [bureau],
  )
  return rows.flatMap(({ id, ...row }) => {
    const key = budgetKeyOf(id)
    return key === null ? [] : [{ key, ...row }]
  })
}

export interface DisclosedBudget {
  /** Last part of its public address. */
  readonly id: string
  readonly key: BudgetKey
  readonly department: string | null
  readonly on: PlainDate
}

/** What everybody may read, the newest year first. */
export const disclosedBudgets = async (tx: Tx, bureau: string): Promise<DisclosedBudget[]> =>
  (await listBudgets(tx, bureau)).flatMap(({ key, department, state: { published } }) =>
    published === null ? [] : [{ id: budgetId(key), key, department, on: published.on }],
  )
