import type { Composer } from '../composer.ts'
import type { ReceiptFacts } from '../facts/receiving-facts.ts'
import type { MaterialFacts } from '../facts/shared-facts.ts'
import { periodWords } from '../../time/period-words.ts'
import { spokenDate, spokenDue } from '../wording.ts'

const channelWords = { portal: '网上提交', counter: '窗口提交', post: '邮寄提交' } as const

/** 收件凭证 (行政许可法 第三十二条): what was handed in and when, and what follows by when. It is not acceptance. */
export const receiptComposer: Composer<ReceiptFacts> = {
  told: (facts) => facts.case.applicant,
  places: {
    receivedMoment: (facts) => `${spokenDate(facts.case.receivedOn)}${facts.receivedAt}`,
    answerWhen: ({ answerBy }) =>
      answerBy.days === 0
        ? `在收到材料的当日，即${spokenDue(answerBy)}，`
        : `在收到材料之日的次日起${periodWords(answerBy)}内，即不迟于${spokenDue(answerBy)}，`,
    answerPeriod: (facts) => periodWords(facts.answerBy),
    answerDue: (facts) => spokenDue(facts.answerBy),
    materialCount: (facts) => String(facts.materials.length),
  },
  blocks: {
    particulars: (facts) => ({
      fields: [
        { label: '办件编号', value: facts.case.number },
        { label: '事项名称', value: facts.case.itemName },
        { label: '申请人', value: facts.case.applicant.name },
        ...(facts.case.applicant.agent === undefined ? [] : [{ label: '经办人', value: facts.case.applicant.agent }]),
        { label: '提交方式', value: channelWords[facts.channel] },
        { label: '收到时间', value: `${spokenDate(facts.case.receivedOn)} ${facts.receivedAt}` },
        ...(facts.countsFrom === undefined
          ? []
          : [{ label: '期限起算', value: `下班后或者休息日提交，自下一个工作日${spokenDate(facts.countsFrom)}计` }]),
        { label: '收件人员', value: facts.receivedBy },
      ],
    }),
    materials: (facts) => ({
      table: {
        head: ['序号', '材料名称', '形式', '原件份数', '复印件份数'],
        rows: facts.materials.map((material, index) => [String(index + 1), material.name, formWords[material.form], ...copiesOf(material)]),
        widths: [2, 13, 3, 4, 4],
      },
    }),
  },
  conditions: {
    application: (facts) => facts.case.procedure !== 'filing',
    filing: (facts) => facts.case.procedure === 'filing',
    applicationOpen: (facts) => facts.case.procedure !== 'filing' && !facts.turnedAway,
    filingOpen: (facts) => facts.case.procedure === 'filing' && !facts.turnedAway,
    turnedAway: (facts) => facts.turnedAway === true,
  },
  required: ['particulars', 'materials'],
}

const formWords = { paper: '纸质', electronic: '电子' } as const
const copiesOf = (material: MaterialFacts): [string, string] =>
  material.form === 'electronic' ? ['—', '—'] : [String(material.originals), String(material.copies)]
