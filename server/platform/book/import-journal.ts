import type { SubjectKind } from '../../../rules/act.ts'
import { type Batch, type EntryRow, slotInMemory, step } from '../writer/batch.ts'
import { load } from '../writer/batch-load.ts'
import { saveStatement } from '../writer/batch-save.ts'
import type { Database, Tx } from '../database/database.ts'
import { type ExportHeader, entryOf, type FilePart, filePartOf, parseExactLine, type SealedEntry } from './export-lines.ts'
import { bookEntryOf, type JournalEntry, lastPosition } from '../writer/journal.ts'
import { catchUp } from '../writer/projections.ts'
import type { RowMaker } from '../database/rows.ts'
import { sealAt, sealer } from './seal.ts'
import { keyOf, SubjectCache } from '../writer/subject-cache.ts'
import { verifyLines } from './verify-journal.ts'

/** Keeps one file of the book; throws when it cannot. */
type FileKeeper = (bureau: string, digest: string, bytes: Uint8Array, mediaType: string) => Promise<void>

export interface ImportParts {
  readonly database: Database
  readonly kinds: readonly SubjectKind[]
  readonly rows: readonly RowMaker[]
  readonly keepFile?: FileKeeper | undefined
}

export type Imported =
  | { readonly ok: true; readonly bureau: string; readonly entries: number; readonly files: number; readonly resumedAfter: number }
  | { readonly ok: false; readonly sentence: string }

const chunk = 500

/**
 * Carries an exported book into an empty bureau: the same entries at the same positions with the same digests; states, rows and timers are folded
 * anew. `open` gives the lines from the start each time. The whole file is verified before the first entry is written; an import that was cut off
 * goes on where it stopped. Refuses a broken chain, a public export, a bureau that has another book.
 */
export async function importJournal(parts: ImportParts, open: () => AsyncIterable<string>): Promise<Imported> {
  const { database } = parts
  const verified = await verifyLines(open())
  if (!verified.ok) return { ok: false, sentence: `没有导入：${verified.sentence}` }
  const { header } = verified
  if (header.public) return { ok: false, sentence: '没有导入：这是公开版账簿，不含个人信息、自由填写的文字和文件，不能用来搬迁。' }
  const kinds = new Map(parts.kinds.map((kind) => [kind.kind, kind]))
  const there = await lastPosition(database, header.bureau)
  if (there > 0) await catchUp(database, sealer, header.bureau)
  const known = await sealAt(database, header.bureau, there)
  let digestThere: string | undefined
  const cache = new SubjectCache()
  let waiting: SealedEntry[] = []
  let files = 0
  let pieces: FilePart[] = []
  const flush = async (): Promise<void> => {
    if (waiting.length > 0)
      await writeChunk(
        database,
        { kinds, acts: new Map() },
        Map.groupBy(parts.rows, (maker) => maker.kind),
        cache,
        header,
        waiting,
      )
    waiting = []
  }
  for await (const line of open()) {
    const value = parseExactLine(line)
    const part = filePartOf(value)
    if (part !== undefined) {
      pieces.push(part)
      if (pieces.length < part.parts) continue
      await parts.keepFile?.(header.bureau, part.file, Buffer.concat(pieces.map((piece) => Buffer.from(piece.base64, 'base64'))), part.mediaType)
      pieces = []
      files++
      continue
    }
    const entry = entryOf(value)
    if (entry === undefined) continue
    if (!kinds.has(entry.subject.kind))
      return { ok: false, sentence: `没有导入：第 ${entry.position} 条说的是“${entry.subject.kind}”，这个版本的程序不认识。请用不低于导出时的版本。` }
    if (entry.position === there) digestThere = entry.digest
    if (entry.position <= there) continue
    if (there > 0 && digestThere !== known) break
    waiting.push(entry)
    if (waiting.length === chunk) await flush()
  }
  if (there > 0 && digestThere !== known)
    return { ok: false, sentence: `没有导入：审批局 ${header.bureau} 已有另一本账簿（${there} 条）。只能导入空的审批局。` }
  await flush()
  await catchUp(database, sealer, header.bureau)
  const digest = await sealAt(database, header.bureau, header.entries)
  if (digest !== header.digest) throw new Error(`the imported book is sealed ${digest}, the exported one ${header.digest}`)
  return { ok: true, bureau: header.bureau, entries: header.entries, files, resumedAfter: there }
}

const agentCheckpoints = `INSERT INTO checkpoint (bureau, follower, position, agent) SELECT $1, key, value::bigint, true FROM json_each_text($2::json)
  ON CONFLICT (bureau, follower) DO NOTHING`

/** One chunk in one transaction, under the head lock as every writer. */
async function writeChunk(
  database: Database,
  vocabulary: Batch['vocabulary'],
  makers: ReadonlyMap<string, readonly RowMaker[]>,
  cache: SubjectCache,
  header: ExportHeader,
  entries: readonly SealedEntry[],
): Promise<void> {
  const { bureau } = header
  await database.transaction(async (tx) => {
    await tx.query('INSERT INTO head (bureau) VALUES ($1) ON CONFLICT DO NOTHING', [bureau])
    await tx.query('SELECT 1 FROM head WHERE bureau = $1 FOR UPDATE', [bureau])
    if ((await lastPosition(tx, bureau)) !== entries[0]!.position - 1) throw new Error(`somebody else writes in the book of ${bureau}`)
    // Before the first entry, so that no agent ever sees the book as new.
    await tx.query(agentCheckpoints, [bureau, JSON.stringify(header.agents ?? {})])
    const batch = await foldChunk(tx, vocabulary, cache, bureau, entries)
    const save = saveStatement(batch, [], makers)!
    await tx.query(save.sql, save.values)
    cache.keep(batch.slots, batch.position, batch.entries.at(-1)?.act_id)
  })
}

async function foldChunk(
  tx: Tx,
  vocabulary: Batch['vocabulary'],
  cache: SubjectCache,
  bureau: string,
  entries: readonly JournalEntry[],
): Promise<Batch> {
  const batch: Batch = {
    bureau,
    now: entries.at(-1)!.recordedAt,
    nowMillis: 0,
    vocabulary,
    cache,
    position: entries.at(-1)!.position,
    slots: new Map(),
    before: new Map(),
    entries: entries.map(rowOf),
    personal: entries.flatMap(({ position, personal }) =>
      personal === undefined ? [] : [{ position, salt: personal.salt, data: personal.data, corrected_by: personal.correctedBy }],
    ),
    erased: [],
    corrected: [],
  }
  await load(
    tx,
    batch,
    entries.map((entry) => entry.subject),
    [],
    new Map(),
  )
  for (const entry of entries) {
    const key = keyOf(entry.subject)
    const slot = slotInMemory(batch, entry.subject)!
    if (!batch.before.has(key)) batch.before.set(key, slot)
    batch.slots.set(key, step(vocabulary, slot, bookEntryOf(entry)))
  }
  return batch
}

const rowOf = (entry: JournalEntry): EntryRow => ({
  position: entry.position,
  act_id: entry.actId,
  subject_kind: entry.subject.kind,
  subject_id: entry.subject.id,
  subject_seq: entry.seq,
  type: entry.type,
  version: entry.version,
  occurred_at: entry.occurredAt,
  recorded_at: entry.recordedAt,
  actor: entry.actor,
  on_behalf_of: entry.onBehalfOf,
  channel: entry.channel,
  data: entry.data,
  personal_commitment: entry.personalCommitment,
})
