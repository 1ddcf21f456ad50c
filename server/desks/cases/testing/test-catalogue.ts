import type { Act, SubjectKind } from '../../../../rules/act.ts'
import type { ServiceItem } from '../../../../rules/service-item/item.ts'
import { itemEntry, itemVersionEntry } from '../../../../rules/service-item/item-entries.ts'
import { itemKind } from '../../../../rules/service-item/item-state.ts'
import { itemVersionKind } from '../../../../rules/service-item/item-version-state.ts'
import { itemRef, itemVersionRef } from '../../../../rules/service-item/refs.ts'
import type { PlainDate } from '../../../../rules/time/plain-date.ts'
import type { Desk } from '../../../platform/http/desk.ts'

const by = { id: 'test', name: '测试' }
const effectiveFrom = '2015-01-01' as PlainDate

/** Puts a published item version into the book at once, with the catalogue's own entries: the road through editors is the catalogue's to test. */
const putItem: Act<ServiceItem> = {
  name: 'put-test-item',
  needs: ({ code, version }) => [itemRef(code), itemVersionRef(code, version)],
  decide: (item) => ({
    entries: [
      itemVersionEntry(item.code, item.version, 'item-version-drafted', { item, source: 'opening', note: '', by }),
      itemVersionEntry(item.code, item.version, 'item-version-proposed', { by }),
      itemVersionEntry(item.code, item.version, 'item-version-approved', { by }),
      itemVersionEntry(item.code, item.version, 'item-version-published', { by, effectiveFrom }),
      itemEntry(item.code, 'item-version-numbered', { version: item.version }),
      itemEntry(item.code, 'item-version-in-force', { version: item.version, effectiveFrom }),
    ],
    answer: { code: item.code },
  }),
}

export const testCatalogueDesk: Desk = {
  name: 'test-catalogue',
  kinds: [itemKind, itemVersionKind] as readonly SubjectKind[],
  acts: [putItem] as unknown as readonly Act[],
  rows: [],
  routes: [],
}
