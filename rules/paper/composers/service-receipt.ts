import type { Composer } from '../composer.ts'
import type { ServiceReceiptFacts } from '../facts/later-facts.ts'
import { serviceWords } from '../service-words.ts'
import { spokenDate } from '../wording.ts'

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
        { label: '送达方式', value: serviceWords[facts.method] },
        { label: facts.method === 'announced' ? '公告载体' : '送达地点', value: facts.place },
        ...(facts.announced
          ? [
              { label: '公告日期', value: spokenDate(facts.announced.on) },
              { label: '公告原因和经过', value: facts.announced.because },
            ]
          : []),
        ...(facts.left ? [{ label: '拒收事由', value: facts.left.because }] : []),
        ...(facts.left && facts.left.witnesses.length > 0
          ? [{ label: '见证人', value: facts.left.witnesses.map(({ name, unit }) => `${name}（${unit}）`).join('、') }]
          : []),
        ...(facts.left && facts.left.photos > 0 ? [{ label: '送达过程记录', value: `拍照、录像 ${facts.left.photos} 份，存入案卷` }] : []),
        ...(facts.reference === undefined ? [] : [{ label: '送达凭据', value: facts.reference }]),
        { label: '送达日期', value: facts.servedOn === null ? blankDate : spokenDate(facts.servedOn) },
        { label: '送达人', value: facts.servers.join('、') },
      ],
    }),
    signatures: (facts) => ({
      signatures: [
        '受送达人（签名或者盖章）：',
        '代收人（签名，注明与受送达人的关系）：',
        ...(facts.left?.witnesses ?? []).map(({ name }) => `见证人${name}（签名）：`),
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
