import type { Act, BookEntry, EntryTexts, Json, SubjectKind, SubjectRef } from '../act.ts'
import { refused } from '../refusal.ts'

/** An institution, a department of it, or a service place outside (便民服务中心, 服务站). */
export interface Office {
  readonly name: string
  readonly kind: OfficeKind
  /** The office above; null for an institution. */
  readonly parent: string | null
  /** Unit code where it has one: 442002. */
  readonly unitCode: string
  /** 区划代码 of the place it serves; empty for the whole bureau. */
  readonly divisionCode: string
  readonly closed: boolean
}

export type OfficeKind = 'institution' | 'department' | 'service-place'

export const officeRef = (id: string): SubjectRef => ({ kind: 'office', id })

const shown = ['kind', 'unitCode', 'divisionCode', 'name', 'parent']
const texts: EntryTexts = { open: { 'office-added': shown, 'office-changed': shown }, veiled: {} }

export const officeKind: SubjectKind<Office> = {
  kind: 'office',
  texts,
  fold(state, entry: BookEntry) {
    switch (entry.type) {
      case 'office-added':
        return { ...(entry.data as unknown as Omit<Office, 'closed'>), closed: false }
      case 'office-changed':
        return { ...state!, ...(entry.data as unknown as Omit<Office, 'closed'>) }
      case 'office-closed':
        return { ...state!, closed: true }
      default:
        throw new Error(`unknown entry ${entry.type}`)
    }
  },
}

export interface OfficeInput {
  readonly id: string
  readonly name: string
  readonly kind: OfficeKind
  readonly parent: string | null
  readonly unitCode: string
  readonly divisionCode: string
}

const needsOf = ({ id, parent }: OfficeInput): readonly SubjectRef[] => [officeRef(id), ...(parent === null ? [] : [officeRef(parent)])]

const withoutId = ({ id: _, ...rest }: OfficeInput): Json => rest as unknown as Json

/** Refusals: `office-exists`, `office-not-found` (the one above), `institution-has-no-parent`, `office-needs-parent`. */
export const addOffice: Act<OfficeInput> = {
  name: 'add-office',
  needs: needsOf,
  decide(input, loaded) {
    if (loaded(officeRef(input.id)) !== undefined) return refused('office-exists', { detail: { id: input.id } })
    const place = checkPlace(input, input.parent === null ? undefined : loaded(officeRef(input.parent)))
    if (place !== undefined) return place
    return { entries: [{ subject: officeRef(input.id), type: 'office-added', version: 1, data: withoutId(input) }], answer: { id: input.id } }
  },
}

/** Renames or moves an office. Refusals as for adding, and `office-closed`, `office-under-itself`. */
export const changeOffice: Act<OfficeInput> = {
  name: 'change-office',
  needs(input, loaded) {
    // The line upwards must not come back to this office; two rounds of loading see two steps, and a bureau's tree has three levels.
    const above = input.parent === null ? undefined : loaded<Office>(officeRef(input.parent))
    return [...needsOf(input), ...(above?.parent ? [officeRef(above.parent)] : [])]
  },
  decide(input, loaded) {
    const before = loaded<Office>(officeRef(input.id))
    if (before === undefined) return refused('office-not-found', { detail: { id: input.id } })
    if (before.closed) return refused('office-closed', { detail: { name: before.name } })
    const above = input.parent === null ? undefined : loaded<Office>(officeRef(input.parent))
    const place = checkPlace(input, above)
    if (place !== undefined) return place
    if (input.parent === input.id || above?.parent === input.id) return refused('office-under-itself')
    return { entries: [{ subject: officeRef(input.id), type: 'office-changed', version: 1, data: withoutId(input) }], answer: { id: input.id } }
  },
}

/** Closes an office; its people must be moved first (`people` is counted by the desk). Refusals: `office-not-found`, `office-closed`, `office-has-people`. */
export const closeOffice: Act<{ readonly id: string; readonly people: number }> = {
  name: 'close-office',
  needs: ({ id }) => [officeRef(id)],
  decide({ id, people }, loaded) {
    const office = loaded<Office>(officeRef(id))
    if (office === undefined) return refused('office-not-found', { detail: { id } })
    if (office.closed) return refused('office-closed', { detail: { name: office.name } })
    if (people > 0) return refused('office-has-people', { detail: { people } })
    return { entries: [{ subject: officeRef(id), type: 'office-closed', version: 1, data: {} }], answer: { id } }
  },
}

function checkPlace(input: OfficeInput, above: unknown) {
  if (input.kind === 'institution') return input.parent === null ? undefined : refused('institution-has-no-parent')
  if (input.parent === null) return refused('office-needs-parent')
  const office = above as Office | undefined
  return office === undefined || office.closed ? refused('office-not-found', { detail: { id: input.parent } }) : undefined
}
