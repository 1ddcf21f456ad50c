import type { FilingReceiptFacts, GrantFacts, RefusalFacts, RenewalFacts } from './deciding-facts.ts'
import type { CorrectionFacts, ReplyFacts, ServiceReceiptFacts } from './later-facts.ts'
import type { CancellationFacts, ChangeFacts, IntendedMeasureFacts, RevocationFacts, WithdrawalFacts } from './permit-facts.ts'
import type { AcceptanceFacts, DeclineFacts, NotPermitMatterFacts, ReceiptFacts, ShortfallFacts, SupplementFacts } from './receiving-facts.ts'
import type {
  ExcludedProcedureFacts,
  ExtensionFacts,
  FirstReviewFacts,
  HearingFacts,
  HearingRightFacts,
  InspectionFacts,
  ThirdPartyFacts,
} from './reviewing-facts.ts'

/** The facts each kind of paper needs. */
export interface FactsOf {
  readonly receipt: ReceiptFacts
  readonly 'not-permit-matter-notice': NotPermitMatterFacts
  readonly 'supplement-notice': SupplementFacts
  readonly 'acceptance-notice': AcceptanceFacts
  readonly 'shortfall-notice': ShortfallFacts
  readonly 'decline-decision': DeclineFacts
  readonly 'inspection-record': InspectionFacts
  readonly 'third-party-notice': ThirdPartyFacts
  readonly 'hearing-right-notice': HearingRightFacts
  readonly 'hearing-notice': HearingFacts
  readonly 'excluded-procedure-notice': ExcludedProcedureFacts
  readonly 'extension-notice': ExtensionFacts
  readonly 'grant-decision': GrantFacts
  readonly 'renewal-notice': RenewalFacts
  readonly 'refusal-decision': RefusalFacts
  readonly 'filing-receipt': FilingReceiptFacts
  readonly 'correction-notice': CorrectionFacts
  readonly 'reply-letter': ReplyFacts
  readonly 'first-review-opinion': FirstReviewFacts
  readonly 'intended-measure-notice': IntendedMeasureFacts
  readonly 'revocation-decision': RevocationFacts
  readonly 'withdrawal-decision': WithdrawalFacts
  readonly 'change-decision': ChangeFacts
  readonly 'cancellation-decision': CancellationFacts
  readonly 'service-receipt': ServiceReceiptFacts
}
