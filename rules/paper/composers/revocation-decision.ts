import type { Composer } from '../composer.ts'
import { remedyPlaces } from '../composer.ts'
import type { RevocationFacts } from '../facts/permit-facts.ts'
import { revocationArticle, revocationGrounds } from '../permit-grounds.ts'
import { sentence, spokenArticle, spokenDate, spokenYou } from '../wording.ts'
import { grantedWords } from './granted-words.ts'

/** 撤销行政许可决定书 (行政许可法 第六十九条): ground, reasons, what follows, remedies. */
export const revocationDecisionComposer: Composer<RevocationFacts> = {
  told: (facts) => facts.case.applicant,
  places: {
    granted: grantedWords,
    ground: (facts) => revocationGrounds[facts.ground],
    groundArticle: (facts) => spokenArticle(revocationArticle(facts.ground)),
    hearing: (facts) => `${spokenYou(facts.case.applicant)}${facts.heard ? '提出的意见已经研究' : '没有在期限内提出意见'}`,
    barredUntil: ({ barredUntil }) => (barredUntil === null ? undefined : spokenDate(barredUntil)),
  },
  blocks: {
    reasons: (facts) => (facts.reasons.length === 1 ? { text: sentence(facts.reasons[0]) } : { list: facts.reasons.map(sentence) }),
  },
  conditions: {
    fraud: (facts) => facts.ground === 'fraud',
    faultOfOrgan: (facts) => facts.ground !== 'fraud',
  },
  required: ['granted', 'ground', 'groundArticle', 'reasons', ...remedyPlaces],
}
