import { type Finding, wrong } from './finding.ts'
import type { ServiceItem } from './item.ts'

type FieldTypes = ReadonlyMap<string, string>

/** What an item says of a permit in hand that it changes (行政许可法 49), renews (50) or gives up (70): the answers that it names must be asked. */
export function permitInHandFindings(item: ServiceItem): readonly Finding[] {
  const { change, renewal, cancellation, samePermit = [] } = item
  const fields = new Map(item.form.flatMap(({ fields: own }) => own.map((field) => [field.id, field.type] as const)))
  return [
    ...(change ? [...numberFindings(fields, 'change', change.numberField), ...dateFindings(fields, 'change.endField', change.endField)] : []),
    ...(renewal ? [...numberFindings(fields, 'renewal', renewal.numberField), ...renewalFindings(item, renewal, fields)] : []),
    ...(item.result.holderField === undefined || fields.get(item.result.holderField) === 'text'
      ? []
      : [wrong('result.holderField', 'holder-field', `表单里没有叫“${item.result.holderField}”的文字栏，无法知道登记成立的单位。`)]),
    ...(cancellation ? numberFindings(fields, 'cancellation', cancellation.numberField) : []),
    ...(samePermit.includes(item.code) || new Set(samePermit).size < samePermit.length
      ? [wrong('samePermit', 'same-permit-named-twice', '只写别的事项，每个写一次。')]
      : []),
    ...unnamedFindings(item, 'change', change?.of),
    ...unnamedFindings(item, 'renewal', renewal?.of),
  ]
}

/** In matters of public safety whoever may not apply for the permit again (行政许可法 78, 79) must not get it by changing or renewing one of another item. */
function unnamedFindings(
  { code, publicSafety, samePermit = [] }: ServiceItem,
  path: 'change' | 'renewal',
  of: readonly string[] = [],
): readonly Finding[] {
  const unnamed = publicSafety === true ? of.filter((one) => one !== code && !samePermit.includes(one)) : []
  return unnamed.length === 0
    ? []
    : [
        wrong(
          `${path}.of`,
          'same-permit-missing',
          `${unnamed.join('、')} 取得的许可由本事项${path === 'change' ? '变更' : '延续'}，应当同时写入“同一许可的其他事项”。`,
        ),
      ]
}

/** 行政许可法 50 renews what has a last day, by decision of this organ, and needs to know that day. */
function renewalFindings(item: ServiceItem, renewal: NonNullable<ServiceItem['renewal']>, fields: FieldTypes): readonly Finding[] {
  const { validMonths } = item.result
  const { wished } = renewal
  const findings = [
    ...dateFindings(fields, 'renewal.endField', renewal.endField),
    ...dateFindings(fields, 'renewal.wished.endField', wished?.endField),
  ]
  if (validMonths === null && !wished)
    findings.push(
      wrong('renewal', 'renewal-without-term', '办理结果没有有效期（result.validMonths），又没有写明申请人可以要求的期限（wished），谈不上延续。'),
    )
  if (validMonths !== null && wished)
    findings.push(wrong('renewal.wished', 'renewal-term-twice', '办理结果已经有有效期，延续按它计算，不能再由申请人要求。'))
  const { days, dayType, article } = renewal.before
  if (/行政许可法》?\s*第五十条/.test(article) && (days !== 30 || dayType !== 'workday'))
    findings.push(
      wrong(
        'renewal.before',
        'renewal-before-article-50',
        '行政许可法第五十条写的是有效期届满三十日前，依第八十二条按工作日计算；别的期限须写明规定它的另一部法律、法规。',
      ),
    )
  if (item.procedure === 'filing' || item.superior)
    findings.push(wrong('renewal', 'renewal-not-decided-here', '备案和报上级机关决定的事项，不由本机关决定是否延续。'))
  return findings
}

const dateFindings = (fields: FieldTypes, path: string, field: string | undefined): Finding[] =>
  field === undefined || fields.get(field) === 'date' ? [] : [wrong(path, 'permit-end-field', `表单里没有叫“${field}”的日期，无法知道许可哪天届满。`)]

const numberFindings = (fields: FieldTypes, path: string, field: string | undefined): Finding[] =>
  field === undefined || fields.get(field) === 'text'
    ? []
    : [wrong(`${path}.numberField`, 'permit-number-field', `表单里没有叫“${field}”的文字栏，无法知道原许可的编号。`)]
