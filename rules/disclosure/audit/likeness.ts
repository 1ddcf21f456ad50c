/** The differing middle of two texts, after what they share in front and behind. */
export interface Difference {
  readonly left: string
  readonly right: string
}

export function differenceOf(a: string, b: string): Difference {
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  return { left: a.slice(start, a.length - end), right: b.slice(start, b.length - end) }
}

/** Characters that tell true siblings apart: 一中 and 二中, 东城 and 西城. */
const TELLS_APART = /^[一二三四五六七八九十百0-9０-９甲乙丙丁东西南北中上下左右前后内外大小新老男女市区县乡镇村街]$/

/** Two names so alike that one is likely a slip of the other: one character put for another, or one left out, and not one that tells siblings apart. */
export function likelySlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 5) return false
  const { left, right } = differenceOf(a, b)
  if (left.length > 1 || right.length > 1) return false
  return !TELLS_APART.test(left) && !TELLS_APART.test(right)
}
