import type { BookEntry, EntryTexts, SubjectKind } from '../act.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { ItemEntries } from './item-entries.ts'

/** The fold of subject `service-item`: which versions were published, from when. Small, for it is read with every application. */
export interface ItemState {
  readonly code: string
  /** The highest version number taken, drafts included: numbers are never used twice. */
  readonly lastVersion: number
  readonly published: readonly { readonly version: number; readonly effectiveFrom: PlainDate }[]
  /** The first day on which no new application is taken; null while the item lives. */
  readonly retiredFrom: PlainDate | null
  /** The end that an editor proposed and nobody has approved or dropped yet. */
  readonly retirement?: ItemEntries['item-retirement-proposed']
  /** Mark of what the product last brought for this item: it is not brought twice. */
  readonly shipped?: string
}

/** The version a new application on this day falls under; undefined before the first and after the item was retired. */
export function versionInForce(state: ItemState | undefined, day: PlainDate): number | undefined {
  if (!state || (state.retiredFrom !== null && state.retiredFrom <= day)) return undefined
  const due = state.published.filter((one) => one.effectiveFrom <= day)
  return due.reduce<(typeof due)[number] | undefined>(
    (best, one) =>
      !best || one.effectiveFrom > best.effectiveFrom || (one.effectiveFrom === best.effectiveFrom && one.version > best.version) ? one : best,
    undefined,
  )?.version
}

const texts: EntryTexts = {
  open: {
    '*': ['by.id', 'by.name'],
    'item-retirement-proposed': ['from'],
    'item-retired': ['from'],
    'item-version-in-force': ['effectiveFrom'],
    'item-version-numbered': ['shipped'],
  },
  veiled: { 'item-retirement-proposed': ['reason'], 'item-retirement-dropped': ['reason'], 'item-retired': ['reason'] },
}

export const itemKind: SubjectKind<ItemState> = { kind: 'service-item', texts, fold: foldItem }

function foldItem(state: ItemState | undefined, entry: BookEntry): ItemState {
  const before: ItemState = state ?? { code: entry.subject.id, lastVersion: 0, published: [], retiredFrom: null }
  switch (entry.type) {
    case 'item-version-numbered': {
      const data = entry.data as unknown as ItemEntries['item-version-numbered']
      const shipped = data.shipped === undefined ? {} : { shipped: data.shipped }
      return { ...before, lastVersion: Math.max(before.lastVersion, data.version), ...shipped }
    }
    case 'item-version-in-force': {
      const data = entry.data as unknown as ItemEntries['item-version-in-force']
      return { ...before, published: [...before.published, { version: data.version, effectiveFrom: data.effectiveFrom }], retiredFrom: null }
    }
    case 'item-version-recalled': {
      const data = entry.data as unknown as ItemEntries['item-version-recalled']
      return { ...before, published: before.published.filter((one) => one.version !== data.version) }
    }
    case 'item-retirement-proposed': {
      const { from, reason, by } = entry.data as unknown as ItemEntries['item-retirement-proposed']
      return { ...before, retirement: { from, reason, by } }
    }
    case 'item-retirement-dropped': {
      const { retirement: _, ...kept } = before
      return kept
    }
    case 'item-retired': {
      const data = entry.data as unknown as ItemEntries['item-retired']
      const { retirement: _, ...kept } = before
      return { ...kept, retiredFrom: data.from }
    }
    default:
      return before
  }
}
