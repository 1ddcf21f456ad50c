import { type Finding, wrong } from './finding.ts'
import type { ServiceItem } from './item.ts'
import { itemShape } from './item-shape.ts'
import { walkShape } from './shape.ts'
import { formFindings } from './validate-form.ts'
import { limitFindings } from './validate-limits.ts'
import { paperFindings } from './validate-papers.ts'
import { permitInHandFindings } from './validate-permit-in-hand.ts'

/**
 * Checks one service item from outside (a file, an editor, an import): its shape first, and only where that is right the rules across fields.
 * Nothing is repaired. An empty list, or doubts alone, means the value is a `ServiceItem`.
 */
export function validateItem(value: unknown, file?: string): readonly Finding[] {
  const shapeFindings = walkShape(value, itemShape)
  const item = value as ServiceItem
  const findings =
    shapeFindings.length > 0 ? shapeFindings : [...paperFindings(item), ...formFindings(item), ...limitFindings(item), ...permitInHandFindings(item)]
  return file === undefined ? findings : findings.map((finding) => ({ ...finding, file }))
}

/** Whether findings let a version be proposed: doubts may stand, errors may not. */
export const mayStand = (findings: readonly Finding[]): boolean => findings.every((finding) => finding.severity === 'doubt')

/** Rules over several items: a code and a name once, no two items asking for the very same set of materials, items of one permit each naming all others. */
export function validateTogether(entries: readonly { readonly file: string; readonly item: ServiceItem }[]): readonly Finding[] {
  const findings: Finding[] = []
  const once = (rule: string, path: string, key: (item: ServiceItem) => string, what: string) => {
    const seen = new Map<string, string>()
    for (const { file, item } of entries) {
      const first = seen.get(key(item))
      if (first === undefined) seen.set(key(item), file)
      else findings.push({ ...wrong(path, rule, `${what}与 ${first} 相同。`), file })
    }
  }
  once('item-code-duplicate', 'code', (item) => item.code, '事项代号')
  once('item-name-duplicate', 'name', (item) => item.name, '事项名称')
  once(
    'item-materials-same',
    'materials',
    (item) =>
      [...item.materials]
        .map((material) => material.name)
        .sort()
        .join('|'),
    '申请材料',
  )
  return [
    ...findings,
    ...entries.flatMap(({ file, item }) => samePermitFindings(item, new Map(entries.map((one) => [one.item.code, one.item])), file)),
  ]
}

/** Items of one permit name each other, and a bar on applying again (行政许可法 78, 79) arises from all of them or from none. */
function samePermitFindings(item: ServiceItem, items: ReadonlyMap<string, ServiceItem>, file: string): readonly Finding[] {
  const family = [item.code, ...(item.samePermit ?? [])]
  return family.slice(1).flatMap((code): Finding[] => {
    const other = items.get(code)
    const told = (rule: string, sentence: string) => [{ ...wrong('samePermit', rule, sentence), file }]
    if (other === undefined) return told('same-permit-unknown', `目录里没有 ${code} 这个事项。`)
    if (![other.code, ...(other.samePermit ?? [])].every((one) => family.includes(one)) || !other.samePermit?.includes(item.code))
      return told('same-permit-one-sided', `与 ${code} 写明的同一许可的事项不一致。`)
    return other.publicSafety === item.publicSafety ? [] : told('same-permit-safety', `与 ${code} 是同一许可，是否直接关系公共安全应当一致。`)
  })
}
