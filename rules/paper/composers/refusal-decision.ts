import type { Composer } from '../composer.ts'
import { remedyPlaces } from '../composer.ts'
import type { RefusalFacts } from '../facts/deciding-facts.ts'
import { printedTitle } from '../printed-title.ts'
import { sentence, spokenBasis, spokenDate } from '../wording.ts'

/** 不予决定书 (行政许可法 第三十八条第二款): reasons, and the remedies. */
export const refusalDecisionComposer: Composer<RefusalFacts> = {
  told: (facts) => facts.case.applicant,
  places: {
    resultTitle: (facts) => printedTitle('refusal-decision', facts.case, facts),
    acceptedOn: (facts) => spokenDate(facts.acceptedOn),
    basis: (facts) => spokenBasis(facts.basis),
    barredUntil: ({ falsehood }) => (falsehood?.barredUntil ? spokenDate(falsehood.barredUntil) : undefined),
  },
  blocks: {
    reasons: (facts) => (facts.reasons.length === 1 ? { text: sentence(facts.reasons[0]) } : { list: facts.reasons.map(sentence) }),
  },
  conditions: { falsehood: (facts) => facts.falsehood !== undefined },
  required: ['resultTitle', 'basis', 'reasons', ...remedyPlaces],
}
