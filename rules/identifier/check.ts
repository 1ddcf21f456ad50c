/** What a check found: `reason` in kebab-case says why not, or what remains unknown of a valid one. */
export interface IdentifierCheck {
  readonly valid: boolean
  readonly reason?: string
}

export const valid: IdentifierCheck = { valid: true }
export const invalid = (reason: string): IdentifierCheck => ({ valid: false, reason })

/**
 * What is wrong with the characters of a value, asked in the order in which a person would see it:
 * `wrong-length`, then `lower-case` where upper-casing alone would mend it, then `wrong-characters`.
 */
export function writingFault(value: string, length: number, shape: RegExp): IdentifierCheck | undefined {
  if (value.length !== length) return invalid('wrong-length')
  if (shape.test(value)) return undefined
  return invalid(/^[\x21-\x7e]*$/.test(value) && shape.test(value.toUpperCase()) ? 'lower-case' : 'wrong-characters')
}
