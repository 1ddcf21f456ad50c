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

/** Throws when a value is no plain JSON of the book: undefined, a fraction, NaN, a Date, a function, text that cannot be kept. Says where. */
export function assertBookJson(value: unknown, where: string): asserts value is Json {
  switch (typeof value) {
    case 'string':
      if (!isStorableText(value)) throw new TypeError(`${where}: text with NUL or a lone surrogate`)
      return
    case 'number':
      if (!Number.isSafeInteger(value)) throw new TypeError(`${where}: ${value} is no whole number; the book keeps whole numbers only`)
      return
    case 'boolean':
      return
    case 'object':
      if (value === null) return
      if (Array.isArray(value)) {
        for (let n = 0; n < value.length; n++) assertBookJson(value[n], `${where}[${n}]`)
        return
      }
      if (Object.getPrototypeOf(value) !== Object.prototype && Object.getPrototypeOf(value) !== null) break
      for (const name of Object.keys(value)) {
        if (!isStorableText(name)) throw new TypeError(`${where}: a name with NUL or a lone surrogate`)
        assertBookJson((value as Record<string, unknown>)[name], `${where}.${name}`)
      }
      return
  }
  throw new TypeError(`${where}: ${value === undefined ? 'undefined' : Object.prototype.toString.call(value)} is not plain JSON`)
}
