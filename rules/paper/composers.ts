import type { Composer } from './composer.ts'
import { acceptanceNoticeComposer, shortfallNoticeComposer } from './composers/acceptance-notice.ts'
import { cancellationDecisionComposer } from './composers/cancellation-decision.ts'
import { changeDecisionComposer } from './composers/change-decision.ts'
import { correctionNoticeComposer } from './composers/correction-notice.ts'
import { declineDecisionComposer } from './composers/decline-decision.ts'
import { excludedProcedureNoticeComposer } from './composers/excluded-procedure-notice.ts'
import { extensionNoticeComposer } from './composers/extension-notice.ts'
import { filingReceiptComposer } from './composers/filing-receipt.ts'
import { firstReviewOpinionComposer } from './composers/first-review-opinion.ts'
import { grantDecisionComposer } from './composers/grant-decision.ts'
import { hearingNoticeComposer } from './composers/hearing-notice.ts'
import { hearingRightNoticeComposer } from './composers/hearing-right-notice.ts'
import { inspectionRecordComposer } from './composers/inspection-record.ts'
import { intendedMeasureNoticeComposer } from './composers/intended-measure-notice.ts'
import { notPermitMatterNoticeComposer } from './composers/not-permit-matter-notice.ts'
import { receiptComposer } from './composers/receipt.ts'
import { renewalNoticeComposer } from './composers/renewal-notice.ts'
import { refusalDecisionComposer } from './composers/refusal-decision.ts'
import { replyLetterComposer } from './composers/reply-letter.ts'
import { revocationDecisionComposer } from './composers/revocation-decision.ts'
import { withdrawalDecisionComposer } from './composers/withdrawal-decision.ts'
import { serviceReceiptComposer } from './composers/service-receipt.ts'
import { supplementNoticeComposer } from './composers/supplement-notice.ts'
import { thirdPartyNoticeComposer } from './composers/third-party-notice.ts'
import type { FactsOf } from './facts/facts-of.ts'
import type { PaperKind } from './paper-kinds.ts'

/** One composer per kind. */
export const composers: { readonly [K in PaperKind]: Composer<FactsOf[K]> } = {
  receipt: receiptComposer,
  'not-permit-matter-notice': notPermitMatterNoticeComposer,
  'supplement-notice': supplementNoticeComposer,
  'acceptance-notice': acceptanceNoticeComposer,
  'shortfall-notice': shortfallNoticeComposer,
  'decline-decision': declineDecisionComposer,
  'inspection-record': inspectionRecordComposer,
  'third-party-notice': thirdPartyNoticeComposer,
  'hearing-right-notice': hearingRightNoticeComposer,
  'hearing-notice': hearingNoticeComposer,
  'excluded-procedure-notice': excludedProcedureNoticeComposer,
  'extension-notice': extensionNoticeComposer,
  'grant-decision': grantDecisionComposer,
  'renewal-notice': renewalNoticeComposer,
  'refusal-decision': refusalDecisionComposer,
  'filing-receipt': filingReceiptComposer,
  'correction-notice': correctionNoticeComposer,
  'reply-letter': replyLetterComposer,
  'first-review-opinion': firstReviewOpinionComposer,
  'intended-measure-notice': intendedMeasureNoticeComposer,
  'revocation-decision': revocationDecisionComposer,
  'withdrawal-decision': withdrawalDecisionComposer,
  'change-decision': changeDecisionComposer,
  'cancellation-decision': cancellationDecisionComposer,
  'service-receipt': serviceReceiptComposer,
}
