import type { SubjectRef } from '../../../rules/act.ts'
import { millisOfInstant } from '../../../rules/time/instant.ts'
import { type Batch, emptySlot, slotInMemory } from './batch.ts'
import type { Statement, Tx } from '../database/database.ts'
import { slotOf } from './fold-subjects.ts'
import { keptStates, keptStatesOf } from './kept-states.ts'
import { keyOf } from './subject-cache.ts'

/** The kept answer to a command with a key. */
export interface KeptAnswer {
  readonly body: string
  /** As JSON text: it is hardly ever asked for again. */
  readonly answer: string
  /** When it was given, in milliseconds. */
  readonly at: number
}

export interface KeptAnswers {
  get(name: string): KeptAnswer | undefined
  set(name: string, answer: KeptAnswer): unknown
}

export interface WantedKey {
  readonly actor: string
  readonly key: string
}

const sevenDays = 7 * 86_400_000

/** Is the answer still to be given again? A key is kept seven days. */
export const isKept = (answer: KeptAnswer, nowMillis: number): boolean => answer.at > nowMillis - sevenDays

// OFFSET 0 keeps each lookup by its whole primary key, whatever the planner believes of the tables' sizes.
const keysSql = `SELECT c.actor, c.key, c.body, c.answer, c.at FROM unnest($2::text[], $3::text[]) AS want(actor, key)
CROSS JOIN LATERAL (SELECT * FROM command_key WHERE bureau = $1 AND actor = want.actor AND key = want.key OFFSET 0) AS c`

interface KeyColumns {
  actor: string
  key: string
  body: string
  answer: string
  at: string
}

/** What is asked of the database, each statement with what takes its rows. */
interface Asked extends Statement {
  take(rows: readonly Record<string, unknown>[]): void
}

/** The statements that bring these subjects into the batch and these answers into `found`. A subject that is not found is one without entries. */
export function loadStatements(
  batch: Batch,
  refs: readonly SubjectRef[],
  keys: readonly WantedKey[],
  found: Map<string, KeptAnswer>,
): readonly Asked[] {
  const { bureau, vocabulary } = batch
  const asked: Asked[] = []
  if (refs.length > 0)
    asked.push({
      ...keptStates(bureau, refs, (kind) => vocabulary.kinds.get(kind)?.keptEvery !== undefined),
      take(rows) {
        for (const state of keptStatesOf(rows)) batch.slots.set(keyOf(state.ref), slotOf(vocabulary, state))
        for (const ref of refs) if (!batch.slots.has(keyOf(ref))) batch.slots.set(keyOf(ref), emptySlot(ref))
      },
    })
  if (keys.length > 0)
    asked.push({
      sql: keysSql,
      values: [bureau, keys.map(({ actor }) => actor), keys.map(({ key }) => key)],
      take(rows) {
        for (const { actor, key, body, answer, at } of rows as unknown as KeyColumns[])
          found.set(`${actor}\n${key}`, { body, answer, at: millisOfInstant(at)! })
      },
    })
  return asked
}

/** Those of the subjects that are not in memory yet, each once. */
export function missingFrom(batch: Batch, refs: readonly SubjectRef[]): SubjectRef[] {
  const missing = new Map<string, SubjectRef>()
  for (const ref of refs) if (slotInMemory(batch, ref) === undefined) missing.set(keyOf(ref), ref)
  return [...missing.values()]
}

/** Brings subjects into the batch and reads kept answers; no statement at all when memory suffices. */
export async function load(
  tx: Tx,
  batch: Batch,
  wanted: readonly SubjectRef[],
  keys: readonly WantedKey[],
  found: Map<string, KeptAnswer>,
): Promise<void> {
  const asked = loadStatements(batch, missingFrom(batch, wanted), keys, found)
  const answers = await Promise.all(asked.map(({ sql, values }) => tx.query<Record<string, unknown>>(sql, values)))
  for (const [n, { take }] of asked.entries()) take(answers[n]!.rows)
}
