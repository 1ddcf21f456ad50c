import { formatMoney } from '../money.ts'
import type { BudgetKind } from './budget-document.ts'

/** 预算 or 决算. */
export const kindWord = (kind: BudgetKind | null): string => (kind === 'accounts' ? '决算' : '预算')

/** `546.52万元`: at least two decimals, more where the amount has them. */
export const inWords = (fen: number): string => `${formatMoney(fen)}万元`

/** An amount in a table under 单位：万元; empty where unknown. */
export const inCell = (fen: number | null): string => (fen === null ? '' : formatMoney(fen))

/** Per cent with two decimals at least: 100 → 100.00. */
export function percentInCell(percent: string | null): string {
  if (percent === null) return ''
  const [whole, fraction = ''] = percent.split('.')
  return `${whole}.${fraction.padEnd(2, '0')}`
}

/** `part` of `whole` in per cent, two decimals, half away from zero; null where there is nothing to divide by. */
export function percentOf(part: number, whole: number): string | null {
  if (whole <= 0) return null
  const hundredths = (BigInt(Math.abs(part)) * 20_000n + BigInt(whole)) / (BigInt(whole) * 2n)
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}%`
}

/** A full stop where there is none, so that a sentence put together ends. */
export const stopped = (text: string): string => (/[。！？]$/.test(text) ? text : `${text.replace(/[，；、,;]$/, '')}。`)
