import { expect, test } from 'vitest'
import { generalStandardCharacters } from './load.ts'

test('the table has its three levels of 3,500, 3,000 and 1,605 ideographs, none twice', () => {
  const { first, second, third } = generalStandardCharacters()
  expect([first.length, second.length, third.length]).toEqual([3500, 3000, 1605])
  const all = [...first, ...second, ...third]
  expect(new Set(all).size).toBe(8105)
  expect(all.filter((character) => !/^\p{Unified_Ideograph}$/u.test(character))).toEqual([])
})

test('known characters stand at their places', () => {
  const { first, second, third } = generalStandardCharacters()
  expect([first[0], first.at(-1), second[0], second.at(-1), third[0], third.at(-1)]).toEqual(['一', '矗', '乂', '齉', '亍', '蠼'])
  expect(third).toContain('䶮')
  expect(third).toContain('𬭎')
})
