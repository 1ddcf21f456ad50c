import type { Act, Loaded } from '../act.ts'
import { refused } from '../refusal.ts'
import { diffItems } from './item-diff.ts'
import { itemEntry, itemVersionEntry, personOf, type VersionSource } from './item-entries.ts'
import type { ServiceItem } from './item.ts'
import { itemShape } from './item-shape.ts'
import type { ItemState } from './item-state.ts'
import { roleRefusal } from './item-version-rules.ts'
import type { ItemVersionState } from './item-version-state.ts'
import { itemRef, itemVersionRef } from './refs.ts'
import { walkShape } from './shape.ts'

export interface DraftItemVersion {
  readonly item: ServiceItem
  readonly note: string
  readonly source: Exclude<VersionSource, 'opening'>
  /** A draft to be rewritten; left out, the draft gets the item's next number. */
  readonly version?: number
}

/**
 * Writes a draft of an item, new or rewritten, and never touches a version that is proposed, approved or published: a product upgrade and an import
 * come in by this door like an editor's work. The draft must have the shape of an item; rules across fields are asked only when it is proposed.
 * Refusals: not-permitted, item-malformed, item-version-not-found, item-version-in-other-state, item-version-unchanged.
 */
export const draftItemVersion: Act<DraftItemVersion, { readonly code: string; readonly version: number }> = {
  name: 'draft-item-version',
  needs: (input, loaded) => {
    const item = itemRef(String(input.item.code))
    const last = loaded<ItemState>(item)?.lastVersion ?? 0
    const written = itemVersionRef(item.id, input.version ?? last + 1)
    return last > 0 && input.version === undefined ? [item, written, itemVersionRef(item.id, last)] : [item, written]
  },
  decide(input, loaded, context) {
    const { code } = input.item
    if (context.actor.kind !== 'system') {
      const refusal = roleRefusal(context.actor, 'catalogue-editor')
      if (refusal) return { refusal }
    }
    const faults = walkShape({ ...input.item, version: 1 }, itemShape)
    if (faults.length > 0)
      return refused('item-malformed', { detail: { faults: faults.length, path: faults[0]!.path, sentence: faults[0]!.sentence } })
    const last = loaded<ItemState>(itemRef(code))?.lastVersion ?? 0
    const number = input.version ?? last + 1
    const item: ServiceItem = { ...input.item, version: number }
    const newest = newestContent(loaded, code, input.version ?? last)
    if (newest && newest.status !== 'retired' && diffItems(newest.item, item).length === 0)
      return refused('item-version-unchanged', { detail: { code, version: newest.item.version } })
    if (input.version !== undefined) {
      if (!newest) return refused('item-version-not-found', { detail: { code, version: number } })
      if (newest.status !== 'draft') return refused('item-version-in-other-state', { detail: { code, version: number, status: newest.status } })
    }
    const drafted = itemVersionEntry(code, number, 'item-version-drafted', {
      item,
      source: input.source,
      note: input.note,
      by: personOf(context.actor),
    })
    return {
      entries: input.version === undefined ? [itemEntry(code, 'item-version-numbered', { version: number }), drafted] : [drafted],
      answer: { code, version: number },
    }
  },
}

const newestContent = (loaded: Loaded, code: string, version: number): ItemVersionState | undefined =>
  version > 0 ? loaded<ItemVersionState>(itemVersionRef(code, version)) : undefined
