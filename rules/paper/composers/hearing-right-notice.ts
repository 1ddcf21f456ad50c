import type { Composer } from '../composer.ts'
import type { HearingRightFacts } from '../facts/reviewing-facts.ts'
import { periodWords } from '../../time/period-words.ts'
import { clause, sentence, spokenDate, spokenDue } from '../wording.ts'

/** 听证告知书 (行政许可法 第四十六条、第四十七条): tells of the right to a hearing before the decision, or that one will be held. */
export const hearingRightNoticeComposer: Composer<HearingRightFacts> = {
  told: (facts) => facts.told,
  places: {
    interest: ({ ground }) => (ground.kind === 'interests' ? clause(ground.interest) : undefined),
    hearingBasis: ({ ground }) => (ground.kind === 'announced' ? clause(ground.basis) : undefined),
    intention: (facts) => (facts.intention === undefined ? undefined : sentence(facts.intention)),
    requestFrom: ({ ground }) => (ground.kind === 'interests' ? spokenDate(ground.request.from) : undefined),
    requestPeriod: ({ ground }) => (ground.kind === 'interests' ? periodWords(ground.request) : undefined),
    requestDue: ({ ground }) => (ground.kind === 'interests' ? spokenDue(ground.request) : undefined),
  },
  blocks: {},
  conditions: {
    interests: (facts) => facts.ground.kind === 'interests',
    announced: (facts) => facts.ground.kind === 'announced',
    applicantTold: (facts) => facts.told.name === facts.case.applicant.name,
    otherTold: (facts) => facts.told.name !== facts.case.applicant.name,
  },
  required: ['address', 'phone'],
}
