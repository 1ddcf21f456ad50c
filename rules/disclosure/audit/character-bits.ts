/**
 * One bit for each list of characters, the first list's the lowest, by character: a text gone over once tells which lists it has a character of, and
 * is not searched for the others.
 */
export function characterBits(lists: readonly string[]): Uint16Array {
  const bits = new Uint16Array(65_536)
  for (const [at, list] of lists.entries()) for (const char of list) bits[char.charCodeAt(0)]! |= 1 << at
  return bits
}
