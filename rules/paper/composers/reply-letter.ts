import type { Composer } from '../composer.ts'
import type { ReplyFacts } from '../facts.ts'
import { sentence, spokenArticle, spokenDate } from '../wording.ts'

const asked = { statement: '陈述、申辩意见', correction: '更正个人信息的请求', erasure: '删除个人信息的请求' } as const
const results = {
  statement: ['本机关予以采纳', '本机关不予采纳'],
  correction: ['本机关已经更正', '本机关不能更正'],
  erasure: ['本机关已经删除', '本机关目前不能删除'],
} as const

/** 答复书: whether a statement was taken up (行政许可法 第三十六条) or a request about personal data carried out (个人信息保护法 第五十条), and why. */
export const replyLetterComposer: Composer<ReplyFacts> = {
  told: (facts) => facts.case.applicant,
  places: {
    askedOn: (facts) => spokenDate(facts.askedOn),
    asked: (facts) => asked[facts.about],
    replyArticle: (facts) => (facts.about === 'statement' ? spokenArticle('行政许可法 第三十六条') : '《中华人民共和国个人信息保护法》第五十条'),
    result: (facts) => results[facts.about][facts.agreed ? 0 : 1],
    reasons: (facts) => (facts.reasons.trim() === '' ? undefined : sentence(facts.reasons)),
  },
  blocks: {},
  conditions: {
    refusedData: (facts) => facts.about !== 'statement' && !facts.agreed,
  },
  required: ['askedOn', 'asked', 'replyArticle', 'result', 'reasons'],
}
