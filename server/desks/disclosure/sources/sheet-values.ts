import { attribute, elements } from './xml-text.ts'

/** How a number in a sheet is meant to be seen. */
export type StyleKind = 'number' | 'percent' | 'date'

const DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])

/** The kind of each cell style, by its index. */
export function styleKinds(styles: string): StyleKind[] {
  const formats = new Map<number, string>()
  for (const { tag } of elements(styles, 'numFmt')) formats.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? '')
  const section = elements(styles, 'cellXfs').next().value?.body ?? ''
  return [...elements(section, 'xf')].map(({ tag }): StyleKind => {
    const id = Number(attribute(tag, 'numFmtId') ?? 0)
    const code = (formats.get(id) ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
    if (id === 9 || id === 10 || code.includes('%')) return 'percent'
    return DATES.has(id) || /[ymd年月日]/i.test(code) ? 'date' : 'number'
  })
}

/**
 * A stored number as it is meant: binary dust beyond fifteen digits taken off, per cent and dates written out.
 * Rounding done only for show is not: a cell that shows 27.46 and holds 27.456 is 27.456.
 */
export function shownValue(stored: string, kind: StyleKind): string {
  const value = Number(stored)
  if (!Number.isFinite(value)) return stored
  if (kind === 'date' && value > 0 && value < 2_958_466) return dateOf(value)
  if (kind === 'percent') return `${plain(value * 100)}%`
  return plain(value)
}

function plain(value: number): string {
  const text = String(Number(value.toPrecision(15)))
  return text.includes('e') ? value.toFixed(10).replace(/\.?0+$/, '') : text
}

function dateOf(serial: number): string {
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000)
  return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`
}
