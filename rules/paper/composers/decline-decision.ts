import type { Composer } from '../composer.ts'
import { remedyPlaces } from '../composer.ts'
import type { DeclineFacts } from '../facts/receiving-facts.ts'
import { sentence, spokenDate } from '../wording.ts'

/** 不予受理决定书 (行政许可法 第三十二条第一款第二项 and last paragraph). */
export const declineDecisionComposer: Composer<DeclineFacts> = {
  told: (facts) => facts.case.applicant,
  places: {
    rightOrgan: ({ ground }) =>
      ground.kind === 'other-organ'
        ? ground.rightOrgan + (ground.rightOrganAddress === undefined ? '' : `（地址：${ground.rightOrganAddress}）`)
        : undefined,
    declineBasis: ({ ground }) => (ground.kind === 'other' ? ground.basis : undefined),
    barredUntil: ({ falsehood }) => (falsehood?.barredUntil ? spokenDate(falsehood.barredUntil) : undefined),
  },
  blocks: {
    reasons: (facts) => (facts.reasons.length === 1 ? { text: sentence(facts.reasons[0]) } : { list: facts.reasons.map(sentence) }),
  },
  conditions: {
    otherOrgan: (facts) => facts.ground.kind === 'other-organ',
    falsehood: (facts) => facts.falsehood !== undefined,
    otherReason: (facts) => facts.ground.kind === 'other',
  },
  required: ['reasons', ...remedyPlaces],
}
