import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Sum, solveSums } from './solve-sums.ts'

/** 合计, 出国, 购置及运行, 购置, 运行, 接待 */
const threePublic: Sum[] = [
  { whole: 2, parts: [3, 4] },
  { whole: 0, parts: [1, 2, 5] },
]

describe('solveSums', () => {
  it('places three numbers where the sums leave one way', () => {
    expect(solveSums(3, [10, 4, 6], [{ whole: 0, parts: [1, 2] }])).toEqual([10, 4, 6])
    expect(solveSums(6, [9, 4, 4, 5], threePublic)?.[0]).toBe(9)
  })
  it('leaves open what two placings tell differently', () => {
    expect(solveSums(3, [8, 8], [{ whole: 0, parts: [1, 2] }])).toEqual([8, null, null])
    expect(solveSums(4, [100], [])).toEqual([null, null, null, null])
  })
  it('knows no placing when no sum can hold, or there are too many numbers', () => {
    expect(solveSums(3, [10, 4, 5], [{ whole: 0, parts: [1, 2] }])).toBeNull()
    expect(solveSums(2, [1, 2, 3], [])).toBeNull()
  })

  it('never says what was not written: any row with cells blanked solves to itself or to null', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 4, maxLength: 4 }), ([abroad, purchase, running, reception]) => {
        const vehicles = purchase! + running!
        const row = [abroad! + vehicles + reception!, abroad!, vehicles, purchase!, running!, reception!]
        // Officers leave a zero out; the cell is lost.
        const told = row.filter((amount) => amount !== 0)
        const solved = solveSums(6, told, threePublic)
        if (told.length === 0) return expect(solved).toBeNull()
        solved?.forEach((amount, column) => {
          if (amount !== null) expect(amount).toBe(row[column])
        })
        expect(solved).not.toBeNull()
      }),
      { numRuns: 500 },
    )
  })
})
