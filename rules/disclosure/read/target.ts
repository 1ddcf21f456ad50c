import type { TargetValue } from '../document.ts'
import { isDigit, narrow, parseNumber } from '../../money.ts'
import { key } from './plain-words.ts'

type Operator = NonNullable<TargetValue['operator']>

const OPENERS: readonly [string, Operator][] = [
  ['>=', '≥'],
  ['=>', '≥'],
  ['<=', '≤'],
  ['=<', '≤'],
  ['≥', '≥'],
  ['≧', '≥'],
  ['⩾', '≥'],
  ['≤', '≤'],
  ['≦', '≤'],
  ['⩽', '≤'],
  ['>', '>'],
  ['﹥', '>'],
  ['<', '<'],
  ['﹤', '<'],
  ['==', '='],
  ['=', '='],
  ['大于或等于', '≥'],
  ['大于等于', '≥'],
  ['不少于', '≥'],
  ['不低于', '≥'],
  ['不小于', '≥'],
  ['至少', '≥'],
  ['达到', '≥'],
  ['小于或等于', '≤'],
  ['小于等于', '≤'],
  ['不超过', '≤'],
  ['不高于', '≤'],
  ['不大于', '≤'],
  ['不多于', '≤'],
  ['控制在', '≤'],
  ['大于', '>'],
  ['高于', '>'],
  ['超过', '>'],
  ['小于', '<'],
  ['低于', '<'],
  ['少于', '<'],
  ['等于', '='],
]
const NONE: typeof OPENERS = []
/** The same by their first characters. */
const OPENERS_BY_FIRST = new Map(OPENERS.map(([word]) => [word[0]!, OPENERS.filter(([other]) => other[0] === word[0])]))
const CLOSERS: readonly [string, Operator][] = [
  ['及以上', '≥'],
  ['以上', '≥'],
  ['及以下', '≤'],
  ['以下', '≤'],
  ['以内', '≤'],
  ['之内', '≤'],
]
const NOT_A_UNIT = /[\d,，。；;、:：~～\-—至到前后底内完成]|^月|年度|以|及|和|或/

const nothingKnown: TargetValue = { operator: null, value: null, unit: null }

/** True for a text that opens with a comparison or a number: the shape of a target, not of a description. */
export function looksLikeTarget(text: string): boolean {
  const body = key(text)
  if (body === '' || body.length > 20) return false
  if (isDigit(body[0])) return parseTarget(text).value !== null
  return opener(body) !== null && /\d/.test(body)
}

/** The operator a cell of its own spells (性质 column): ≥, 大于等于, 正向 is none. */
export function parseOperator(text: string): Operator | null {
  const body = key(text)
  const found = opener(body)
  return found !== null && found.rest === '' ? found.operator : null
}

/**
 * Reads a target: comparison, number, unit. What cannot be told is null: words (`显著提升`), ranges, dates and two numbers have no value.
 * "90%以上" is ≥ 90 %, "3天以内" is ≤ 3 天.
 */
export function parseTarget(text: string): TargetValue {
  let body = key(narrow(text))
  let operator: Operator | null = null
  const open = opener(body)
  if (open) {
    operator = open.operator
    body = open.rest
  }
  for (const [word, meaning] of CLOSERS) {
    if (!body.endsWith(word)) continue
    if (operator !== null && operator !== meaning) return nothingKnown
    operator = meaning
    body = body.slice(0, body.length - word.length)
    break
  }
  let end = 0
  if (body[0] === '-') end = 1
  while (end < body.length && (isDigit(body[end]) || body[end] === '.' || body[end] === ',')) end++
  const value = parseNumber(body.slice(0, end), 6)
  const unit = body.slice(end)
  if (value === null || unit.length > 8 || NOT_A_UNIT.test(unit)) return { ...nothingKnown, operator: open ? operator : null }
  const dated = (unit === '年' && value >= 1900 && value < 2100) || unit === '日' || unit === '号'
  if (dated && operator === null) return nothingKnown
  return { operator, value, unit: unit === '' ? null : unit }
}

function opener(body: string): { operator: Operator; rest: string } | null {
  for (const [word, operator] of OPENERS_BY_FIRST.get(body[0] ?? '') ?? NONE)
    if (body.startsWith(word)) return { operator, rest: body.slice(word.length) }
  return null
}
