import type { Actor, Json, NewEntry } from '../act.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { ServiceItem } from './item.ts'
import { itemRef, itemVersionRef } from './refs.ts'

/** Where a version came from: an editor, the catalogue a bureau opens with, an import from another system, a product upgrade. */
export type VersionSource = 'editor' | 'opening' | 'import' | 'upgrade'

export interface Person {
  readonly id: string
  readonly name: string
}

/** Data of the entries of `service-item`. */
export interface ItemEntries {
  /** `shipped` marks the content that the product brought, where it was the product that brought it. */
  'item-version-numbered': { readonly version: number; readonly shipped?: string }
  'item-version-in-force': { readonly version: number; readonly effectiveFrom: PlainDate }
  'item-version-recalled': { readonly version: number }
  'item-retirement-proposed': { readonly from: PlainDate; readonly reason: string; readonly by: Person }
  'item-retirement-dropped': { readonly reason: string; readonly by: Person }
  'item-retired': { readonly from: PlainDate; readonly reason: string; readonly by: Person }
}

/** Data of the entries of `service-item-version`. */
export interface ItemVersionEntries {
  'item-version-drafted': { readonly item: ServiceItem; readonly source: VersionSource; readonly note: string; readonly by: Person }
  'item-version-proposed': { readonly by: Person }
  'item-version-returned': { readonly by: Person; readonly reason: string }
  'item-version-approved': { readonly by: Person }
  'item-version-published': { readonly by: Person; readonly effectiveFrom: PlainDate }
  'item-version-retired': { readonly by: Person; readonly reason: string }
}

export const personOf = (actor: Actor): Person => ({ id: actor.id, name: actor.name })

export const itemEntry = <T extends keyof ItemEntries>(code: string, type: T, data: ItemEntries[T]): NewEntry => ({
  subject: itemRef(code),
  type,
  version: 1,
  data: data as unknown as Json,
})

export const itemVersionEntry = <T extends keyof ItemVersionEntries>(
  code: string,
  version: number,
  type: T,
  data: ItemVersionEntries[T],
): NewEntry => ({
  subject: itemVersionRef(code, version),
  type,
  version: 1,
  data: data as unknown as Json,
})
