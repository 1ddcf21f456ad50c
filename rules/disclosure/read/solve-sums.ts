/** A whole and its parts, by column. */
export interface Sum {
  readonly whole: number
  readonly parts: readonly number[]
}

/**
 * Numbers stand under more heads than there are numbers, their order kept and the empty cells lost: which number belongs to which head?
 * Every placing in order is tried; one is possible when each sum whose whole is present holds (an empty part counting nothing), and no part stands
 * under an empty whole. Answers a number for each column where all possible placings agree that this number stands there, null elsewhere;
 * null altogether when no placing is possible.
 */
export function solveSums(columns: number, numbers: readonly number[], sums: readonly Sum[]): (number | null)[] | null {
  if (numbers.length === 0 || numbers.length > columns || columns > 12) return null
  let agreed: (number | null)[] | null = null
  const placing: (number | null)[] = new Array<number | null>(columns).fill(null)
  const place = (column: number, next: number): void => {
    if (numbers.length - next > columns - column) return
    if (column === columns) {
      if (!sums.every((sum) => holds(sum, placing))) return
      agreed = agreed === null ? [...placing] : agreed.map((value, index) => (value === placing[index] ? value : null))
      return
    }
    if (next < numbers.length) {
      placing[column] = numbers[next]!
      place(column + 1, next + 1)
    }
    placing[column] = null
    place(column + 1, next)
  }
  place(0, 0)
  return agreed
}

function holds(sum: Sum, placing: readonly (number | null)[]): boolean {
  const whole = placing[sum.whole] ?? null
  let parts = 0
  let some = false
  for (const part of sum.parts) {
    const value = placing[part] ?? null
    if (value !== null) some = true
    parts += value ?? 0
  }
  if (whole === null) return !some
  return some ? whole === parts : whole === 0
}
