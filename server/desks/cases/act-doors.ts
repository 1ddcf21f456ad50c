import type { Permission } from '../../../contract/permissions.ts'
import type { caseActInputs } from '../../../contract/case-act-inputs.ts'

type DoorAct = keyof typeof caseActInputs

/**
 * Through which door each act of a case goes. `any`: one of these permissions is needed by staff; which role in which phase, the rules say.
 * `citizens`: the applicant may come in too.
 */
export const actDoors: Readonly<Record<DoorAct, { readonly any: readonly [Permission, ...Permission[]]; readonly citizens?: true }>> = {
  'supplement-materials': { any: ['receive-case'], citizens: true },
  'withdraw-application': { any: ['receive-case'], citizens: true },
  'request-supplement': { any: ['accept-case'] },
  'accept-case': { any: ['accept-case'] },
  'accept-with-shortfall': { any: ['accept-case'] },
  'meet-shortfall': { any: ['receive-case', 'review-case'], citizens: true },
  'declare-not-permit-matter': { any: ['accept-case'] },
  'decline-case': { any: ['accept-case'] },
  'claim-case': { any: ['accept-case', 'review-case', 'decide-case'] },
  'hand-over-case': { any: ['review-case', 'decide-case', 'hand-over-case'] },
  'take-over-case': { any: ['hand-over-case'] },
  'pass-step': { any: ['review-case', 'decide-case'] },
  'return-step': { any: ['review-case', 'decide-case'] },
  'record-site-inspection': { any: ['review-case'] },
  'start-excluded-procedure': { any: ['review-case', 'decide-case', 'approve-extension'] },
  'end-excluded-procedure': { any: ['review-case', 'decide-case', 'approve-extension'] },
  'extend-review': { any: ['approve-extension'] },
  'inform-third-party': { any: ['review-case', 'decide-case'] },
  'record-third-party-statement': { any: ['receive-case', 'review-case', 'decide-case'] },
  'make-statement': { any: ['receive-case'], citizens: true },
  'answer-statement': { any: ['accept-case', 'review-case', 'decide-case'] },
  'inform-hearing-right': { any: ['review-case', 'decide-case'] },
  'request-hearing': { any: ['receive-case', 'review-case', 'decide-case'], citizens: true },
  'waive-hearing': { any: ['receive-case', 'review-case', 'decide-case'], citizens: true },
  'announce-hearing': { any: ['review-case', 'decide-case'] },
  'hold-hearing': { any: ['review-case', 'decide-case'] },
  'grant-case': { any: ['decide-case'] },
  'refuse-case': { any: ['decide-case'] },
  'forward-case': { any: ['decide-case'] },
  'record-superior-decision': { any: ['receive-case', 'review-case'] },
  'tell-intended-measure': { any: ['decide-case'] },
  'drop-intended-measure': { any: ['decide-case'] },
  'revoke-permit': { any: ['decide-case'] },
  'cancel-permit': { any: ['decide-case'] },
  'lift-bar': { any: ['decide-case'] },
  'acknowledge-filing': { any: ['accept-case', 'review-case', 'decide-case'] },
  'return-filing': { any: ['accept-case', 'review-case', 'decide-case'] },
  'correct-clerical-error': { any: ['receive-case', 'review-case', 'decide-case'] },
  'void-paper': { any: ['receive-case', 'review-case', 'decide-case'] },
  'serve-papers': { any: ['receive-case', 'review-case', 'decide-case'] },
  'archive-case': { any: ['receive-case', 'review-case', 'decide-case'] },
  'remind-case': { any: ['remind-case'] },
  'correct-applicant-data': { any: ['receive-case'], citizens: true },
  'change-service-consent': { any: ['receive-case'], citizens: true },
  'request-data-change': { any: ['receive-case'], citizens: true },
  'answer-data-request': { any: ['receive-case', 'decide-case'] },
  'erase-personal-data': { any: ['decide-case'] },
}
