import type { MoneyLeaf, NumberLeaf } from '../document.ts'
import { type MoneyUnit, narrow, parseDecimal, parseMoney, parseNumber, trailingUnit } from '../../money.ts'
import { key } from './plain-words.ts'
import { leaf, type Token } from './token.ts'

/** The unit a text declares: "单位：万元", "金额单位: 元", "价值（金额单位：万元）", "预算数（万元）". Null when it declares none. */
export function declaredUnit(text: string): MoneyUnit | null {
  if (!text.includes('元')) return null
  const body = key(text)
  const declared = /(?:单位)[:：]?(?:人民币)?([百千万亿]*元)/.exec(body) ?? /[(（](?:金额)?(?:单位)?[:：]?([百千万亿]*元)[)）]/.exec(body)
  return declared ? (trailingUnit(declared[1]!)?.unit ?? null) : null
}

/** A cell as money; `unit` is the table's. An empty cell and "无" stay a leaf without a value. */
export function moneyLeaf(token: Token, unit: MoneyUnit | null): MoneyLeaf {
  return leaf(token, parseMoney(token.text, unit))
}

/** A cell as a plain number, `per cent` sign and a counting word ("3辆") allowed. */
export function numberLeaf(token: Token): NumberLeaf {
  return leaf(token, plainNumber(token.text))
}

function plainNumber(text: string): number | null {
  const body = narrow(text)
    .trim()
    .replace(/(%|％|个|辆|台|套|件|平方米|㎡|人|次|项|部|处)$/, '')
  return parseNumber(body, 8)
}

/** True for a cell that holds nothing but a number, with or without a money unit or a per cent sign. */
export function isNumeric(text: string): boolean {
  if (text.length === 0 || text.length > 40 || !DIGIT.test(text)) return false
  const body = narrow(text).trim()
  if (PLAIN.test(body)) return true
  if (body.length > 16 && CHINESE.test(body)) return false
  if (parseDecimal(body.endsWith('%') ? body.slice(0, -1) : body) !== null) return true
  return UNIT_END.test(body) && parseMoney(body, '元') !== null
}

const DIGIT = /[0-9０-９]/
const PLAIN = /^\d+(\.\d+)?%?$/
const CHINESE = /[\u4e00-\u9fff]{6}/
const UNIT_END = /[元圆圓万萬亿億角分]$|^[¥￥]/

/**
 * The share of a plan cell, in per cent. A number of four or more whole digits is two numbers run together, and unknown.
 */
export function percentLeaf(token: Token): NumberLeaf {
  const value = plainNumber(token.text)
  return leaf(token, value !== null && Math.abs(value) < 1000 ? value : null)
}
