import { readFileSync } from 'node:fs'

/** The 通用规范汉字表 (2013) by its three levels, characters in the order of the table. */
export const generalStandardCharacters = (): {
  readonly first: readonly string[]
  readonly second: readonly string[]
  readonly third: readonly string[]
} => {
  const [first = '', second = '', third = ''] = readFileSync(`${import.meta.dirname}/general-standard-characters.txt`, 'utf8')
    .trimEnd()
    .split('\n')
  return { first: [...first], second: [...second], third: [...third] }
}
