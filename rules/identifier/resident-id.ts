import { type PlainDate, parsePlainDate } from '../time/plain-date.ts'
import { type IdentifierCheck, invalid, valid, writingFault } from './check.ts'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** The eighteenth character for seventeen digits (GB 11643, ISO 7064 MOD 11-2). */
export function residentCheckCharacter(seventeen: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(seventeen[i]), 0)
  return '10X98765432'[sum % 11]!
}

const birthOf = (value: string) => parsePlainDate(`${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`)

/**
 * 公民身份号码 (GB 11643-1999). Area codes are not looked up: abolished ones stay valid. `today` makes a later date of birth invalid.
 * Reasons: `old-fifteen-digits` (retired in 2013), `wrong-length`, `lower-case` (the X is a capital), `wrong-characters`, `birth-date`,
 * `birth-date-in-future`, `check-digit`.
 */
export function checkResidentId(value: string, today?: PlainDate): IdentifierCheck {
  if (/^[0-9]{15}$/.test(value)) return invalid('old-fifteen-digits')
  const fault = writingFault(value, 18, /^[0-9]{17}[0-9X]$/)
  if (fault) return fault
  const birth = birthOf(value)
  if (birth === undefined) return invalid('birth-date')
  if (today !== undefined && birth > today) return invalid('birth-date-in-future')
  return value[17] === residentCheckCharacter(value) ? valid : invalid('check-digit')
}

/** Area, date of birth and sex of a number that `checkResidentId` found valid. */
export function residentIdParts(value: string): { readonly area: string; readonly birth: PlainDate; readonly male: boolean } | undefined {
  const birth = birthOf(value)
  if (birth === undefined || !checkResidentId(value).valid) return undefined
  return { area: value.slice(0, 6), birth, male: Number(value[16]) % 2 === 1 }
}
