import type { Json } from '../../rules/act.ts'

const suspicious = /\\u(?:0000|[dD][89a-fA-F])/

/**
 * Can PostgreSQL keep every text in this JSON? `text` is the value as JSON.stringify wrote it. No NUL, no lone surrogate, in names or values.
 * The pattern alone would also refuse a harmless written-out backslash, so a hit is looked at closely.
 */
export function isStorable(value: unknown, text: string): boolean {
  return !suspicious.test(text) || everyTextIsStorable(value)
}

const isStorableText = (text: string): boolean => text.isWellFormed() && !text.includes('\0')

function everyTextIsStorable(value: unknown): boolean {
  if (typeof value === 'string') return isStorableText(value)
  if (Array.isArray(value)) return value.every(everyTextIsStorable)
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).every(([name, inner]) => isStorableText(name) && everyTextIsStorable(inner))
  return true
}

const isPlain = (value: object): boolean => {
  const parent = Object.getPrototypeOf(value) as unknown
  return parent === Object.prototype || parent === null
}

/** Is it plain JSON of the book all through? Without saying where not: every entry is looked at, and hardly one is refused. */
function isBookJson(value: unknown): boolean {
  if (typeof value === 'string') return isStorableText(value)
  if (typeof value === 'number') return Number.isSafeInteger(value)
  if (typeof value === 'boolean' || value === null) return true
  if (typeof value !== 'object') return false
  if (Array.isArray(value)) {
    for (const inner of value) if (!isBookJson(inner)) return false
    return true
  }
  if (!isPlain(value)) return false
  for (const name in value) if (!isStorableText(name) || !isBookJson((value as Record<string, unknown>)[name])) return false
  return true
}

/** Throws when a value is no plain JSON of the book: undefined, a fraction, NaN, a Date, a function, text that cannot be kept. Says where. */
export function assertBookJson(value: unknown, where: string): asserts value is Json {
  if (!isBookJson(value)) throw new TypeError(whatIsWrong(value, where) ?? `${where}: is not plain JSON`)
}

function whatIsWrong(value: unknown, where: string): string | undefined {
  if (isBookJson(value)) return undefined
  if (typeof value === 'string') return `${where}: text with NUL or a lone surrogate`
  if (typeof value === 'number') return `${where}: ${value} is no whole number; the book keeps whole numbers only`
  if (Array.isArray(value)) return value.map((inner, n) => whatIsWrong(inner, `${where}[${n}]`)).find((wrong) => wrong !== undefined)
  if (typeof value === 'object' && value !== null && isPlain(value))
    return Object.entries(value)
      .map(([name, inner]) => (isStorableText(name) ? whatIsWrong(inner, `${where}.${name}`) : `${where}: a name with NUL or a lone surrogate`))
      .find((wrong) => wrong !== undefined)
  return `${where}: ${value === undefined ? 'undefined' : Object.prototype.toString.call(value)} is not plain JSON`
}
