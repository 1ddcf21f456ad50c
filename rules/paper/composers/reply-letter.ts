import type { Composer } from '../composer.ts'
import type { ReplyFacts } from '../facts/later-facts.ts'
import { sentence, spokenArticle, spokenDate, spokenYou } from '../wording.ts'

const asked = {
  statement: '提出的陈述、申辩意见',
  correction: '提出的更正个人信息的请求',
  erasure: '提出的删除个人信息的请求',
  measure: '告知拟作处理以后的情况',
  recusal: '提出的回避申请',
} as const
const results = {
  statement: ['本机关予以采纳', '本机关不予采纳'],
  correction: ['本机关已经更正', '本机关不能更正'],
  erasure: ['本机关已经删除', '本机关目前不能删除'],
  measure: ['本机关不再作告知书所说的处理', ''],
  recusal: ['同意回避，被申请人不再参与办理', '不同意回避'],
} as const

const data = '《中华人民共和国个人信息保护法》第五十条'
const articles = {
  statement: '行政许可法 第三十六条',
  correction: data,
  erasure: data,
  measure: '行政许可法 第七条',
  recusal: '行政许可法 第四十八条',
} as const

/** 答复书: whether a statement was taken up (行政许可法 第三十六条) or a request about personal data carried out (个人信息保护法 第五十条), and why. */
export const replyLetterComposer: Composer<ReplyFacts> = {
  told: (facts) => facts.told ?? facts.case.applicant,
  places: {
    askedOn: (facts) => spokenDate(facts.askedOn),
    asker: (facts) => (facts.about === 'measure' ? '本机关' : spokenYou(facts.told ?? facts.case.applicant)),
    asked: (facts) => asked[facts.about],
    replyArticle: (facts) => spokenArticle(articles[facts.about]),
    result: (facts) => results[facts.about][facts.agreed ? 0 : 1],
    reasons: (facts) => (facts.reasons.trim() === '' ? undefined : sentence(facts.reasons)),
  },
  blocks: {},
  conditions: {
    refusedData: (facts) => (facts.about === 'correction' || facts.about === 'erasure') && !facts.agreed,
  },
  required: ['askedOn', 'asked', 'replyArticle', 'result', 'reasons'],
}
