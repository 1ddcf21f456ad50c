import type { Act, Loaded } from '../act.ts'
import { type Refusal, refused } from '../refusal.ts'
import { type PlainDate, parsePlainDate } from '../time/plain-date.ts'
import { itemEntry, itemVersionEntry, personOf } from './item-entries.ts'
import type { ItemState } from './item-state.ts'
import { roleRefusal, type VersionInput, versionIn } from './item-version-rules.ts'
import { itemRef, itemVersionRef } from './refs.ts'

/** The item where it lives, else why it cannot be ended. */
function livingItem(loaded: Loaded, code: string): { readonly state: ItemState } | { readonly refusal: Refusal } {
  const state = loaded<ItemState>(itemRef(code))
  if (!state || state.published.length === 0) return refused('item-not-found', { detail: { code } })
  return state.retiredFrom === null ? { state } : refused('item-already-retired', { detail: { from: state.retiredFrom } })
}

/** The same with the end that stands proposed. */
function proposedEnd(loaded: Loaded, code: string): { readonly retirement: NonNullable<ItemState['retirement']> } | { readonly refusal: Refusal } {
  const found = livingItem(loaded, code)
  if ('refusal' in found) return found
  const { retirement } = found.state
  return retirement === undefined ? refused('item-retirement-not-proposed') : { retirement }
}

/**
 * An editor proposes to end an item: no new application from that day on; running cases go on to their end. A second person decides.
 * Refusals: not-permitted, item-not-found, item-already-retired, item-retirement-proposed, item-date-unknown, item-date-past, item-reason-needed.
 */
export const proposeItemRetirement: Act<{ readonly code: string; readonly from: PlainDate; readonly reason: string }, { readonly from: PlainDate }> =
  {
    name: 'propose-item-retirement',
    needs: (input) => [itemRef(input.code)],
    decide(input, loaded, { actor, today }) {
      const refusal = roleRefusal(actor, 'catalogue-editor')
      if (refusal) return { refusal }
      const found = livingItem(loaded, input.code)
      if ('refusal' in found) return found
      const { retirement } = found.state
      if (retirement) return refused('item-retirement-proposed', { detail: { by: retirement.by.name, from: retirement.from } })
      const from = parsePlainDate(input.from)
      if (!from) return refused('item-date-unknown')
      if (from < today) return refused('item-date-past', { detail: { today } })
      const reason = input.reason.trim()
      if (reason === '') return refused('item-reason-needed')
      return { entries: [itemEntry(input.code, 'item-retirement-proposed', { from, reason, by: personOf(actor) })], answer: { from } }
    },
  }

/**
 * A second person ends the item as it was proposed.
 * Refusals: not-permitted, item-not-found, item-already-retired, item-retirement-not-proposed, item-second-person-needed, item-date-past.
 */
export const retireItem: Act<{ readonly code: string }, { readonly from: PlainDate }> = {
  name: 'retire-item',
  needs: (input) => [itemRef(input.code)],
  decide(input, loaded, { actor, today }) {
    const refusal = roleRefusal(actor, 'catalogue-approver')
    if (refusal) return { refusal }
    const found = proposedEnd(loaded, input.code)
    if ('refusal' in found) return found
    const { from, reason, by } = found.retirement
    if (by.id === actor.id) return refused('item-second-person-needed')
    if (from < today) return refused('item-date-past', { detail: { today } })
    return { entries: [itemEntry(input.code, 'item-retired', { from, reason, by: personOf(actor) })], answer: { from } }
  },
}

/**
 * The approver, or an editor thinking again, drops the proposed end: the item goes on.
 * Refusals: not-permitted, item-not-found, item-already-retired, item-retirement-not-proposed, item-reason-needed.
 */
export const dropItemRetirement: Act<{ readonly code: string; readonly reason: string }, { readonly status: 'published' }> = {
  name: 'drop-item-retirement',
  needs: (input) => [itemRef(input.code)],
  decide(input, loaded, { actor }) {
    const refusal = roleRefusal(actor, 'catalogue-approver') && roleRefusal(actor, 'catalogue-editor')
    if (refusal) return { refusal }
    const found = proposedEnd(loaded, input.code)
    if ('refusal' in found) return found
    const reason = input.reason.trim()
    if (reason === '') return refused('item-reason-needed')
    return { entries: [itemEntry(input.code, 'item-retirement-dropped', { reason, by: personOf(actor) })], answer: { status: 'published' } }
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
