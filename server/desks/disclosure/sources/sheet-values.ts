import { attribute, elements } from './xml-text.ts'

/** How a number in a sheet is meant to be seen; `places` is null where the format says nothing of decimals, `suffix` a word printed behind it. */
export interface CellStyle {
  readonly kind: 'number' | 'percent' | 'date'
  readonly places: number | null
  readonly suffix: string
}

export const PLAIN_STYLE: CellStyle = { kind: 'number', places: null, suffix: '' }

const DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])
/** Formats that every program knows by number and no file spells out. */
const BUILT_IN: Readonly<Record<number, string>> = { 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%' }

/** The style of each cell, by its index. */
export function cellStyles(styles: string): CellStyle[] {
  const formats = new Map<number, string>()
  for (const { tag } of elements(styles, 'numFmt')) formats.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? '')
  const section = elements(styles, 'cellXfs').next().value?.body ?? ''
  return [...elements(section, 'xf')].map(({ tag }) => {
    const id = Number(attribute(tag, 'numFmtId') ?? 0)
    return styleOf(id, formats.get(id) ?? BUILT_IN[id] ?? '')
  })
}

function styleOf(id: number, format: string): CellStyle {
  const code = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
  if (DATES.has(id) || (/[ymd年月日]/i.test(code) && !code.includes('General'))) return { ...PLAIN_STYLE, kind: 'date' }
  const [positive = ''] = format.split(';')
  const digits = /[0#](?:\.([0#]*))?(?=[^0#.,]*$)/.exec(positive.replace(/"[^"]*"/g, ''))
  return {
    kind: code.includes('%') ? 'percent' : 'number',
    // "0.##" shows no more decimals than there are.
    places: digits && !digits[1]?.includes('#') ? (digits[1]?.length ?? 0) : null,
    suffix: /[0#]"([\u4e00-\u9fff%/]{1,4})"$/.exec(positive)?.[1] ?? '',
  }
}

/** Beyond this many decimals an amount is finer than any money, and only what is shown can be meant. */
const FINEST = 6

/**
 * A stored number as it is meant: binary dust beyond fifteen digits taken off, per cent and dates written out, zeros of the format kept.
 * Rounding done only for show is not done: a cell that shows 27.46 and holds 27.456 is 27.456.
 */
export function shownValue(stored: string, { kind, places, suffix }: CellStyle): string {
  const value = Number(stored)
  if (!Number.isFinite(value)) return stored
  if (kind === 'date' && value > 0 && value < 2_958_466) return dateOf(value)
  return `${withPlaces(kind === 'percent' ? value * 100 : value, places)}${kind === 'percent' ? '%' : suffix}`
}

function withPlaces(value: number, places: number | null): string {
  const text = plain(value)
  if (places === null) return text
  const own = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0
  return own < places || own > FINEST ? value.toFixed(places) : text
}

function plain(value: number): string {
  const text = String(Number(value.toPrecision(15)))
  return text.includes('e') ? value.toFixed(10).replace(/\.?0+$/, '') : text
}

function dateOf(serial: number): string {
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000)
  return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`
}
