/** Two neighbouring characters as one number: quicker to keep than a string. */
export type WordPair = number
const pairAt = (text: string, at: number): WordPair => (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1)

/** Words that any bureau's any project may use: they tie nothing to anything. All of two characters. */
const COMMON: ReadonlySet<WordPair> = new Set(
  (
    '工作 建设 管理 服务 项目 行政 审批 业务 专项 政务 大厅 日常 完成 保证 保障 提高 加强 实现 开展 进行 相关 以及 各类 各项 费用 经费 资金 ' +
    '年度 本年 单位 部门 人员 正常 运转 情况 质量 水平 能力 效率 标准 指标'
  )
    .split(' ')
    .map((word) => pairAt(word, 0)),
)
/** 购置, 购买 and 采买 say the same as 采购. */
const PURCHASE = pairAt('采购', 0)
const PURCHASES: ReadonlySet<WordPair> = new Set(['购置', '购买', '采买'].map((word) => pairAt(word, 0)))

const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff

/** Goes over the pairs of neighbouring characters that carry meaning, until one of them is wanted. */
function somePair(text: string, wanted: (pair: WordPair) => boolean): boolean {
  for (let at = 0; at + 1 < text.length; at++) {
    if (!isHan(text.charCodeAt(at)) || !isHan(text.charCodeAt(at + 1))) continue
    const pair = pairAt(text, at)
    if (COMMON.has(pair)) at++
    else if ((at + 2 >= text.length || !COMMON.has(pairAt(text, at + 1))) && wanted(PURCHASES.has(pair) ? PURCHASE : pair)) return true
  }
  return false
}

/** Pairs of neighbouring characters that carry meaning: what two texts share of them ties them together. */
export function wordPairs(...texts: readonly string[]): Set<WordPair> {
  const pairs = new Set<WordPair>()
  const keep = (pair: WordPair): boolean => {
    pairs.add(pair)
    return false
  }
  for (const text of texts) somePair(text, keep)
  return pairs
}

export const sharesPair = (text: string, pairs: ReadonlySet<WordPair>): boolean => somePair(text, (pair) => pairs.has(pair))
