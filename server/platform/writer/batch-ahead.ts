import { newBatch } from './batch.ts'
import { type Attempt, decideEach, type Desk, guessNeeds, loadOrFail, setClock } from './batch-run.ts'
import type { Waiting } from './command.ts'
import { missingFrom, type WantedKey } from './batch-load.ts'
import { personalCorrected, personalErased } from './personal-changes.ts'
import type { RecentAnswers } from './recent-answers.ts'
import type { SubjectCache } from './subject-cache.ts'

const noKeys: readonly WantedKey[] = []

/**
 * Deciding ahead: on what this process remembers, before the batches sent earlier are answered. It is right only if the book ends where memory says when
 * the batch's turn comes, with the very entry that memory has there, so it is saved by a statement that fails unless it does; then everything since is
 * decided anew, head held.
 *
 * Undefined when this batch cannot be decided ahead: it changes personal data of older entries, which must be read in its own transaction.
 */
export async function decideAhead(
  desk: Desk,
  bureau: string,
  cache: SubjectCache,
  answers: RecentAnswers,
  waiting: readonly Waiting[],
): Promise<Attempt | undefined> {
  const batch = newBatch(bureau, desk.vocabulary, cache)
  batch.position = cache.position
  setClock(desk, batch)
  const reader = { query: desk.database.readForWriter }
  const bring = (refs: Parameters<typeof loadOrFail>[2]) => loadOrFail(reader, batch, refs, noKeys, new Map())
  const missing = missingFrom(batch, guessNeeds(batch, waiting))
  if (missing.length > 0) await bring(missing)
  const attempt = await decideEach(desk, batch, waiting, answers, bring)
  return batch.entries.some(({ type }) => type === personalErased || type === personalCorrected) ? undefined : attempt
}
