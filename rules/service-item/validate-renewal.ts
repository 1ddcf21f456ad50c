import { type Finding, wrong } from './finding.ts'
import type { ServiceItem } from './item.ts'

/** 行政许可法 50 renews what has a last day, by decision of this organ, and needs to know that day. */
export function renewalFindings(item: ServiceItem): readonly Finding[] {
  const { renewal } = item
  if (!renewal) return []
  const fields = new Map(item.form.flatMap(({ fields: own }) => own.map((field) => [field.id, field.type] as const)))
  const findings: Finding[] = []
  if (fields.get(renewal.endField) !== 'date')
    findings.push(wrong('renewal.endField', 'renewal-end-field', `表单里没有叫“${renewal.endField}”的日期，无法知道原许可哪天届满。`))
  if (item.result.validMonths === null && !renewal.wished)
    findings.push(
      wrong('renewal', 'renewal-without-term', '办理结果没有有效期（result.validMonths），又没有写明申请人可以要求的期限（wished），谈不上延续。'),
    )
  if (item.result.validMonths !== null && renewal.wished)
    findings.push(wrong('renewal.wished', 'renewal-term-twice', '办理结果已经有有效期，延续按它计算，不能再由申请人要求。'))
  if (renewal.wished && fields.get(renewal.wished.endField) !== 'date')
    findings.push(wrong('renewal.wished.endField', 'renewal-end-field', `表单里没有叫“${renewal.wished.endField}”的日期，无法知道申请延续到哪天。`))
  if (item.procedure === 'filing' || item.superior)
    findings.push(wrong('renewal', 'renewal-not-decided-here', '备案和报上级机关决定的事项，不由本机关决定是否延续。'))
  return findings
}
