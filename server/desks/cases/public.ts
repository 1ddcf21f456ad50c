/** What other desks and the portal may ask of the cases desk. */
export { answersOf } from './answer-text.ts'
export { doCaseAct } from './act-routes.ts'
export { withStoredFiles } from './brought-files.ts'
export { listCases } from './case-list-view.ts'
export { caseOnOnePage, type OpenedCase, openCaseFor } from './case-page-view.ts'
export { inboxOf } from './inbox-view.ts'
export { mayLook, todayOf } from './look-routes.ts'
export { scopeOfVisit } from './scope.ts'
