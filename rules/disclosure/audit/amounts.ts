import type { MoneyLeaf } from '../document.ts'
import { FEN_PER_UNIT, formatMoney, narrow } from '../../money.ts'

/** An amount as printed: 分, and how fine the print is (the worth of its last decimal, in 分; 0 for a plain zero, which is exact). */
export interface Amount {
  readonly fen: number
  readonly grain: number
}

/** What nearly every cell holds: one number and nothing else. */
const PLAIN = /^\d+(?:\.\d+)?$/
const NUMBER = /\d[\d,]*(?:\.\d+)?/g
/** The units a figure may be in, the likeliest first, in 分. */
const UNITS = [FEN_PER_UNIT.万元, FEN_PER_UNIT.元, FEN_PER_UNIT.千元, FEN_PER_UNIT.亿元, FEN_PER_UNIT.百元, 1]
const DEFAULT_GRAIN = FEN_PER_UNIT.万元 / 100

/** How fine a figure is printed: `470.9` in 万元 is fine to 0.1 万元. Falls back to 0.01 万元 where raw and value cannot be matched. */
export function grainOf(raw: string, fen: number): number {
  if (fen === 0) return 0
  for (const token of PLAIN.test(raw) ? [raw] : (narrow(raw).match(NUMBER) ?? [])) {
    const plain = token.replaceAll(',', '')
    const point = plain.indexOf('.')
    const places = point < 0 ? 0 : plain.length - point - 1
    for (const unit of UNITS) {
      if (Math.abs(Number(plain) * unit - Math.abs(fen)) < 0.5) return Math.max(unit / 10 ** places, 1)
    }
  }
  return DEFAULT_GRAIN
}

/** The amount of a leaf; null where it is absent or unknown. */
export function amountOf(leaf: MoneyLeaf | null | undefined): Amount | null {
  if (leaf === null || leaf === undefined || leaf.value === null) return null
  return { fen: leaf.value, grain: grainOf(leaf.raw, leaf.value) }
}

/**
 * Do the addends make the total? `same`: exactly or by the rounding of a few figures. `rounding`: only if every figure's rounding fell the
 * same way. `broken`: no rounding of the printed figures explains it. The finest figure sets the grain: 470.9 beside 326.63 means 470.90.
 */
export function compareSum(addends: readonly Amount[], total: Amount): 'same' | 'rounding' | 'broken' {
  let sum = 0
  let grain = total.grain || Number.POSITIVE_INFINITY
  for (const addend of addends) {
    sum += addend.fen
    if (addend.grain > 0 && addend.grain < grain) grain = addend.grain
  }
  if (!Number.isFinite(grain)) grain = 1
  const difference = Math.abs(sum - total.fen)
  // Rounded figures miss by at most half a grain each; between two figures alone nothing is rounded but the figures themselves.
  const rounded = addends.length + (addends.length === 1 ? 0 : 1)
  if (difference <= (grain * Math.min(rounded, 3)) / 2) return 'same'
  return difference <= (grain * rounded) / 2 ? 'rounding' : 'broken'
}

/** The same figure in two places, one perhaps printed coarser than the other. */
export const sameFigure = (a: Amount, b: Amount): boolean => Math.abs(a.fen - b.fen) <= Math.max(a.grain, b.grain) / 2

export const sumOf = (amounts: readonly Amount[]): number => amounts.reduce((sum, amount) => sum + amount.fen, 0)

/** For messages: `546.52万元`. */
export const inWan = (fen: number): string => `${formatMoney(fen, '万元', 2)}万元`
