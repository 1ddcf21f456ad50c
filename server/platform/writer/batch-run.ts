import type { Act, SubjectRef } from '../../../rules/act.ts'
import { instantOfMillis, millisOfInstant } from '../../../rules/time/instant.ts'
import { type Batch, newBatch, type Vocabulary } from './batch.ts'
import { decideOne, type Hands, wantedBy } from './batch-decide.ts'
import { isKept, type KeptAnswer, type KeptAnswers, load, loadStatements, missingFrom, type WantedKey } from './batch-load.ts'
import { type KeyRow, saveStatement } from './batch-save.ts'
import { actorKey, type Done, type Outcome, refuse, type Waiting } from './command.ts'
import { connectionFailed, diskFull, faultCode } from '../database/database-faults.ts'
import { lastPositionSql, lockHead } from './journal.ts'
import { CommitUnknown, type Statement, type Tx } from '../database/tx.ts'
import { applyPersonalChanges } from './personal-changes.ts'
import type { RowMaker } from '../database/rows.ts'
import type { SubjectCache } from './subject-cache.ts'
import type { WriterParts } from './writer-parts.ts'

/** What a batch needs of the writer. */
export interface Desk extends Omit<WriterParts, 'rows' | 'kinds' | 'acts' | 'log'> {
  readonly vocabulary: Vocabulary
  readonly makers: ReadonlyMap<string, readonly RowMaker[]>
  readonly log: (what: string, error: unknown) => void
}

/** A batch decided and not yet known to stand. */
export interface Attempt {
  readonly batch: Batch
  readonly outcomes: readonly Outcome[]
  readonly keys: readonly KeyRow[]
}

export interface Failed {
  readonly attempt: Attempt | undefined
  readonly error: unknown
}

/** Milliseconds that commands wait for a database that restarts, before their callers are told that the book cannot be reached. */
const longestOutage = 15_000

/** The database itself failed under a command: no fault of the act. */
class DatabaseFailed extends Error {}

const isWorthRetrying = (error: unknown): boolean => /^(40001|40P01)$/.test(faultCode(error))

/** What a database says of an error may quote the values, and they may be somebody's: only message, code and stack are told. */
function withoutValues(error: unknown): Error {
  const code = faultCode(error)
  const told = Object.assign(new Error(`${code} ${error instanceof Error ? error.message : String(error)}`), { code })
  if (error instanceof Error && error.stack !== undefined) told.stack = error.stack
  return told
}

/**
 * Runs the waiting commands as one transaction that holds the head of the book from the first look on, and answers each. Never throws: what cannot be
 * done is answered by a refusal. `before` is an attempt that already failed: whether it stands after all is asked first.
 */
export async function runBatch(desk: Desk, bureau: string, cache: SubjectCache, waiting: readonly Waiting[], before?: Failed): Promise<void> {
  const giveUpAt = Date.now() + longestOutage
  let failed = before
  for (let failures = 0; ; failures++) {
    if (failed !== undefined) {
      const next = await afterFailure(desk, bureau, failed, failures, giveUpAt)
      if (next === 'stands') return settleAll(failed.attempt!, cache, waiting)
      if (next === 'again') failed = undefined
      else if (next === 'unreachable') return answerAll(waiting, () => refuse('book-not-reachable'))
      else if (failed === before) failed = undefined
      else if (waiting.length > 1) {
        for (const one of waiting) await runBatch(desk, bureau, cache, [one])
        return
      } else {
        desk.log(`${waiting[0]!.command.act} could not be saved`, withoutValues(failed.error))
        const code = diskFull(failed.error) ? 'disk-full' : 'internal-error'
        return answerAll(waiting, () => refuse(code))
      }
    }
    let attempt: Attempt | undefined
    try {
      const plan = planBatch(desk, bureau, cache, waiting)
      attempt = await desk.database.shortTransaction<Attempt>(plan.first, async (tx, answers) => {
        const made = await decideAll(desk, tx, plan, answers, waiting)
        attempt = made
        const last = saveStatement(made.batch, made.keys, desk.makers)
        return last === undefined ? { value: made } : { last, value: made }
      })
      return settleAll(attempt, cache, waiting)
    } catch (thrown) {
      cache.forgetAll()
      failed = { attempt, error: thrown instanceof DatabaseFailed ? thrown.cause : thrown }
    }
  }
}

