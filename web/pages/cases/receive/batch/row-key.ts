import type { SheetCells } from '../../../../../contract/receipt-sheet.ts'

/**
 * The idempotency key of one row, made from what it says: the same file read again after a crash of the browser takes nobody in twice. `again` counts
 * rows that say the same, which are meant as several.
 */
export function rowKey(about: readonly (string | number)[], cells: SheetCells, again: number): string {
  const said = Object.entries(cells)
    .filter(([, cell]) => cell.trim() !== '')
    .map(([id, cell]) => `${id}=${cell.trim()}`)
    .sort()
  return `row-${fingerprint([...about, again, ...said].join('\u0001'))}`
}

/** 128 bits in hexadecimal (cyrb128). Distinguishes rows; it keeps nothing secret, so it needs no secure address. */
function fingerprint(text: string): string {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762]
  for (let n = 0; n < text.length; n++) {
    const k = text.charCodeAt(n)
    a = b ^ Math.imul(a ^ k, 597399067)
    b = c ^ Math.imul(b ^ k, 2869860233)
    c = d ^ Math.imul(c ^ k, 951274213)
    d = a ^ Math.imul(d ^ k, 2716044179)
  }
  a = Math.imul(c ^ (a >>> 18), 597399067)
  b = Math.imul(d ^ (b >>> 22), 2869860233)
  c = Math.imul(a ^ (c >>> 17), 951274213)
  d = Math.imul(b ^ (d >>> 19), 2716044179)
  return [a ^ b ^ c ^ d, b ^ a, c ^ a, d ^ a].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('')
}
