import type { Indicator } from '../document.ts'
import { key } from './plain-words.ts'

/** First-level groups by the words that begin their second-level names (财预〔2015〕88号, 财预〔2021〕101号). 成本 and 满意度 may be either level. */
const FAMILIES: readonly (readonly [string, RegExp, RegExp])[] = [
  ['output', /^产出/, /^(数量|质量|时效)/],
  ['effect', /^(效果|效益)/, /^(经济效益|社会效益|生态效益|环境效益|可持续)/],
  ['satisfaction', /^满意/, /(服务对象|社会公众)/],
  ['cost', /^成本/, /^(经济成本|社会成本|生态)/],
]

/**
 * In a text whose rows were lost the name of a merged group may stand beside any of its rows (printers centre it). A continued row whose
 * second level cannot belong to the group above takes the name that follows among its own kind, or none; so does one whose second level is unknown.
 */
export function regroupLevels(indicators: readonly Indicator[]): Indicator[] {
  return indicators.map((row, at) => {
    const { level1, level2 } = row
    if (level1?.raw.trim() !== '' || level1.value === null) return row
    const kind = kindOf(level2?.value, 2)
    if (level2?.value == null) return { ...row, level1: { ...level1, value: null } }
    if (kind === null || kind === kindOf(level1.value, 1)) return row
    let own: string | null = null
    for (const next of indicators.slice(at + 1)) {
      if (kindOf(next.level2?.value, 2) !== kind) break
      if (next.level1 && next.level1.raw.trim() !== '') {
        own = kindOf(next.level1.value, 1) === kind ? next.level1.value : null
        break
      }
    }
    return { ...row, level1: { ...level1, value: own } }
  })
}

/** The family a level's name belongs to; null where it may be of several. */
export function kindOf(name: string | null | undefined, level: 1 | 2): string | null {
  if (name == null) return null
  const words = key(name)
  return FAMILIES.find((family) => family[level].test(words))?.[0] ?? null
}
