import type { Desk } from '../platform/http/desk.ts'
import { assetRoutes } from './asset-routes.ts'
import { accountRoutes } from './account-routes.ts'
import { caseWishRoutes } from './case-wish-routes.ts'
import { caseWordRoutes } from './case-word-routes.ts'
import { draftRoutes } from './draft-routes.ts'
import { erasedDrafts } from './erased-drafts.ts'
import { grantsRoutes } from './grants-routes.ts'
import { hearingsRoutes } from './hearings-routes.ts'
import { lookupRoutes } from './lookup-routes.ts'
import { materialRoutes } from './material-routes.ts'
import { myCasesRoutes } from './my-cases-routes.ts'
import { publicRoutes } from './public-routes.ts'
import { signInRoutes } from './sign-in-routes.ts'
import { submitRoutes } from './submit-routes.ts'

/** 网上办事大厅: pages for citizens and firms, complete without JavaScript. It keeps no subject and does no act of its own. */
export const portalDesk: Desk = {
  name: 'portal',
  kinds: [],
  acts: [],
  rows: [],
  besideTheBook: erasedDrafts,
  routes: [
    ...assetRoutes,
    ...publicRoutes,
    ...grantsRoutes,
    ...hearingsRoutes,
    ...lookupRoutes,
    ...signInRoutes,
    ...accountRoutes,
    ...draftRoutes,
    ...materialRoutes,
    ...submitRoutes,
    ...myCasesRoutes,
    ...caseWishRoutes,
    ...caseWordRoutes,
  ],
}
