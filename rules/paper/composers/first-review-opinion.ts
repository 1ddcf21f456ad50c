import type { Composer } from '../composer.ts'
import type { FirstReviewFacts } from '../facts/reviewing-facts.ts'
import { sentence, spokenBasis, spokenDate, spokenList } from '../wording.ts'

/** 初步审查意见书 (行政许可法 第三十五条): to the organ that decides, with all the applicant handed in. */
export const firstReviewOpinionComposer: Composer<FirstReviewFacts> = {
  told: (facts) => ({ name: facts.superior, kind: 'organisation' }),
  places: {
    acceptedOn: (facts) => spokenDate(facts.acceptedOn),
    basis: (facts) => spokenBasis(facts.basis, spokenList),
    conclusion: (facts) => (facts.agrees ? '该申请符合法定条件、标准，建议准予行政许可' : '该申请不符合法定条件、标准，建议不予行政许可'),
    materialCount: (facts) => String(facts.materials.length),
  },
  blocks: {
    reasons: (facts) => (facts.reasons.length === 1 ? { text: sentence(facts.reasons[0]) } : { list: facts.reasons.map(sentence) }),
    materials: (facts) => ({ list: facts.materials.map(({ name, form }) => `${name}（${form === 'paper' ? '纸质' : '电子'}）`) }),
  },
  conditions: { withMaterials: (facts) => facts.materials.length > 0 },
  required: ['acceptedOn', 'basis', 'conclusion', 'reasons'],
}
