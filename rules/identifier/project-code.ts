import { type IdentifierCheck, invalid } from './check.ts'
import { provinces } from './provinces.ts'

/** Projects of the centre are written 00, those of 新疆生产建设兵团 66. */
const regions = new Set([...provinces, '00', '66'])

const shape = /^([0-9]{2})([0-9]{2})-([0-9]{6})-([0-9]{2})-([0-9]{2})-([0-9]{6})$/

/** Years that the older form wrote in full, before GB/T 40058 put year and month there. */
const isOlderYear = (year: number) => year >= 2013 && year <= 2020

/**
 * 投资项目代码 (GB/T 40058-2021: YYMM-region-ministry-type-serial; older form: YYYY-region-industry-type-serial). The way the check digit is made is
 * not public, so shape, region and month are all that is looked at, and a good one is valid with the reason `check-digit-unknown`.
 * Reasons: `wrong-shape`, `month`, `region`.
 */
export function checkProjectCode(value: string): IdentifierCheck {
  const match = shape.exec(value)
  if (!match) return invalid('wrong-shape')
  const [, year, month, region] = match
  const hasMonth = Number(month) >= 1 && Number(month) <= 12
  if (!hasMonth && !isOlderYear(Number(`${year}${month}`))) return invalid('month')
  if (!regions.has(region!.slice(0, 2))) return invalid('region')
  return { valid: true, reason: 'check-digit-unknown' }
}
