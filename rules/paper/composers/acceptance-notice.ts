import type { Composer } from '../composer.ts'
import type { AcceptanceFacts, ShortfallFacts } from '../facts/receiving-facts.ts'
import { periodWords } from '../../time/period-words.ts'
import { clause, spokenArticle, spokenDate, spokenDue } from '../wording.ts'

type LimitsTold = Omit<AcceptanceFacts, 'ground'>

/** The two limits of the review, said apart: the law's and the promise. */
const limitPlaces: Composer<LimitsTold>['places'] = {
  acceptedOn: (facts) => spokenDate(facts.acceptedOn),
  statutoryFrom: (facts) => spokenDate(facts.statutory.from),
  statutoryPeriod: (facts) => periodWords(facts.statutory),
  statutoryArticle: (facts) => spokenArticle(facts.statutory.article),
  statutoryDue: (facts) => spokenDue(facts.statutory),
  promise: (facts) =>
    facts.promised.days === 0
      ? `在${spokenDate(facts.promised.due)}当日`
      : `在${periodWords(facts.promised)}内，即不迟于${spokenDue(facts.promised)}`,
  end: ({ superior }) => (superior === undefined ? '作出决定' : `审查完毕，连同全部申请材料报${superior}决定`),
  excluded: (facts) => (facts.excluded.length === 0 ? undefined : facts.excluded.join('、')),
}
const limitsRequired = ['statutoryPeriod', 'statutoryDue', 'promise', 'end']

/** 受理通知书 (行政许可法 第三十二条第一款第四项、第五项). */
export const acceptanceNoticeComposer: Composer<AcceptanceFacts> = {
  told: (facts) => facts.case.applicant,
  places: limitPlaces,
  blocks: {},
  conditions: {
    complete: (facts) => facts.ground === 'complete',
    corrected: (facts) => facts.ground === 'corrected',
    deemed: (facts) => facts.ground === 'deemed',
  },
  required: limitsRequired,
}

/** 容缺受理通知书: accepted, with what is still owed and by when; until then nothing is granted. */
export const shortfallNoticeComposer: Composer<ShortfallFacts> = {
  told: (facts) => facts.case.applicant,
  places: limitPlaces,
  blocks: {
    missing: (facts) => ({ list: facts.missing.map(({ material, due }) => `${clause(material)}，不迟于${spokenDate(due)}补交。`) }),
  },
  conditions: {},
  required: [...limitsRequired, 'acceptedOn', 'missing'],
}
