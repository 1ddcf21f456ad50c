import { periodWords } from '../../time/period-words.ts'
import type { Composer } from '../composer.ts'
import type { IntendedMeasureFacts } from '../facts/permit-facts.ts'
import { takingArticle, takingGrounds } from '../permit-grounds.ts'
import { clause, spokenArticle, spokenDate, spokenDue } from '../wording.ts'

const measureOf = ({ measure, ground = 'other', changeTo = '', validTo, bars }: IntendedMeasureFacts): string => {
  if (measure === 'change')
    return `变更该行政许可的内容（情形：${takingGrounds[ground]}），变更为：${clause(changeTo)}；${validTo === undefined ? '' : `有效期缩短至${spokenDate(validTo)}；`}许可继续有效，由此造成财产损失的，依法给予补偿`
  if (measure === 'withdrawal') return `撤回该行政许可（情形：${takingGrounds[ground]}）；由此造成财产损失的，依法给予补偿`
  if (measure === 'revocation') return `撤销该行政许可${bars ? '，三年内不得再次申请该行政许可' : ''}（情形：${takingGrounds[ground]}）`
  return `不予受理或者不予行政许可，并给予警告${bars ? '，一年内不得再次申请该行政许可' : ''}`
}

/** 拟作处理告知书: what the bureau means to do, on what facts and law, and the right to be heard before (行政许可法 第七条, 行政处罚法 第四十四条). */
export const intendedMeasureNoticeComposer: Composer<IntendedMeasureFacts> = {
  told: (facts) => facts.case.applicant,
  places: {
    measure: measureOf,
    facts: (facts) => clause(facts.facts),
    article: ({ measure, ground = 'other', bars }) =>
      measure === 'refusal' ? spokenArticle('行政许可法 第七十八条') : `${spokenArticle(takingArticle(ground))}${bars ? '、第七十九条' : ''}`,
    replyFrom: (facts) => spokenDate(facts.reply.from),
    replyPeriod: (facts) => periodWords(facts.reply),
    replyDue: (facts) => spokenDue(facts.reply),
  },
  blocks: {},
  conditions: {
    refusal: (facts) => facts.measure === 'refusal',
    granted: (facts) => facts.measure !== 'refusal',
  },
  required: ['measure', 'facts', 'article', 'replyDue', 'address', 'phone'],
}
