import type { Act } from '../act.ts'
import { acceptCase } from './receiving/accept-case.ts'
import { acceptWithShortfall } from './receiving/accept-with-shortfall.ts'
import { acknowledgeFiling } from './deciding/acknowledge-filing.ts'
import { announceService } from './papers/announce-service.ts'
import { answerDataRequest } from './wishes/answer-data-request.ts'
import { answerStatement } from './hearing/answer-statement.ts'
import { announceHearing } from './hearing/announce-hearing.ts'
import { archiveCase } from './papers/archive-case.ts'
import type { CaseActOf } from './case-act.ts'
import { changeServiceConsent } from './wishes/change-service-consent.ts'
import { cancelPermit } from './permit/cancel-permit.ts'
import { changePermit } from './permit/change-permit.ts'
import { dropIntendedMeasure } from './permit/drop-intended-measure.ts'
import { endBars } from './receiving/bar-list.ts'
import { liftBar } from './receiving/lift-bar.ts'
import { liftSuspension } from './permit/lift-suspension.ts'
import { revokePermit } from './permit/revoke-permit.ts'
import { tellIntendedMeasure } from './permit/tell-intended-measure.ts'
import { forwardCase } from './deciding/forward-case.ts'
import { recordPenalty } from './permit/record-penalty.ts'
import { recordSuperiorDecision } from './deciding/record-superior-decision.ts'
import { claimCase } from './reviewing/claim-case.ts'
import { correctApplicantData } from './wishes/correct-applicant-data.ts'
import { correctClericalError } from './papers/correct-clerical-error.ts'
import { declareNotPermitMatter } from './receiving/declare-not-permit-matter.ts'
import { decideRecusal } from './hearing/decide-recusal.ts'
import { declineCase } from './receiving/decline-case.ts'
import { deemAccepted } from './receiving/deem-accepted.ts'
import { deemRenewed } from './permit/deem-renewed.ts'
import { endExcludedProcedure } from './deadlines/end-excluded-procedure.ts'
import { erasePersonalData } from './wishes/erase-personal-data.ts'
import { extendReview } from './deadlines/extend-review.ts'
import { grantCase } from './deciding/grant-case.ts'
import { giveUpSupplement } from './receiving/give-up-supplement.ts'
import { handOverCase } from './reviewing/hand-over-case.ts'
import { holdHearing } from './hearing/hold-hearing.ts'
import { informHearingRight } from './hearing/inform-hearing-right.ts'
import { informThirdParty } from './hearing/inform-third-party.ts'
import { makeStatement } from './hearing/make-statement.ts'
import { meetShortfall } from './receiving/meet-shortfall.ts'
import { moveDeadlines } from './deadlines/move-deadlines.ts'
import { namePermitInHand } from './permit/name-permit-in-hand.ts'
import { noteDeadlineCrossed } from './deadlines/note-deadline-crossed.ts'
import { recordPaperFailure, recordTypesetPaper, setPaperAgain } from './papers/paper-acts.ts'
import { passStep } from './reviewing/pass-step.ts'
import { receiveAtCounter } from './receiving/receive-at-counter.ts'
import { recordSiteInspection } from './reviewing/record-site-inspection.ts'
import { recordThirdPartyStatement } from './hearing/record-third-party-statement.ts'
import { refuseCase } from './deciding/refuse-case.ts'
import { remindCase } from './reviewing/remind-case.ts'
import { requestDataChange } from './wishes/request-data-change.ts'
import { requestHearing } from './hearing/request-hearing.ts'
import { requestRecusal } from './hearing/request-recusal.ts'
import { requestSupplement, returnFiling } from './receiving/request-supplement.ts'
import { returnStep } from './reviewing/return-step.ts'
import { serveAnnounced } from './papers/serve-announced.ts'
import { servePapers } from './papers/serve-papers.ts'
import { startExcludedProcedure } from './deadlines/start-excluded-procedure.ts'
import { submitApplication } from './receiving/submit-application.ts'
import { supplementMaterials } from './receiving/supplement-materials.ts'
import { takeOverCase } from './reviewing/take-over-case.ts'
import { voidPaper } from './papers/void-paper.ts'
import { waiveHearing } from './hearing/waive-hearing.ts'
import { withdrawApplication } from './receiving/withdraw-application.ts'
import { withdrawPermit } from './permit/withdraw-permit.ts'

/** Every act on a case that exists; a test holds it to the table of permitted acts. */
export const actsOnCase = [
  acceptCase,
  acceptWithShortfall,
  acknowledgeFiling,
  announceHearing,
  announceService,
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
  decideRecusal,
  declineCase,
  deemAccepted,
  deemRenewed,
  dropIntendedMeasure,
  endExcludedProcedure,
  erasePersonalData,
  extendReview,
  forwardCase,
  giveUpSupplement,
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
  namePermitInHand,
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
  requestRecusal,
  requestSupplement,
  returnFiling,
  returnStep,
  revokePermit,
  serveAnnounced,
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
