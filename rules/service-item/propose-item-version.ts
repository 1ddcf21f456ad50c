import type { Act } from '../act.ts'
import { type Office, officeRef } from '../people/office.ts'
import { refused } from '../refusal.ts'
import { itemVersionEntry, personOf } from './item-entries.ts'
import { roleRefusal, type VersionInput, versionIn } from './item-version-rules.ts'
import type { ItemVersionState } from './item-version-state.ts'
import { itemVersionRef } from './refs.ts'
import { validateItem } from './validate.ts'
import { officeFindings } from './validate-office.ts'

/**
 * An editor puts a draft forward for a second person. Every rule of validation is asked; doubts may stand, errors may not.
 * Refusals: not-permitted, item-version-not-found, item-version-in-other-state, item-not-sound.
 */
export const proposeItemVersion: Act<VersionInput, { readonly status: 'proposed' }> = {
  name: 'propose-item-version',
  needs(input, loaded) {
    const own = itemVersionRef(input.code, input.version)
    const office = loaded<ItemVersionState>(own)?.item.office
    return office === undefined ? [own] : [own, officeRef(office)]
  },
  decide(input, loaded, { actor }) {
    const refusal = roleRefusal(actor, 'catalogue-editor')
    if (refusal) return { refusal }
    const found = versionIn(loaded, input, ['draft'])
    if ('refusal' in found) return found
    const { item } = found.state
    const findings = [...validateItem(item), ...officeFindings(item, loaded<Office>(officeRef(item.office)))]
    const errors = findings.filter((finding) => finding.severity === 'error')
    if (errors[0]) return refused('item-not-sound', { detail: { errors: errors.length, path: errors[0].path, sentence: errors[0].sentence } })
    return {
      entries: [itemVersionEntry(input.code, input.version, 'item-version-proposed', { by: personOf(actor) })],
      answer: { status: 'proposed' },
    }
  },
}