/** What a failure means: the batch stands after all, it may be tried again, the book cannot be reached, or the batch itself is at fault. */
async function afterFailure(
  desk: Desk,
  bureau: string,
  { attempt, error }: Failed,
  failures: number,
  giveUpAt: number,
): Promise<'stands' | 'again' | 'unreachable' | 'fault'> {
  if (error instanceof CommitUnknown && attempt !== undefined) {
    const stands = await stillStands(desk, bureau, attempt)
    if (stands === undefined) return 'unreachable'
    if (stands) return 'stands'
    if (Date.now() < giveUpAt) return 'again'
  }
  if (isWorthRetrying(error) && failures < 5) return 'again'
  if (!connectionFailed(error) && !(error instanceof CommitUnknown)) return 'fault'
  if (Date.now() < giveUpAt) {
    await new Promise((resolve) => setTimeout(resolve, Math.min(50 * 2 ** failures, 500)))
    return 'again'
  }
  desk.log('the book cannot be reached', withoutValues(error))
  return 'unreachable'
}

function settleAll(attempt: Attempt, cache: SubjectCache, waiting: readonly Waiting[]): void {
  cache.keep(attempt.batch.slots, attempt.batch.position, attempt.batch.entries.at(-1)?.act_id)
  answerAll(waiting, (n) => attempt.outcomes[n]!)
}

export function answerAll(waiting: readonly Waiting[], outcome: (n: number) => Outcome): void {
  for (let n = 0; n < waiting.length; n++) waiting[n]!.resolve(outcome(n))
}

/** What goes out with BEGIN: the lock, then, seen behind it, the end of the book and what the commands are known to need. */
interface Plan {
  readonly batch: Batch
  readonly keys: readonly WantedKey[]
  /** Answers to keys done before, as far as they are read. */
  readonly kept: Map<string, KeptAnswer>
  readonly asked: ReturnType<typeof loadStatements>
  readonly first: readonly Statement[]
}

function planBatch(desk: Desk, bureau: string, cache: SubjectCache, waiting: readonly Waiting[]): Plan {
  const batch = newBatch(bureau, desk.vocabulary, cache)
  const keys = waiting.flatMap(({ command }) => (command.key === undefined ? [] : [{ actor: actorKey(command.actor), key: command.key }]))
  const kept = new Map<string, KeptAnswer>()
  const asked = loadStatements(batch, missingFrom(batch, guessNeeds(batch, waiting)), keys, kept)
  const first = [{ sql: lockHead, values: [bureau] }, { sql: lastPositionSql, values: [bureau] }, ...asked]
  return { batch, keys, kept, asked, first }
}

/** A clock put right by so little waits until it has caught up, and the book's times never go back; more is somebody's doing, and told. */
const smallStep = 5000

/** The server's clock, asked once per batch. */
export function setClock(desk: Desk, batch: Batch): void {
  const { bureau } = batch
  const now = desk.clock(bureau)
  const millis = millisOfInstant(now)
  if (millis === undefined) throw new TypeError(`the clock of ${bureau} gives no instant: ${now}`)
  const behind = batch.cache.newest - millis
  if (behind > smallStep) desk.log(`the clock of ${bureau} went back by ${Math.round(behind / 1000)} seconds`, new Error('the clock went back'))
  batch.nowMillis = behind > 0 && behind <= smallStep ? batch.cache.newest : millis
  batch.cache.newest = batch.nowMillis
  batch.now = instantOfMillis(batch.nowMillis)
}

/** Answers whether the head was there to be locked; makes and locks it when the bureau is new. */
async function lockedHead(tx: Tx, bureau: string, rows: readonly unknown[]): Promise<boolean> {
  if (rows.length > 0) return true
  await tx.query('INSERT INTO head (bureau) VALUES ($1) ON CONFLICT DO NOTHING', [bureau])
  await tx.query(lockHead, [bureau])
  return false
}

/** Loads; a failure is the database's, never an act's. */
export const loadOrFail = (...[tx, batch, refs, keys, kept]: Parameters<typeof load>): Promise<void> =>
  load(tx, batch, refs, keys, kept).catch((error: unknown) => {
    throw new DatabaseFailed('loading failed', { cause: error })
  })

