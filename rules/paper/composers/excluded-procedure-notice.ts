import type { Composer } from '../composer.ts'
import type { ExcludedProcedureFacts } from '../facts/reviewing-facts.ts'
import { periodWords } from '../../time/period-words.ts'
import { clause, spokenArticle, spokenDate, spokenDue } from '../wording.ts'

/** 特别程序告知书 (行政许可法 第四十五条): the time of the procedure is not counted, and must be told in writing. */
export const excludedProcedureNoticeComposer: Composer<ExcludedProcedureFacts> = {
  told: (facts) => facts.case.applicant,
  places: {
    procedure: (facts) => facts.procedure,
    procedureBasis: (facts) => spokenArticle(clause(facts.basis)),
    procedureReason: (facts) => clause(facts.reason),
    exclusionArticle: (facts) => spokenArticle(facts.exclusionArticle),
    neededPeriod: (facts) => periodWords(facts.needed),
    startsOn: (facts) => spokenDate(facts.startsOn),
    neededDue: (facts) => spokenDue(facts.needed),
  },
  blocks: {},
  conditions: {},
  required: ['procedure', 'procedureReason', 'procedureBasis', 'exclusionArticle', 'neededPeriod', 'startsOn', 'neededDue'],
}
