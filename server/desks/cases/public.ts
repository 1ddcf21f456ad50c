/** What other desks and the portal may ask of the cases desk. */
export { answersOf, answerText } from './answer-text.ts'
export { withStoredFiles } from './brought-files.ts'
export { listCases } from './case-list-view.ts'
export { caseOnOnePage } from './case-page-view.ts'
export { openCaseFor, openWholeCase } from './open-case.ts'
export { inboxOf } from './inbox-view.ts'
export { mayLook } from './look-routes.ts'
export { nextWords } from './next-words.ts'
