import type { Act, SubjectKind } from '../../../rules/act.ts'
import { approveItemVersion, returnItemVersion } from '../../../rules/service-item/approve-item-version.ts'
import { draftItemVersion } from '../../../rules/service-item/draft-item-version.ts'
import { itemKind } from '../../../rules/service-item/item-state.ts'
import { itemVersionKind } from '../../../rules/service-item/item-version-state.ts'
import { proposeItemVersion } from '../../../rules/service-item/propose-item-version.ts'
import { loadOpeningItem, publishItemVersion } from '../../../rules/service-item/publish-item-version.ts'
import { dropItemRetirement, proposeItemRetirement, retireItem, retireItemVersion } from '../../../rules/service-item/retire-item.ts'
import type { Desk } from '../../platform/http/desk.ts'
import { itemRows, itemVersionRows } from './item-rows.ts'
import { publicRoutes } from './public-routes.ts'
import { staffRoutes } from './staff-routes.ts'

/** 事项目录: what may be applied for, in versions; the guide, the search, and the two people every change needs. */
export const catalogueDesk: Desk = {
  name: 'catalogue',
  kinds: [itemKind, itemVersionKind] as readonly SubjectKind[],
  acts: [
    draftItemVersion,
    proposeItemVersion,
    returnItemVersion,
    approveItemVersion,
    publishItemVersion,
    loadOpeningItem,
    proposeItemRetirement,
    retireItem,
    dropItemRetirement,
    retireItemVersion,
  ] as readonly Act[],
  rows: [itemRows, itemVersionRows],
  routes: [...publicRoutes, ...staffRoutes],
}
