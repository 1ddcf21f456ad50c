/** Repeatable chance: the same seed gives the same bureau. mulberry32 over a 32-bit state. */
export interface Dice {
  /** A fraction in [0, 1). */
  roll(): number
  /** A whole number in [from, to]. */
  between(from: number, to: number): number
  pick<T>(list: readonly T[]): T
}

export function throwDice(seed: number): Dice {
  let state = seed >>> 0
  const roll = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const between = (from: number, to: number) => from + Math.floor(roll() * (to - from + 1))
  return { roll, between, pick: (list) => list[between(0, list.length - 1)]! }
}
