import type { SubjectRef } from '../../../rules/act.ts'
import { type Batch, step } from './batch.ts'
import type { Tx } from '../database/database.ts'
import { entriesAt, type JournalEntry, readSubjectEntries } from './journal.ts'
import { foldSubjects } from './fold-subjects.ts'
import { keyOf, type Slot } from './subject-cache.ts'

/**
 * Two entry types that any desk's act may write, by which personal data of older entries is erased (个人信息保护法 第四十七条) or corrected
 * (第四十六条). Their data: `{ positions: number[] }`, and `{ position: number }` with the right data as the entry's own `personal`. The writer carries
 * them out in the same transaction and folds the subjects concerned again; the entries and their commitments stay, so the chain still verifies.
 */
export const personalErased = 'personal-erased'
export const personalCorrected = 'personal-corrected'

const subjectsAt = `SELECT DISTINCT j.position, j.subject_kind AS kind, j.subject_id AS id FROM ${entriesAt('position, subject_kind, subject_id')}`

/** Carries out what the batch's entries say of personal data. Throws when a position is not in the book yet: the batch is then replayed one by one. */
export async function applyPersonalChanges(tx: Tx, batch: Batch, bring: (refs: readonly SubjectRef[]) => Promise<void>): Promise<void> {
  const corrections = new Map<number, number>()
  for (const entry of batch.entries) {
    if (entry.type === personalErased) batch.erased.push(...(entry.data as { positions: number[] }).positions)
    else if (entry.type === personalCorrected) corrections.set((entry.data as { position: number }).position, entry.position)
  }
  const positions = [...batch.erased, ...corrections.keys()]
  if (positions.length === 0) return
  const { rows } = await tx.query<{ position: number; kind: string; id: string }>(subjectsAt, [batch.bureau, positions])
  if (rows.length !== new Set(positions).size) throw new Error('personal data of an entry that is not in the book')
  for (const [position, by] of corrections) {
    const row = batch.personal.find((personal) => personal.position === by)
    if (row === undefined) throw new Error('a correction of personal data without the right data')
    batch.corrected.push({ ...row, position, corrected_by: by })
  }
  const refs = [...new Map(rows.map(({ kind, id }) => [keyOf({ kind, id }), { kind, id }])).values()]
  await bring(refs)
  const entries = (await readSubjectEntries(tx, batch.bureau, refs)).map((entry) => changed(batch, entry))
  for (const [key, old] of foldSubjects(batch.vocabulary, entries)) {
    if (!batch.before.has(key)) batch.before.set(key, batch.slots.get(key)!)
    batch.slots.set(key, withThisBatch(batch, key, old))
  }
}

function changed(batch: Batch, entry: JournalEntry): JournalEntry {
  const { personal: _, ...bare } = entry
  if (batch.erased.includes(entry.position)) return bare
  const right = batch.corrected.find((row) => row.position === entry.position)
  return right === undefined ? entry : { ...bare, personal: { salt: right.salt, data: right.data, correctedBy: right.corrected_by } }
}

/** The entries that this batch itself wrote about the subject, on top of the refolded ones. */
function withThisBatch(batch: Batch, key: string, old: Slot): Slot {
  let slot = old
  for (const row of batch.entries) {
    const subject = { kind: row.subject_kind, id: row.subject_id }
    if (keyOf(subject) !== key) continue
    const personal = batch.personal.find((one) => one.position === row.position)
    slot = step(batch.vocabulary, slot, {
      subject,
      type: row.type,
      version: row.version,
      data: row.data,
      ...(personal !== undefined && { personal: personal.data }),
      position: row.position,
      seq: row.subject_seq,
      actId: row.act_id,
      occurredAt: row.occurred_at,
      actor: row.actor,
      channel: row.channel,
    })
  }
  return slot
}
