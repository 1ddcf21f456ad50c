const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Hybrid system of ISO 7064 (GB/T 17710): finds every single altered character and nearly every transposition of neighbours. */
function hybridCheck(characters: string, modulus: number): string {
  let product = modulus
  for (const character of characters) {
    const value = alphabet.indexOf(character)
    if (value < 0 || value >= modulus) throw new RangeError(`${character} has no value in MOD ${modulus + 1},${modulus}`)
    product = (((product + value) % modulus || modulus) * 2) % (modulus + 1)
  }
  return alphabet[(modulus + 1 - product) % modulus]!
}

/** Check character of MOD 37,36 over digits and capital letters. Throws RangeError for other characters: callers test the writing first. */
export const mod37And36 = (characters: string): string => hybridCheck(characters, 36)

/** Check digit of MOD 11,10 over digits. Throws RangeError for other characters. */
export const mod11And10 = (digits: string): string => hybridCheck(digits, 10)
