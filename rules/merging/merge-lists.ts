import { sameData } from './same-data.ts'

/** A stretch of a list: as it was, as one has it, as the other has it; `at` is where it begins in the one's list. */
export type Stretch = { readonly at: number; readonly was: readonly unknown[]; readonly one: readonly unknown[]; readonly other: readonly unknown[] }

/** Beyond so many comparisons the lists are one stretch. */
const MOST = 4_000_000

/**
 * Two lists made from a third, cut where all three agree: rows that stayed hold the stretches between them apart, so that rows which one person added do
 * not meet those of another.
 */
export function stretchesOf(was: readonly unknown[], one: readonly unknown[], other: readonly unknown[]): readonly Stretch[] {
  if (was.length * Math.max(one.length, other.length) > MOST) return [{ at: 0, was, one, other }]
  const [inOne, inOther] = [matches(was, one), matches(was, other)]
  const parts: Stretch[] = []
  let [a, b, c] = [0, 0, 0]
  const cut = (toA: number, toB: number, toC: number): void => {
    if (toA > a || toB > b || toC > c) parts.push({ at: b, was: was.slice(a, toA), one: one.slice(b, toB), other: other.slice(c, toC) })
    ;[a, b, c] = [toA, toB, toC]
  }
  for (const at of was.keys()) {
    const [here, there] = [inOne[at], inOther[at]]
    if (here === undefined || there === undefined) continue
    cut(at, here, there)
    cut(at + 1, here + 1, there + 1)
  }
  cut(was.length, one.length, other.length)
  return parts
}

/** For each row of the first list its place in the second, in order: a longest common subsequence. */
function matches(was: readonly unknown[], now: readonly unknown[]): (number | undefined)[] {
  const found: (number | undefined)[] = was.map(() => undefined)
  let start = 0
  while (start < was.length && start < now.length && sameData(was[start], now[start])) found[start] = start++
  let [endWas, endNow] = [was.length, now.length]
  while (endWas > start && endNow > start && sameData(was[endWas - 1], now[endNow - 1])) found[--endWas] = --endNow
  const [rows, columns] = [endWas - start, endNow - start]
  // length[i][j]: of the longest common subsequence of what follows i and j.
  const length = Array.from({ length: rows + 1 }, () => new Uint32Array(columns + 1))
  const same = (i: number, j: number): boolean => sameData(was[start + i], now[start + j])
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--) length[i]![j] = same(i, j) ? length[i + 1]![j + 1]! + 1 : Math.max(length[i + 1]![j]!, length[i]![j + 1]!)
  for (let [i, j] = [0, 0]; i < rows && j < columns; ) {
    if (same(i, j)) found[start + i++] = start + j++
    else if (length[i + 1]![j]! >= length[i]![j + 1]!) i++
    else j++
  }
  return found
}
