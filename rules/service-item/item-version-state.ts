import type { BookEntry, EntryTexts, SubjectKind } from '../act.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { ItemVersionEntries, Person, VersionSource } from './item-entries.ts'
import type { ServiceItem } from './item.ts'

export type VersionStatus = 'draft' | 'proposed' | 'approved' | 'published' | 'retired'

/** The fold of subject `service-item-version`, id `code@n`. From `approved` on the content never changes. */
export interface ItemVersionState {
  readonly item: ServiceItem
  readonly status: VersionStatus
  readonly source: VersionSource
  readonly note: string
  /** Everybody who wrote in it: none of them may approve it. */
  readonly writers: readonly Person[]
  readonly draftedAt: string
  readonly proposedBy: Person | null
  readonly approvedBy: Person | null
  readonly publishedBy: Person | null
  readonly effectiveFrom: PlainDate | null
  /** Why it last went back to the editor, or why it was retired. */
  readonly reason: string | null
}

/** What the bureau asks of applicants is public (行政许可法 30); what colleagues wrote to each other about a draft is not. */
const texts: EntryTexts = {
  open: { '*': ['by.id', 'by.name'], 'item-version-drafted': ['item.**', 'source'], 'item-version-published': ['effectiveFrom'] },
  veiled: { 'item-version-drafted': ['note'], 'item-version-retired': ['reason'], 'item-version-returned': ['reason'] },
}

export const itemVersionKind: SubjectKind<ItemVersionState> = { kind: 'service-item-version', texts, fold: foldItemVersion }

function foldItemVersion(state: ItemVersionState | undefined, entry: BookEntry): ItemVersionState {
  const data = <T extends keyof ItemVersionEntries>(_type: T) => entry.data as unknown as ItemVersionEntries[T]
  if (entry.type === 'item-version-drafted') {
    const { item, source, note, by } = data('item-version-drafted')
    const writers = state?.writers.some((writer) => writer.id === by.id) ? state.writers : [...(state?.writers ?? []), by]
    return {
      item,
      status: 'draft',
      source: state?.source ?? source,
      note,
      writers,
      draftedAt: state?.draftedAt ?? entry.occurredAt,
      proposedBy: null,
      approvedBy: null,
      publishedBy: null,
      effectiveFrom: null,
      reason: state?.reason ?? null,
    }
  }
  if (!state) throw new Error(`${entry.subject.id}: ${entry.type} before anything was drafted`)
  switch (entry.type) {
    case 'item-version-proposed':
      return { ...state, status: 'proposed', proposedBy: data('item-version-proposed').by, reason: null }
    case 'item-version-returned':
      return { ...state, status: 'draft', proposedBy: null, reason: data('item-version-returned').reason }
    case 'item-version-approved':
      return { ...state, status: 'approved', approvedBy: data('item-version-approved').by }
    case 'item-version-published': {
      const { by, effectiveFrom } = data('item-version-published')
      return { ...state, status: 'published', publishedBy: by, effectiveFrom }
    }
    case 'item-version-retired':
      return { ...state, status: 'retired', reason: data('item-version-retired').reason }
    default:
      return state
  }
}
