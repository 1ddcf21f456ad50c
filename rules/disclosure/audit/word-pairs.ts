/** Words that any bureau's any project may use: they tie nothing to anything. */
const COMMON =
  /工作|建设|管理|服务|项目|行政|审批|业务|专项|政务|大厅|日常|完成|保证|保障|提高|加强|实现|开展|进行|相关|以及|各类|各项|费用|经费|资金|年度|本年|单位|部门|人员|正常|运转|情况|质量|水平|能力|效率|标准|指标/g

/** Pairs of neighbouring characters that carry meaning: what two texts share of them ties them together. */
export function wordPairs(text: string): Set<string> {
  const pairs = new Set<string>()
  for (const piece of text
    .replace(/购置|购买|采买/g, '采购')
    .replace(COMMON, ' ')
    .split(/[^\p{Script=Han}]+/u)) {
    for (let at = 0; at + 1 < piece.length; at++) pairs.add(piece.slice(at, at + 2))
  }
  return pairs
}
