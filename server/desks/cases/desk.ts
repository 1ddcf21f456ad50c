import type { SubjectKind } from '../../../rules/act.ts'
import { allCaseActs } from '../../../rules/case/all-acts.ts'
import { barListKind } from '../../../rules/case/receiving/bar-list.ts'
import { caseKind } from '../../../rules/case/case-kind.ts'
import { counterKind } from '../../../rules/case/standing/counter.ts'
import { paperKindOfSubject } from '../../../rules/case/papers/paper-kind.ts'
import type { Desk } from '../../platform/http/desk.ts'
import { actRoutes } from './act-routes.ts'
import { batchRoutes } from './batch-routes.ts'
import { boardRoutes } from './board-routes.ts'
import { caseNames, caseRows, paperRows, permitRows } from './case-rows.ts'
import { deadlineAgent } from './deadline-agent.ts'
import { hearingRows } from './hearing-rows.ts'
import { lookRoutes } from './look-routes.ts'
import { receiptSheetRoutes } from './receipt-sheet-routes.ts'

/** 办件: the case from receipt to archive, its papers, the counters that number them, and every list of cases. */
export const casesDesk: Desk = {
  name: 'cases',
  kinds: [caseKind, paperKindOfSubject, counterKind, barListKind] as readonly SubjectKind[],
  acts: allCaseActs,
  rows: [caseRows, caseNames, permitRows, hearingRows, paperRows],
  routes: [...actRoutes, ...batchRoutes, ...receiptSheetRoutes, ...boardRoutes, ...lookRoutes],
  agents: ({ database }) => [deadlineAgent(database)],
  fileEntries: [
    'application-submitted',
    'application-received',
    'materials-supplemented',
    'shortfall-met',
    'site-inspection-recorded',
    'hearing-held',
    'papers-served',
    'paper-typeset',
  ],
}
