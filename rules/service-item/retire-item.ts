import type { Act } from '../act.ts'
import { refused } from '../refusal.ts'
import { type PlainDate, parsePlainDate } from '../time/plain-date.ts'
import { itemEntry, itemVersionEntry, personOf } from './item-entries.ts'
import type { ItemState } from './item-state.ts'
import { roleRefusal, type VersionInput, versionIn } from './item-version-rules.ts'
import { itemRef, itemVersionRef } from './refs.ts'

/**
 * Ends an item: no new application from that day on; running cases go on to their end.
 * Refusals: not-permitted, item-not-found, item-already-retired, item-date-unknown, item-date-past, item-reason-needed.
 */
export const retireItem: Act<{ readonly code: string; readonly from: PlainDate; readonly reason: string }, { readonly from: PlainDate }> = {
  name: 'retire-item',
  needs: (input) => [itemRef(input.code)],
  decide(input, loaded, { actor, today }) {
    const refusal = roleRefusal(actor, 'catalogue-approver')
    if (refusal) return { refusal }
    const state = loaded<ItemState>(itemRef(input.code))
    if (!state || state.published.length === 0) return refused('item-not-found', { detail: { code: input.code } })
    if (state.retiredFrom !== null) return refused('item-already-retired', { detail: { from: state.retiredFrom } })
    const from = parsePlainDate(input.from)
    if (!from) return refused('item-date-unknown')
    if (from < today) return refused('item-date-past', { detail: { today } })
    if (input.reason.trim() === '') return refused('item-reason-needed')
    return { entries: [itemEntry(input.code, 'item-retired', { from, reason: input.reason.trim(), by: personOf(actor) })], answer: { from } }
  },
}

/**
 * Takes back a version that is not in force yet, or throws away a draft. What has been in force stays as it was.
 * Refusals: not-permitted, item-version-not-found, item-version-in-other-state, item-version-in-force, item-reason-needed.
 */
export const retireItemVersion: Act<VersionInput & { readonly reason: string }, { readonly status: 'retired' }> = {
  name: 'retire-item-version',
  needs: (input) => [itemRef(input.code), itemVersionRef(input.code, input.version)],
  decide(input, loaded, { actor, today }) {
    const refusal = roleRefusal(actor, 'catalogue-approver') && roleRefusal(actor, 'catalogue-editor')
    if (refusal) return { refusal }
    const found = versionIn(loaded, input, ['draft', 'proposed', 'approved', 'published'])
    if ('refusal' in found) return found
    const { status, effectiveFrom } = found.state
    if (status === 'published' && roleRefusal(actor, 'catalogue-approver')) return refused('not-permitted')
    if (status === 'published' && effectiveFrom !== null && effectiveFrom <= today)
      return refused('item-version-in-force', { detail: { effectiveFrom } })
    if (input.reason.trim() === '') return refused('item-reason-needed')
    const retired = itemVersionEntry(input.code, input.version, 'item-version-retired', { by: personOf(actor), reason: input.reason.trim() })
    return {
      entries: status === 'published' ? [retired, itemEntry(input.code, 'item-version-recalled', { version: input.version })] : [retired],
      answer: { status: 'retired' },
    }
  },
}
