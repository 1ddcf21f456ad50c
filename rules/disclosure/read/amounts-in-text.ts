import type { MoneyLeaf, Place } from '../document.ts'
import { isDigit, parseMoney } from '../../money.ts'
import { aligned, isBlankToFill } from './plain-words.ts'

/** An amount in a sentence with the words before it, back to the amount or the sentence before. */
export interface AmountInText {
  readonly leaf: MoneyLeaf
  /** Words from the amount before (or the sentence's beginning) to this one, in the form for comparing. */
  readonly label: string
  /** True when the amount is the first of its sentence. */
  readonly first: boolean
  /** Words of the same sentence before the label. */
  readonly before: string
}

const UNIT_WORDS = ['百万元', '亿元', '万元', '千元', '百元', '元', '万', '亿']
const BLANKS = 'XxＸ×*_＿□'

/**
 * Finds every amount with a money unit in a line of prose: "546.52万元", "１，２３４元", and "XX万元", whose value is unknown.
 * A number without a unit is no amount.
 */
export function amountsInText(text: string, place: Place): AmountInText[] {
  if (!/[元圆圓万萬亿億]/.test(text)) return []
  const plain = aligned(text)
  const found: AmountInText[] = []
  let sentence = 0
  let labelFrom = 0
  let i = 0
  while (i < plain.length) {
    const char = plain[i]!
    if (char === '。' || char === ';' || char === '\n') {
      sentence = labelFrom = i + 1
      i++
      continue
    }
    const blank = BLANKS.includes(char)
    if (!blank && !isDigit(char)) {
      i++
      continue
    }
    let end = i
    while (end < plain.length && (blank ? isBlank(plain, end) : isDigit(plain[end]) || isInside(plain, end))) end++
    const unit = unitAt(plain, end)
    if (unit === null) {
      i = end
      continue
    }
    const negative = i > 0 && '-－−'.includes(plain[i - 1]!) && !isDigit(plain[i - 2])
    const from = negative ? i - 1 : i
    const to = unit.end
    const raw = text.slice(from, to)
    const number = plain.slice(from, end).trim()
    // "3-5万元" is no amount but a span of them.
    const span = '-－−~～—至'.includes(plain[i - 1] ?? '') && isDigit(plain[i - 2])
    const value = blank || span || isBlankToFill(number) ? null : parseMoney(`${number}${unit.word}`, null)
    const label = squeezed(plain.slice(labelFrom, from))
    found.push({ leaf: { raw, value, place }, label, first: labelFrom === sentence, before: squeezed(plain.slice(sentence, labelFrom)) })
    labelFrom = to
    i = to
  }
  return found
}

/** A place left open, or the point between two: XX.XX万元. */
function isBlank(text: string, at: number): boolean {
  return BLANKS.includes(text[at]!) || (text[at] === '.' && BLANKS.includes(text[at + 1] ?? ' '))
}

function squeezed(text: string): string {
  return text.replace(/[\s“”"'‘’「」]+/g, '')
}

/** A point or a separator with digits on both sides, or a blank inside a number is the end of it. */
function isInside(text: string, at: number): boolean {
  return (text[at] === '.' || text[at] === ',') && isDigit(text[at - 1]) && isDigit(text[at + 1])
}

function unitAt(text: string, at: number): { word: string; end: number } | null {
  let from = at
  while (text[from] === ' ') from++
  for (const word of UNIT_WORDS) {
    if (!text.startsWith(word, from)) continue
    const end = from + word.length
    if ((word === '万' || word === '亿') && /[\u4e00-\u9fff]/.test(text[end] ?? '')) return null
    return { word, end }
  }
  return null
}
