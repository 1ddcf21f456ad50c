import { readFileSync } from 'node:fs'
import type { Dice } from './dice.ts'

interface Names {
  readonly surnames: Readonly<Record<string, number>>
  readonly given: readonly string[]
  readonly places: readonly string[]
  readonly brands: readonly string[]
  readonly trades: readonly string[]
  readonly forms: readonly string[]
}
const names = JSON.parse(readFileSync(new URL('../../data/names/names.json', import.meta.url), 'utf8')) as Names
/** Each surname as often as its weight says. */
const urn = Object.entries(names.surnames).flatMap(([surname, weight]) => Array<string>(weight).fill(surname))

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const usccAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** A resident identity number of the right shape with its check digit (GB 11643); nobody's. */
export function residentId(dice: Dice): string {
  const two = (n: number) => String(n).padStart(2, '0')
  const body = `130302${dice.between(1955, 2003)}${two(dice.between(1, 12))}${two(dice.between(1, 28))}${String(dice.between(0, 999)).padStart(3, '0')}`
  const sum = idWeights.reduce((total, weight, n) => total + weight * Number(body[n]), 0)
  return body + '10X98765432'[sum % 11]
}

/** A unified social credit code with its check character (GB 32100); nobody's. */
export function creditCode(dice: Dice): string {
  const body = `91130301MA${Array.from({ length: 7 }, () => usccAlphabet[dice.between(0, 30)]).join('')}`
  let weight = 1
  let sum = 0
  for (const character of body) {
    sum += usccAlphabet.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return body + usccAlphabet[(31 - (sum % 31)) % 31]
}

export const personName = (dice: Dice): string => dice.pick(urn) + dice.pick(names.given)
export const firmName = (dice: Dice): string => dice.pick(names.places) + dice.pick(names.brands) + dice.pick(names.trades) + dice.pick(names.forms)
export const phone = (dice: Dice): string => `1${dice.pick(['38', '39', '50', '86', '33'])}${String(dice.between(0, 99_999_999)).padStart(8, '0')}`
