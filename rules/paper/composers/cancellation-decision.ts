import type { Composer } from '../composer.ts'
import { remedyPlaces } from '../composer.ts'
import type { CancellationFacts } from '../facts/permit-facts.ts'
import { cancellationArticle, cancellationGrounds } from '../permit-grounds.ts'
import { sentence, spokenArticle } from '../wording.ts'
import { grantedWords } from './granted-words.ts'

/** 注销行政许可决定书 (行政许可法 第七十条): the ground, its facts, remedies. */
export const cancellationDecisionComposer: Composer<CancellationFacts> = {
  told: (facts) => facts.case.applicant,
  places: {
    granted: grantedWords,
    ground: (facts) => cancellationGrounds[facts.ground],
    groundArticle: (facts) => spokenArticle(cancellationArticle(facts.ground)),
  },
  blocks: {
    reasons: (facts) => (facts.reasons.length === 1 ? { text: sentence(facts.reasons[0]) } : { list: facts.reasons.map(sentence) }),
  },
  conditions: {},
  required: ['granted', 'ground', 'groundArticle', 'reasons', ...remedyPlaces],
}
