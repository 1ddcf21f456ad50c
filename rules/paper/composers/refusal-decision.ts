import type { Composer } from '../composer.ts'
import { remedyPlaces } from '../composer.ts'
import type { RefusalFacts } from '../facts.ts'
import { sentence, spokenArticle, spokenDate, spokenMatter } from '../wording.ts'

/** 不予决定书 (行政许可法 第三十八条第二款): reasons, and the remedies. */
export const refusalDecisionComposer: Composer<RefusalFacts> = {
  told: (facts) => facts.case.applicant,
  places: {
    resultTitle: (facts) => facts.resultName ?? `不予${spokenMatter(facts.case)}决定书`,
    acceptedOn: (facts) => spokenDate(facts.acceptedOn),
    basis: (facts) => facts.basis.map(spokenArticle).join('、'),
    barredUntil: ({ falsehood }) => (falsehood?.barredUntil ? spokenDate(falsehood.barredUntil) : undefined),
  },
  blocks: {
    reasons: (facts) => (facts.reasons.length === 1 ? { text: sentence(facts.reasons[0]) } : { list: facts.reasons.map(sentence) }),
  },
  conditions: { falsehood: (facts) => facts.falsehood !== undefined },
  required: ['resultTitle', 'basis', 'reasons', ...remedyPlaces],
}
