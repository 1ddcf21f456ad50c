import type { Composer } from '../composer.ts'
import type { ExtensionFacts } from '../facts/reviewing-facts.ts'
import { periodWords } from '../../time/period-words.ts'
import { clause, spokenArticle, spokenDate, spokenDue } from '../wording.ts'

const approverWords = { 'organ-head': '本机关负责人', 'government-head': '本级人民政府负责人' } as const

/** 延期告知书 (行政许可法 第四十二条): the reason must be told to the applicant. */
export const extensionNoticeComposer: Composer<ExtensionFacts> = {
  told: (facts) => facts.case.applicant,
  places: {
    extensionReason: (facts) => clause(facts.reason),
    extensionArticle: (facts) => spokenArticle(facts.article),
    extensionPeriod: (facts) => periodWords(facts),
    approver: (facts) => approverWords[facts.approver],
    oldDue: (facts) => spokenDate(facts.oldDue),
    newDue: (facts) => spokenDue({ due: facts.newDue, certainty: facts.certainty }),
  },
  blocks: {},
  conditions: {},
  required: ['extensionReason', 'extensionArticle', 'extensionPeriod', 'approver', 'newDue'],
}
