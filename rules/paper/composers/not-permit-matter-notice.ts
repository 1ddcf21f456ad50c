import type { Composer } from '../composer.ts'
import { remedyPlaces } from '../composer.ts'
import type { NotPermitMatterFacts } from '../facts/receiving-facts.ts'
import { clause } from '../wording.ts'

/** 不受理告知书 (行政许可法 第三十二条第一款第一项): the matter needs no permit. */
export const notPermitMatterNoticeComposer: Composer<NotPermitMatterFacts> = {
  told: (facts) => facts.case.applicant,
  places: {
    reason: (facts) => clause(facts.reason),
    basis: (facts) => (facts.basis === undefined ? undefined : clause(facts.basis)),
    advice: (facts) => (facts.advice === undefined ? undefined : clause(facts.advice)),
  },
  blocks: {},
  conditions: {
    permit: (facts) => facts.case.procedure === 'permit',
    registration: (facts) => facts.case.procedure === 'registration',
    filing: (facts) => facts.case.procedure === 'filing',
  },
  required: ['reason', ...remedyPlaces],
}
