import type { Act } from '../act.ts'
import { acceptCase } from './accept-case.ts'
import { acceptWithShortfall } from './accept-with-shortfall.ts'
import { acknowledgeFiling } from './acknowledge-filing.ts'
import { answerDataRequest } from './answer-data-request.ts'
import { answerStatement } from './answer-statement.ts'
import { announceHearing } from './announce-hearing.ts'
import { archiveCase } from './archive-case.ts'
import type { CaseActOf } from './case-act.ts'
import { changeServiceConsent } from './change-service-consent.ts'
import { cancelPermit } from './cancel-permit.ts'
import { changePermit } from './change-permit.ts'
import { dropIntendedMeasure } from './drop-intended-measure.ts'
import { endBars } from './bar-list.ts'
import { liftBar } from './lift-bar.ts'
import { liftSuspension } from './lift-suspension.ts'
import { revokePermit } from './revoke-permit.ts'
import { tellIntendedMeasure } from './tell-intended-measure.ts'
import { forwardCase } from './forward-case.ts'
import { recordPenalty } from './record-penalty.ts'
import { recordSuperiorDecision } from './record-superior-decision.ts'
import { claimCase } from './claim-case.ts'
import { correctApplicantData } from './correct-applicant-data.ts'
import { correctClericalError } from './correct-clerical-error.ts'
import { declareNotPermitMatter } from './declare-not-permit-matter.ts'
import { declineCase } from './decline-case.ts'
import { deemAccepted } from './deem-accepted.ts'
import { deemRenewed } from './deem-renewed.ts'
import { endExcludedProcedure } from './end-excluded-procedure.ts'
import { erasePersonalData } from './erase-personal-data.ts'
import { extendReview } from './extend-review.ts'
import { grantCase } from './grant-case.ts'
import { handOverCase } from './hand-over-case.ts'
import { holdHearing } from './hold-hearing.ts'
import { informHearingRight } from './inform-hearing-right.ts'
import { informThirdParty } from './inform-third-party.ts'
import { makeStatement } from './make-statement.ts'
import { meetShortfall } from './meet-shortfall.ts'
import { moveDeadlines } from './move-deadlines.ts'
import { noteDeadlineCrossed } from './note-deadline-crossed.ts'
import { recordPaperFailure, recordTypesetPaper, setPaperAgain } from './paper-acts.ts'
import { passStep } from './pass-step.ts'
import { receiveAtCounter } from './receive-at-counter.ts'
import { recordSiteInspection } from './record-site-inspection.ts'
import { recordThirdPartyStatement } from './record-third-party-statement.ts'
import { refuseCase } from './refuse-case.ts'
import { remindCase } from './remind-case.ts'
import { requestDataChange } from './request-data-change.ts'
import { requestHearing } from './request-hearing.ts'
import { requestSupplement, returnFiling } from './request-supplement.ts'
import { returnStep } from './return-step.ts'
import { servePapers } from './serve-papers.ts'
import { startExcludedProcedure } from './start-excluded-procedure.ts'
import { submitApplication } from './submit-application.ts'
import { supplementMaterials } from './supplement-materials.ts'
import { takeOverCase } from './take-over-case.ts'
import { voidPaper } from './void-paper.ts'
import { waiveHearing } from './waive-hearing.ts'
import { withdrawApplication } from './withdraw-application.ts'
import { withdrawPermit } from './withdraw-permit.ts'

/** Every act on a case that exists; a test holds it to the table of permitted acts. */
export const actsOnCase = [
  acceptCase,
  acceptWithShortfall,
  acknowledgeFiling,
  announceHearing,
  answerDataRequest,
  answerStatement,
  archiveCase,
  cancelPermit,
  changePermit,
  changeServiceConsent,
  claimCase,
  correctApplicantData,
  correctClericalError,
  declareNotPermitMatter,
  declineCase,
  deemAccepted,
  deemRenewed,
  dropIntendedMeasure,
  endExcludedProcedure,
  erasePersonalData,
  extendReview,
  forwardCase,
  grantCase,
  handOverCase,
  holdHearing,
  informHearingRight,
  informThirdParty,
  liftBar,
  liftSuspension,
  makeStatement,
  meetShortfall,
  moveDeadlines,
  noteDeadlineCrossed,
  passStep,
  recordSiteInspection,
  recordPenalty,
  recordSuperiorDecision,
  recordThirdPartyStatement,
  refuseCase,
  remindCase,
  requestDataChange,
  requestHearing,
  requestSupplement,
  returnFiling,
  returnStep,
  revokePermit,
  servePapers,
  startExcludedProcedure,
  supplementMaterials,
  takeOverCase,
  tellIntendedMeasure,
  voidPaper,
  waiveHearing,
  withdrawApplication,
  withdrawPermit,
] as unknown as readonly CaseActOf<never>[]

/** Every act of the case and of its papers, the opening ones included. */
export const allCaseActs = [
  submitApplication,
  receiveAtCounter,
  recordTypesetPaper,
  recordPaperFailure,
  setPaperAgain,
  endBars,
  ...actsOnCase,
] as unknown as readonly Act[]
