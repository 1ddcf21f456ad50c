import { FEN_PER_UNIT, type MoneyUnit, narrow } from '../../money.ts'
import type { Amount } from './amounts.ts'

/** An amount of money in running text, with the unit written behind it. */
export interface TextAmount extends Amount {
  readonly start: number
  readonly end: number
  readonly shown: string
}

/** 增加26.52万元, 下降3.8%, 减少0.48: how much, and which way. */
export interface TextChange {
  readonly way: 'up' | 'down'
  readonly word: string
  readonly start: number
  readonly end: number
  readonly shown: string
  /** Money, percent, or a number that says neither. */
  readonly amount: Amount | null
  readonly percent: { readonly value: number; readonly places: number } | null
}

const AMOUNT = /(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?) ?(亿元|万元|千元|百元|元)/g
const CHANGE =
  /(增加|增长|增幅|上升|上涨|提高|减少|下降|降低|降幅|压减|压缩|下调|节约)(?:额|幅度)?(?:了|约|为|至|到)?(?:人民币)? ?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?) ?(亿元|万元|千元|百元|元|%|个百分点)?/g
const UP = new Set(['增加', '增长', '增幅', '上升', '上涨', '提高'])

const placesOf = (digits: string): number => {
  const point = digits.indexOf('.')
  return point < 0 ? 0 : digits.length - point - 1
}

function money(digits: string, unit: MoneyUnit): Amount {
  const plain = digits.replaceAll(',', '')
  const scale = FEN_PER_UNIT[unit]
  return { fen: Math.round(Number(plain) * scale), grain: Number(plain) === 0 ? 0 : Math.max(scale / 10 ** placesOf(plain), 1) }
}

/** All amounts with a unit, in order. Positions are those of the text given. */
export function amountsIn(text: string): TextAmount[] {
  if (!text.includes('元')) return []
  const found: TextAmount[] = []
  for (const match of narrow(text).matchAll(AMOUNT)) {
    found.push({ ...money(match[1]!, match[2] as MoneyUnit), start: match.index, end: match.index + match[0].length, shown: match[0] })
  }
  return found
}

/** All changes spoken of with a number, in order. "减少到5万元" tells where it came to, not by how much: it is left out. */
export function changesIn(text: string): TextChange[] {
  if (!/[增减降升涨高节调压]/.test(text)) return []
  const found: TextChange[] = []
  for (const match of narrow(text).matchAll(CHANGE)) {
    if (/[至到] ?\d/.test(match[0])) continue
    const unit = match[3]
    const digits = match[2]!
    found.push({
      way: UP.has(match[1]!) ? 'up' : 'down',
      word: match[1]!,
      start: match.index,
      end: match.index + match[0].length,
      shown: match[0],
      amount: unit === undefined || unit === '%' || unit === '个百分点' ? null : money(digits, unit as MoneyUnit),
      percent: unit === '%' ? { value: Number(digits.replaceAll(',', '')), places: placesOf(digits) } : null,
    })
  }
  return found
}

/** Sentences of a line, cut at 。； and ;. */
export const sentencesOf = (text: string): string[] => text.split(/[。；;]/).filter((sentence) => sentence.trim() !== '')

/** Clauses of a sentence, cut at ，、too. */
export const clausesOf = (text: string): string[] => text.split(/[，,。；;：:]/).filter((clause) => clause.trim() !== '')
