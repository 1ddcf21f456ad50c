import type { Composer } from '../composer.ts'
import type { ServiceReceiptFacts } from '../facts/later-facts.ts'
import { spokenDate } from '../wording.ts'

const methodWords = {
  direct: '直接送达',
  left: '留置送达',
  post: '邮寄送达',
  entrusted: '委托送达',
  electronic: '电子送达',
  announced: '公告送达',
} as const

const blankDate = '　　　　年　　月　　日'

/** 送达回证 (行政许可法 第四十四条): which papers reached whom, how and when. */
export const serviceReceiptComposer: Composer<ServiceReceiptFacts> = {
  told: () => undefined,
  places: {},
  blocks: {
    particulars: (facts) => ({
      fields: [
        { label: '办件编号', value: facts.case.number },
        { label: '送达文书', value: facts.papers.map(({ title, number }) => `《${title}》（${number}）`).join('\n') },
        { label: '受送达人', value: facts.recipient },
        { label: '送达方式', value: methodWords[facts.method] },
        { label: '送达地点', value: facts.place },
        ...(facts.reference === undefined ? [] : [{ label: '送达凭据', value: facts.reference }]),
        { label: '送达日期', value: facts.servedOn === null ? blankDate : spokenDate(facts.servedOn) },
        { label: '送达人', value: facts.servers.join('、') },
      ],
    }),
    signatures: (facts) => ({
      signatures: [
        '受送达人（签名或者盖章）：',
        '代收人（签名，注明与受送达人的关系）：',
        ...facts.servers.map((_, index) => `送达人${facts.servers.length > 1 ? index + 1 : ''}（签名）：`),
      ],
    }),
  },
  conditions: {
    byHand: (facts) => facts.method === 'direct' || facts.method === 'left' || facts.method === 'entrusted',
    left: (facts) => facts.method === 'left',
    byPost: (facts) => facts.method === 'post',
    electronic: (facts) => facts.method === 'electronic',
    announced: (facts) => facts.method === 'announced',
  },
  required: ['particulars'],
}
