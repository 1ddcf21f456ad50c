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
import { shippedDigest } from './shipped-digest.ts'
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
 * come in by this door like an editor's work; what an upgrade brings is brought once. The draft must have the shape of an item; rules across fields are asked only when it is proposed.
 * Refusals: not-permitted, item-malformed, item-version-not-found, item-version-in-other-state, item-version-unchanged.
 */
export const draftItemVersion: Act<DraftItemVersion, { readonly code: string; readonly version: number }> = {
  name: 'draft-item-version',
  needs: (input, loaded) => {
    const item = itemRef(String(input.item.code))
    const last = loaded<ItemState>(item)?.lastVersion ?? 0
    const refs = [item, itemVersionRef(item.id, input.version ?? last + 1)]
    if (last > 0 && input.version === undefined) refs.push(itemVersionRef(item.id, last))
    if (last > 0 && input.source === 'upgrade') refs.push(itemVersionRef(item.id, 1))
    return refs
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
    const line = loaded<ItemState>(itemRef(code))
    const last = line?.lastVersion ?? 0
    if (input.source === 'upgrade' && line && wasBrought(line, input.item, loaded))
      return refused('item-version-unchanged', { detail: { code, version: last } })
    const number = input.version ?? last + 1
    const item: ServiceItem = { ...input.item, version: number }
    const newest = newestContent(loaded, code, input.version ?? last)
    if (newest && newest.status !== 'retired' && diffItems(newest.item, item).length === 0)
      return refused('item-version-unchanged', { detail: { code, version: newest.item.version } })
    if (input.version !== undefined) {
      if (!newest) return refused('item-version-not-found', { detail: { code, version: number } })
      if (newest.status !== 'draft') return refused('item-version-in-other-state', { detail: { code, version: number, status: newest.status } })
    }
    const shipped = input.source === 'upgrade' ? { shipped: shippedDigest(input.item) } : {}
    const drafted = itemVersionEntry(code, number, 'item-version-drafted', {
      item,
      source: input.source,
      note: input.source === 'upgrade' && isLocal(newest) ? `${input.note}；本局改过这个事项，请对照差异取舍` : input.note,
      by: personOf(context.actor),
    })
    return {
      entries: input.version === undefined ? [itemEntry(code, 'item-version-numbered', { version: number, ...shipped }), drafted] : [drafted],
      answer: { code, version: number },
    }
  },
}

/** An upgrade brings a change of the product's once: not what it brought before, and nothing for an item that the bureau has retired. */
function wasBrought(line: ItemState, item: ServiceItem, loaded: Loaded): boolean {
  if (line.retiredFrom !== null) return true
  if (line.shipped !== undefined) return line.shipped === shippedDigest(item)
  // A book from before the mark was kept: the opening version is what the product brought.
  const first = loaded<ItemVersionState>(itemVersionRef(item.code, 1))
  return first?.source === 'opening' && diffItems(first.item, item).length === 0
}

const isLocal = (newest: ItemVersionState | undefined): boolean => newest !== undefined && (newest.source === 'editor' || newest.source === 'import')

const newestContent = (loaded: Loaded, code: string, version: number): ItemVersionState | undefined =>
  version > 0 ? loaded<ItemVersionState>(itemVersionRef(code, version)) : undefined
