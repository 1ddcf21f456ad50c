/** What is fixed of each paper: its form, the word in its number, and the article that demands it. Titles and wording lie in `data/letters/`. */
export interface PaperKindRow {
  readonly form: 'official' | 'letter' | 'slip'
  /** The word after the organ's code in 发文字号; a bureau may set its own. */
  readonly numberWord: string
  readonly title: string
  /** The articles that demand or shape the paper; 许可法 is 行政许可法 (2019). */
  readonly articles: readonly string[]
}

export const paperKinds = {
  receipt: { form: 'slip', numberWord: '收字', title: '收件凭证', articles: ['行政许可法 第三十二条'] },
  'not-permit-matter-notice': {
    form: 'letter',
    numberWord: '告字',
    title: '不受理告知书',
    articles: ['行政许可法 第三十二条第一款第一项', '行政许可法 第三十二条第二款'],
  },
  'supplement-notice': {
    form: 'letter',
    numberWord: '补字',
    title: '补正告知书',
    articles: ['行政许可法 第三十二条第一款第四项', '行政许可法 第三十二条第二款'],
  },
  'acceptance-notice': {
    form: 'letter',
    numberWord: '受字',
    title: '受理通知书',
    articles: ['行政许可法 第三十二条第一款第五项', '行政许可法 第三十二条第二款'],
  },
  'shortfall-notice': { form: 'letter', numberWord: '容受字', title: '容缺受理通知书', articles: ['行政许可法 第三十二条第二款'] },
  'decline-decision': {
    form: 'official',
    numberWord: '不受字',
    title: '不予受理决定书',
    articles: ['行政许可法 第三十二条第一款第二项', '行政许可法 第三十二条第二款'],
  },
  'inspection-record': { form: 'slip', numberWord: '查字', title: '现场核查笔录', articles: ['行政许可法 第三十四条第三款'] },
  'third-party-notice': { form: 'letter', numberWord: '利告字', title: '利害关系人告知书', articles: ['行政许可法 第三十六条'] },
  'hearing-right-notice': { form: 'letter', numberWord: '听告字', title: '听证告知书', articles: ['行政许可法 第四十七条'] },
  'hearing-notice': { form: 'letter', numberWord: '听通字', title: '听证通知书', articles: ['行政许可法 第四十八条第一款第一项'] },
  'excluded-procedure-notice': { form: 'letter', numberWord: '特字', title: '特别程序告知书', articles: ['行政许可法 第四十五条'] },
  'extension-notice': { form: 'letter', numberWord: '延字', title: '延期告知书', articles: ['行政许可法 第四十二条'] },
  'grant-decision': { form: 'official', numberWord: '准字', title: '准予决定书', articles: ['行政许可法 第三十八条第一款'] },
  'renewal-notice': { form: 'letter', numberWord: '延续字', title: '视为准予延续通知书', articles: ['行政许可法 第五十条'] },
  'refusal-decision': { form: 'official', numberWord: '不准字', title: '不予决定书', articles: ['行政许可法 第三十八条第二款'] },
  'filing-receipt': { form: 'slip', numberWord: '备字', title: '备案回执', articles: [] },
  'correction-notice': { form: 'letter', numberWord: '更字', title: '更正告知书', articles: [] },
  'reply-letter': { form: 'letter', numberWord: '复字', title: '答复书', articles: ['行政许可法 第三十六条', '个人信息保护法 第五十条'] },
  'first-review-opinion': {
    form: 'official',
    numberWord: '初审字',
    title: '初步审查意见书',
    articles: ['行政许可法 第三十五条', '行政许可法 第四十三条'],
  },
  'intended-measure-notice': {
    form: 'letter',
    numberWord: '拟告字',
    title: '拟作处理告知书',
    articles: ['行政许可法 第八条', '行政许可法 第六十九条', '行政许可法 第七十八条', '行政处罚法 第四十四条'],
  },
  'revocation-decision': { form: 'official', numberWord: '撤字', title: '撤销行政许可决定书', articles: ['行政许可法 第六十九条'] },
  'withdrawal-decision': { form: 'official', numberWord: '撤回字', title: '撤回行政许可决定书', articles: ['行政许可法 第八条'] },
  'change-decision': { form: 'official', numberWord: '变字', title: '变更行政许可决定书', articles: ['行政许可法 第八条'] },
  'cancellation-decision': { form: 'official', numberWord: '销字', title: '注销行政许可决定书', articles: ['行政许可法 第七十条'] },
  'service-receipt': { form: 'slip', numberWord: '送字', title: '送达回证', articles: ['行政许可法 第四十四条'] },
} as const satisfies Readonly<Record<string, PaperKindRow>>

export type PaperKind = keyof typeof paperKinds