async function decideAll(
  desk: Desk,
  tx: Tx,
  plan: Plan,
  answers: readonly Record<string, unknown>[][],
  waiting: readonly Waiting[],
): Promise<Attempt> {
  const { batch, keys, kept, asked } = plan
  const { bureau, cache } = batch
  const bring = (refs: readonly SubjectRef[], wantedKeys: readonly WantedKey[] = []) => loadOrFail(tx, batch, refs, wantedKeys, kept)
  const locked = await lockedHead(tx, bureau, answers[0]!)
  const end = locked ? answers[1]! : (await tx.query(lastPositionSql, [bureau])).rows
  batch.position = Number(end[0]?.position ?? 0)
  setClock(desk, batch)
  if (locked && cache.position === batch.position) for (const [n, { take }] of asked.entries()) take(answers[n + 2]!)
  else {
    // Another process has written since: what memory says, and what it led us to ask for, may be old.
    batch.slots.clear()
    cache.holdOnlyAt(batch.position)
    await bring(guessNeeds(batch, waiting), keys)
  }
  await bring(guessNeeds(batch, waiting))
  const attempt = await decideEach(desk, batch, waiting, kept, bring)
  await applyPersonalChanges(tx, batch, bring)
  return attempt
}

/** Decides one command after the other on what the batch knows; `kept` holds the answers to keys done before, and receives the new ones. */
export async function decideEach(desk: Desk, batch: Batch, waiting: readonly Waiting[], kept: KeptAnswers, bring: Hands['bring']): Promise<Attempt> {
  const hands: Hands = { calendar: desk.calendarOf(batch.bureau), bring, bug: desk.log, isDatabaseError: (error) => error instanceof DatabaseFailed }
  const outcomes: Outcome[] = []
  const keys: KeyRow[] = []
  for (const one of waiting) outcomes.push(await decideKeyed(batch, hands, one, kept, keys))
  return { batch, outcomes, keys }
}

/** What the whole batch will need, as far as can be told before deciding; a command whose needs throw is met again when it is decided. */
export function guessNeeds(batch: Batch, waiting: readonly Waiting[]): SubjectRef[] {
  return waiting.flatMap(({ command }) => {
    try {
      return wantedBy(batch, batch.vocabulary.acts.get(command.act) as Act, command)
    } catch {
      return []
    }
  })
}

/** Answers a repeated command from what was kept; else decides it and keeps its answer. A refusal is not kept: its retry is decided anew. */
async function decideKeyed(batch: Batch, hands: Hands, one: Waiting, kept: KeptAnswers, keyRows: KeyRow[]): Promise<Outcome> {
  const { command, body, actId } = one
  const act = batch.vocabulary.acts.get(command.act) as Act
  if (command.key === undefined) return decideOne(batch, hands, act, command, actId)
  const actor = actorKey(command.actor)
  const name = `${actor}\n${command.key}`
  const before = kept.get(name)
  if (before !== undefined && isKept(before, batch.nowMillis)) {
    // What was kept of it has been erased since: it is neither told again nor done again.
    if (before.body === '') return refuse('personal-data-erased')
    return before.body === body ? { ...(JSON.parse(before.answer) as Done), replayed: true } : refuse('idempotency-key-reused')
  }
  const outcome = await decideOne(batch, hands, act, command, actId)
  if (outcome.ok) {
    const answer = JSON.stringify(outcome)
    kept.set(name, { body, answer, at: batch.nowMillis })
    keyRows.push({ actor, key: command.key, body, answer })
  }
  return outcome
}

/**
 * After a lost COMMIT: does the batch stand in the book? Waits at the head row until the broken transaction is over, then reads what it would have
 * written. Undefined when the database stays away for half a minute.
 */
async function stillStands(desk: Desk, bureau: string, { batch, keys }: Attempt): Promise<boolean | undefined> {
  const first = batch.entries[0]
  const probe: Statement | undefined =
    first !== undefined
      ? { sql: 'SELECT 1 FROM journal WHERE bureau = $1 AND position = $2 AND act_id = $3', values: [bureau, first.position, first.act_id] }
      : keys[0] && { sql: 'SELECT 1 FROM command_key WHERE bureau = $1 AND actor = $2 AND key = $3', values: [bureau, keys[0].actor, keys[0].key] }
  if (probe === undefined) return true
  for (const end = Date.now() + 30_000; Date.now() < end; ) {
    try {
      return await desk.database.transaction(async (tx) => {
        await tx.query(lockHead, [bureau])
        return (await tx.query(probe.sql, probe.values)).rows.length > 0
      })
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
  return undefined
}
