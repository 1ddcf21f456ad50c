import type { Act } from '../act.ts'
import { refused } from '../refusal.ts'
import { type PlainDate, parsePlainDate } from '../time/plain-date.ts'
import { itemEntry, itemVersionEntry, personOf } from './item-entries.ts'
import type { ServiceItem } from './item.ts'
import type { ItemState } from './item-state.ts'
import { roleRefusal, type VersionInput, versionIn } from './item-version-rules.ts'
import { itemRef, itemVersionRef } from './refs.ts'
import { shippedDigest } from './shipped-digest.ts'
import { validateItem } from './validate.ts'

/**
 * Publishes an approved version from a day on, today or later. New applications from that day fall under it; running cases keep theirs.
 * Refusals: not-permitted, item-version-not-found, item-version-in-other-state, item-date-unknown, item-date-past, item-version-older.
 */
export const publishItemVersion: Act<VersionInput & { readonly effectiveFrom: PlainDate }, { readonly effectiveFrom: PlainDate }> = {
  name: 'publish-item-version',
  needs: (input) => [itemRef(input.code), itemVersionRef(input.code, input.version)],
  decide(input, loaded, { actor, today }) {
    const refusal = roleRefusal(actor, 'catalogue-approver')
    if (refusal) return { refusal }
    const found = versionIn(loaded, input, ['approved'])
    if ('refusal' in found) return found
    const effectiveFrom = parsePlainDate(input.effectiveFrom)
    if (!effectiveFrom) return refused('item-date-unknown')
    if (effectiveFrom < today) return refused('item-date-past', { detail: { today } })
    const newer = loaded<ItemState>(itemRef(input.code))?.published.find((one) => one.version > input.version)
    if (newer) return refused('item-version-older', { detail: { version: newer.version } })
    return {
      entries: [
        itemVersionEntry(input.code, input.version, 'item-version-published', { by: personOf(actor), effectiveFrom }),
        itemEntry(input.code, 'item-version-in-force', { version: input.version, effectiveFrom }),
      ],
      answer: { effectiveFrom },
    }
  },
}

/**
 * Puts one item of the opening catalogue into an empty place of the book, published from `effectiveFrom`, which may be past. Only the system may,
 * and only where the item has no version yet: afterwards the book is the only source.
 * Refusals: not-permitted, item-already-in-book, item-not-sound.
 */
export const loadOpeningItem: Act<{ readonly item: ServiceItem; readonly effectiveFrom: PlainDate }, { readonly version: number }> = {
  name: 'load-opening-item',
  needs: (input) => [itemRef(input.item.code), itemVersionRef(input.item.code, 1)],
  decide(input, loaded, { actor }) {
    if (actor.kind !== 'system') return refused('not-permitted')
    const { code } = input.item
    if (loaded<ItemState>(itemRef(code))) return refused('item-already-in-book', { detail: { code } })
    const errors = validateItem(input.item).filter((finding) => finding.severity === 'error')
    if (errors[0]) return refused('item-not-sound', { detail: { errors: errors.length, path: errors[0].path, sentence: errors[0].sentence } })
    const item: ServiceItem = { ...input.item, version: 1 }
    const by = personOf(actor)
    return {
      entries: [
        itemEntry(code, 'item-version-numbered', { version: 1, shipped: shippedDigest(input.item) }),
        itemVersionEntry(code, 1, 'item-version-drafted', { item, source: 'opening', note: '开局目录', by }),
        itemVersionEntry(code, 1, 'item-version-published', { by, effectiveFrom: input.effectiveFrom }),
        itemEntry(code, 'item-version-in-force', { version: 1, effectiveFrom: input.effectiveFrom }),
      ],
      answer: { version: 1 },
    }
  },
}
