import { type IdentifierCheck, invalid } from './check.ts'

const shape = /^([0-9]{2})([0-9]{2})-([0-9]{6})-([0-9]{2})-([0-9]{2})-([0-9]{6})$/

/** First two digits of GB/T 2260 regions, with 00 for projects of the centre and 66 for 新疆生产建设兵团. */
const provinces = new Set('00 11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 66 71 81 82'.split(' '))

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
  if (!provinces.has(region!.slice(0, 2))) return invalid('region')
  return { valid: true, reason: 'check-digit-unknown' }
}
