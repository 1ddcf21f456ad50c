import type { Act } from '../act.ts'
import { refused } from '../refusal.ts'
import { itemVersionEntry, personOf } from './item-entries.ts'
import { roleRefusal, type VersionInput, versionIn } from './item-version-rules.ts'
import { itemVersionRef } from './refs.ts'

/**
 * A second person approves a proposed version: nobody who wrote in it or proposed it.
 * Refusals: not-permitted, item-version-not-found, item-version-in-other-state, item-second-person-needed.
 */
export const approveItemVersion: Act<VersionInput, { readonly status: 'approved' }> = {
  name: 'approve-item-version',
  needs: (input) => [itemVersionRef(input.code, input.version)],
  decide(input, loaded, { actor }) {
    const refusal = roleRefusal(actor, 'catalogue-approver')
    if (refusal) return { refusal }
    const found = versionIn(loaded, input, ['proposed'])
    if ('refusal' in found) return found
    if (found.state.proposedBy?.id === actor.id || found.state.writers.some((writer) => writer.id === actor.id))
      return refused('item-second-person-needed')
    return {
      entries: [itemVersionEntry(input.code, input.version, 'item-version-approved', { by: personOf(actor) })],
      answer: { status: 'approved' },
    }
  },
}

/** The approver, or the editor thinking again, gives a proposed version back as a draft. Refusals: as above, and item-reason-needed. */
export const returnItemVersion: Act<VersionInput & { readonly reason: string }, { readonly status: 'draft' }> = {
  name: 'return-item-version',
  needs: (input) => [itemVersionRef(input.code, input.version)],
  decide(input, loaded, { actor }) {
    const refusal = roleRefusal(actor, 'catalogue-approver') && roleRefusal(actor, 'catalogue-editor')
    if (refusal) return { refusal }
    const found = versionIn(loaded, input, ['proposed', 'approved'])
    if ('refusal' in found) return found
    if (input.reason.trim() === '') return refused('item-reason-needed')
    return {
      entries: [itemVersionEntry(input.code, input.version, 'item-version-returned', { by: personOf(actor), reason: input.reason.trim() })],
      answer: { status: 'draft' },
    }
  },
}
