import { type IdentifierCheck, invalid, valid, writingFault } from './check.ts'

const weights = [3, 7, 9, 10, 5, 8, 4, 2]
const digitOf = (character: string) => (character <= '9' ? Number(character) : character.charCodeAt(0) - 55)

/** The ninth character for eight digits or capitals (GB 11714: weighted sum modulo 11, 10 written X). */
export function organisationCheckCharacter(eight: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * digitOf(eight[i]!), 0)
  return '0123456789X0'[11 - (sum % 11)]!
}

/**
 * 组织机构代码 (GB 11714), nine characters, with or without the hyphen before the check character.
 * Reasons: `wrong-length`, `lower-case`, `wrong-characters`, `check-digit`.
 */
export function checkOrganisationCode(value: string): IdentifierCheck {
  const bare = value.length === 10 && value[8] === '-' ? value.slice(0, 8) + value[9] : value
  const fault = writingFault(bare, 9, /^[0-9A-Z]{8}[0-9X]$/)
  if (fault) return fault
  return bare[8] === organisationCheckCharacter(bare) ? valid : invalid('check-digit')
}
