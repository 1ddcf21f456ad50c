import type { SubjectRef } from '../../../rules/act.ts'
import type { Agent } from '../agents/agents.ts'
import type { Database, Tx } from '../database/database.ts'
import { digestsIn } from '../book/digests-in.ts'
import type { FileStore } from '../files/store.ts'
import { type JournalEntry, readSubjectEntries } from '../writer/journal.ts'
import { personalErased } from '../writer/personal-changes.ts'
import { catchUp, type Projection } from '../writer/projections.ts'
import { subjectsErasedBy } from './file-references.ts'
import { emptyKeptAnswers } from './kept-answers.ts'

/** What a desk keeps outside of the book that an erasure must reach, or that still needs a file. */
export interface BesideTheBook {
  /** Takes away what is kept of a subject whose personal data was erased. */
  forget(tx: Tx, bureau: string, subject: SubjectRef): Promise<void>
  /** Those of the files that something here still needs. */
  needed(tx: Tx, bureau: string, digests: readonly string[]): Promise<readonly string[]>
}

interface Erasing {
  readonly database: Database
  readonly files: FileStore
  readonly references: Projection
  readonly beside: readonly BesideTheBook[]
}

/**
 * Follows the book and takes away what an erasure could not reach inside of the writer's transaction: kept answers, what desks keep beside the book, and the
 * bytes of files that nobody else needs. Every step may be done twice.
 */
export const eraser = (parts: Erasing): Agent => ({
  name: 'eraser',
  types: [personalErased],
  async react(entry, _hands, bureau) {
    const { database, files, references, beside } = parts
    const { positions } = entry.data as { positions: number[] }
    await emptyKeptAnswers(database, bureau, positions)
    const subjects = await subjectsErasedBy(database, bureau, positions)
    for (const subject of subjects) for (const desk of beside) await desk.forget(database, bureau, subject)
    await catchUp(database, references, bureau)
    const entries = await readSubjectEntries(database, bureau, subjects, { personal: false })
    for (const digest of new Set(entries.flatMap(({ data }) => [...digestsIn(data)]))) {
      await database.transaction(async (tx) => {
        if (await letGo(tx, bureau, digest, holdersIn(entries), beside)) await files.forget(digest)
      })
    }
  },
})

/** Who brought files to these subjects: their own upload is no reason to keep one. */
const holdersIn = (entries: readonly JournalEntry[]): readonly string[] => [...new Set(entries.map(({ actor }) => `${actor.kind}:${actor.id}`))]

// Nobody may bring the same bytes again between the look and the deed.
const noUploads = 'lock table file, file_upload in share row exclusive mode'
const named = 'select 1 from file_reference where bureau = $1 and digest = $2 limit 1'
const dropUploads = `delete from file_upload where bureau = $1 and digest = $2 and holder || ':' || holder_id = any($3::text[])`
const dropFile = `delete from file f where bureau = $1 and digest = $2
  and not exists (select 1 from file_upload u where u.bureau = $1 and u.digest = $2)`
const anywhere = 'select 1 from file where digest = $1 union all select 1 from file_reference where digest = $1 limit 1'

/** Forgets who brought the file, and answers whether its bytes are nobody's any more, in any bureau of this house. */
async function letGo(tx: Tx, bureau: string, digest: string, holders: readonly string[], beside: readonly BesideTheBook[]): Promise<boolean> {
  await tx.query(noUploads)
  if ((await tx.query(named, [bureau, digest])).rows.length > 0) return false
  for (const desk of beside) if ((await desk.needed(tx, bureau, [digest])).length > 0) return false
  await tx.query(dropUploads, [bureau, digest, holders])
  await tx.query(dropFile, [bureau, digest])
  return (await tx.query(anywhere, [digest])).rows.length === 0
}
