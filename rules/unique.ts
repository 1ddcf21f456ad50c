import type { BookEntry, EntryTexts, NewEntry, SubjectKind, SubjectRef } from './act.ts'

/**
 * Uniqueness is a subject too: kind `unique`, id = realm + value. Who takes it stands in its state; released, it may be taken again.
 * The value is no personal data: a phone or a resident id comes as a keyed digest.
 */
export interface Unique {
  readonly owner: SubjectRef | null
}

export const uniqueRef = (realm: string, value: string): SubjectRef => ({ kind: 'unique', id: `${realm}:${value}` })

export const takeUnique = (subject: SubjectRef, owner: SubjectRef): NewEntry => ({
  subject,
  type: 'unique-taken',
  version: 1,
  data: { owner: { kind: owner.kind, id: owner.id } },
})

export const releaseUnique = (subject: SubjectRef): NewEntry => ({ subject, type: 'unique-released', version: 1, data: {} })

const texts: EntryTexts = { open: { 'unique-taken': ['owner.kind', 'owner.id'] }, veiled: {} }

export const uniqueKind: SubjectKind<Unique> = {
  kind: 'unique',
  texts,
  fold: (_state, entry: BookEntry) => ({ owner: entry.type === 'unique-taken' ? (entry.data as unknown as { owner: SubjectRef }).owner : null }),
}
