/**
 * Exact money. An amount is a whole number of 分; no floating arithmetic touches it.
 * Budget papers write 万元 or 元; both come in and go out through here.
 */

/** How many 分 one of the unit holds. */
export const FEN_PER_UNIT = {
  分: 1,
  角: 10,
  元: 100,
  百元: 10_000,
  千元: 100_000,
  万元: 1_000_000,
  百万元: 100_000_000,
  亿元: 10_000_000_000,
} as const
export type MoneyUnit = keyof typeof FEN_PER_UNIT

/** A decimal number exactly as written: `units` × 10^-`places`. */
export interface ExactDecimal {
  readonly units: bigint
  readonly places: number
}

const MINUS = '-－−﹣–—负負△▲'
const ZERO_WIDE = 0xff10

const WIDE = /[\u00a0\u2000-\u200a\u202f\u3000\uff01-\uff5e]/

/** Full-width digits, point, comma, signs, brackets, percent and blanks as their half-width fellows. Length is kept. */
export function narrow(text: string): string {
  if (!WIDE.test(text)) return text
  let out = ''
  let kept = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const wide = code >= 0xff01 && code <= 0xff5e
    if (!wide && code !== 0x3000 && code !== 0xa0 && !(code >= 0x2000 && code <= 0x200a) && code !== 0x202f) continue
    out += text.slice(kept, at) + (wide ? String.fromCharCode(code - 0xfee0) : ' ')
    kept = at + 1
  }
  return out + text.slice(kept)
}

/** True for 0–9 in either width. */
export function isDigit(char: string | undefined): boolean {
  if (char === undefined) return false
  const code = char.charCodeAt(0)
  return (code >= 48 && code <= 57) || (code >= ZERO_WIDE && code <= ZERO_WIDE + 9)
}

/**
 * Reads one number that fills the whole text: `1,234.50`, `１２３`, `-3`, `负3`, `(3.2)` and `（3.2）` (negative, as accountants write it).
 * Thousands separators must stand every three digits. Null for anything else: two points, letters, blanks between digits, nothing at all.
 */
export function parseDecimal(text: string): ExactDecimal | null {
  let body = narrow(text).trim()
  let negative = false
  if (body.startsWith('(') && body.endsWith(')')) {
    negative = true
    body = body.slice(1, -1).trim()
  }
  const first = body[0]
  if (first !== undefined && (MINUS.includes(first) || first === '+')) {
    if (negative) return null
    negative = first !== '+'
    body = body.slice(1).trim()
  }
  const point = body.indexOf('.')
  const whole = point < 0 ? body : body.slice(0, point)
  const fraction = point < 0 ? '' : body.slice(point + 1)
  if (point >= 0 && fraction === '') return null
  if (!onlyDigits(fraction)) return null
  const digits = withoutSeparators(whole)
  if (digits === null || (digits + fraction).length > 30) return null
  const units = BigInt(digits + fraction)
  return { units: negative ? -units : units, places: fraction.length }
}

const SHORT_NUMBER = /^\d{1,9}(?:\.\d{1,6})?$/

/** As `parseDecimal`, as the nearest number; null when it has more decimals than that. */
export function parseNumber(text: string, mostPlaces: number): number | null {
  // What nearly every cell holds is read without big numbers.
  if (mostPlaces >= 6 && SHORT_NUMBER.test(text)) return Number(text)
  const decimal = parseDecimal(text)
  return decimal === null || decimal.places > mostPlaces ? null : Number(`${decimal.units}e-${decimal.places}`)
}

function withoutSeparators(whole: string): string | null {
  if (whole === '') return null
  if (!whole.includes(',')) return onlyDigits(whole) ? whole : null
  const groups = whole.split(',')
  const head = groups[0]!
  if (head === '' || head.length > 3) return null
  for (let i = 1; i < groups.length; i++) if (groups[i]!.length !== 3) return null
  const joined = groups.join('')
  return onlyDigits(joined) ? joined : null
}

function onlyDigits(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 48 || code > 57) return false
  }
  return true
}

