import { type Composer, remedyPlaces } from '../composer.ts'
import type { WithdrawalFacts } from '../facts/permit-facts.ts'
import { withdrawalArticle, withdrawalGrounds } from '../permit-grounds.ts'
import { clause, sentence, spokenArticle, spokenYou } from '../wording.ts'
import { grantedWords } from './granted-words.ts'

/** What withdrawing and changing a permit for the public interest both say (行政许可法 第八条第二款): ground, reasons, the interest, what is compensated, remedies. */
export const publicInterestComposer = (measure: '撤回' | '变更'): Composer<WithdrawalFacts> => ({
  told: (facts) => facts.case.applicant,
  places: {
    granted: grantedWords,
    ground: (facts) => withdrawalGrounds[facts.ground],
    groundArticle: () => spokenArticle(withdrawalArticle),
    publicInterest: (facts) => clause(facts.publicInterest),
    hearing: (facts) => `${spokenYou(facts.case.applicant)}${facts.heard ? '提出的意见已经研究' : '没有在期限内提出意见'}`,
    compensation: ({ case: { applicant }, compensation: { loss, words } }) =>
      `${loss ? `${measure}给${spokenYou(applicant)}造成财产损失，本机关依法补偿如下` : '关于财产损失'}：${clause(words)}`,
  },
  blocks: {
    reasons: (facts) => (facts.reasons.length === 1 ? { text: sentence(facts.reasons[0]) } : { list: facts.reasons.map(sentence) }),
  },
  conditions: {
    noLoss: ({ compensation }) => !compensation.loss,
  },
  required: ['granted', 'ground', 'groundArticle', 'reasons', 'publicInterest', 'compensation', ...remedyPlaces],
})