/** An exact decimal in `unit` as whole 分; null when it is finer than a 分 or too great to be held exactly. */
export function decimalToFen(decimal: ExactDecimal, unit: MoneyUnit): number | null {
  const scaled = decimal.units * BigInt(FEN_PER_UNIT[unit])
  const divisor = 10n ** BigInt(decimal.places)
  if (scaled % divisor !== 0n) return null
  const fen = Number(scaled / divisor)
  return Number.isSafeInteger(fen) ? fen : null
}

const UNIT_WORDS: readonly [string, MoneyUnit][] = [
  ['百万元', '百万元'],
  ['百萬元', '百万元'],
  ['亿元', '亿元'],
  ['億元', '亿元'],
  ['万元', '万元'],
  ['萬元', '万元'],
  ['千元', '千元'],
  ['百元', '百元'],
  ['圆', '元'],
  ['圓', '元'],
  ['元', '元'],
  ['万', '万元'],
  ['萬', '万元'],
  ['亿', '亿元'],
  ['億', '亿元'],
  ['角', '角'],
  ['分', '分'],
]

/** The money unit a text ends with, and how many characters it takes; null when it ends otherwise. */
export function trailingUnit(text: string): { readonly unit: MoneyUnit; readonly length: number } | null {
  for (const [word, unit] of UNIT_WORDS) if (text.endsWith(word)) return { unit, length: word.length }
  return null
}

const PLAIN = /^(\d{1,5})(?:\.(\d{1,6}))?$/

/**
 * Reads one amount that fills the whole text, in 分. A unit written behind the number wins over `unit` (the table's).
 * Null for nothing, words, doubtful writing, more than one number, or a part finer than a 分.
 */
export function parseMoney(text: string, unit: MoneyUnit | null): number | null {
  let body = narrow(text).trim()
  if (body.startsWith('¥') || body.startsWith('￥')) body = body.slice(1)
  const trailing = trailingUnit(body)
  if (trailing) body = body.slice(0, body.length - trailing.length)
  const used = trailing?.unit ?? unit
  if (used === null) return null
  // What nearly every cell holds: plain digits and at most six decimals, exact without big numbers.
  const plain = PLAIN.exec(body)
  if (plain) {
    const fraction = Number((plain[2] ?? '').padEnd(6, '0')) * FEN_PER_UNIT[used]
    return fraction % 1_000_000 === 0 ? Number(plain[1]) * FEN_PER_UNIT[used] + fraction / 1_000_000 : null
  }
  const decimal = parseDecimal(body)
  return decimal === null ? null : decimalToFen(decimal, used)
}

/** Writes 分 exactly in `unit`, with at least `leastPlaces` decimals and more only where needed: 4700000 分 → `4.70`. No separators. */
export function formatMoney(fen: number, unit: MoneyUnit = '万元', leastPlaces = 2): string {
  const per = BigInt(FEN_PER_UNIT[unit])
  const fullPlaces = String(per).length - 1
  const absolute = BigInt(Math.abs(fen))
  let fraction = fullPlaces === 0 ? '' : String(absolute % per).padStart(fullPlaces, '0')
  while (fraction.length > leastPlaces && fraction.endsWith('0')) fraction = fraction.slice(0, -1)
  fraction = fraction.padEnd(leastPlaces, '0')
  return `${fen < 0 ? '-' : ''}${absolute / per}${fraction === '' ? '' : `.${fraction}`}`
}

/** Writes 分 in 万元 as the public tables want it: exactly `places` decimals, half away from zero. */
export function roundMoney(fen: number, unit: MoneyUnit = '万元', places = 2): string {
  const per = BigInt(FEN_PER_UNIT[unit])
  const scale = 10n ** BigInt(places)
  const absolute = BigInt(Math.abs(fen)) * scale
  const rounded = (absolute * 2n + per) / (per * 2n)
  const fraction = places === 0 ? '' : `.${String(rounded % scale).padStart(places, '0')}`
  return `${fen < 0 && rounded > 0n ? '-' : ''}${rounded / scale}${fraction}`
}

/** Sum of known amounts; null as soon as one is unknown, or when the sum cannot be held exactly. */
export function sumMoney(amounts: readonly (number | null)[]): number | null {
  let sum = 0
  for (const amount of amounts) {
    if (amount === null) return null
    sum += amount
  }
  return Number.isSafeInteger(sum) ? sum : null
}
