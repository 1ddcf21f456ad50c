import type { Piece } from './pdf-page.ts'

/** A run in two, at the character that ends nearest to `x`; wide characters are as wide as high, the others share the rest. Null when `x` is at an end. */
export function cutAt(piece: Piece, x: number): readonly [Piece, Piece] | null {
  const wide = [...piece.text].filter((char) => char > '\u2e7f').length
  const narrow = piece.text.length - wide
  const each = wide === 0 ? piece.width / narrow : Math.min(piece.size, piece.width / (wide + narrow * 0.3))
  const other = narrow === 0 ? 0 : Math.max(0, (piece.width - wide * each) / narrow)
  let at = 0
  let to = piece.x
  while (at < piece.text.length && to < x - each * 0.4) to += piece.text[at++]! > '\u2e7f' ? each : other
  if (at === 0 || at === piece.text.length) return null
  const left = { ...piece, text: piece.text.slice(0, at), width: to - piece.x }
  return [left, { ...piece, text: piece.text.slice(at), x: Math.max(to, x), width: piece.x + piece.width - to }]
}

/** One printed line: its runs of text from left to right, parted where there is a gap as between columns. */
export interface PrintedRow {
  readonly y: number
  readonly size: number
  readonly chunks: readonly { readonly text: string; readonly left: number; readonly right: number; readonly y: number }[]
}

/** Pieces as printed lines, sorted down the page and along the line, in whatever order the file has them. */
export function printedRows(pieces: readonly Piece[]): PrintedRow[] {
  const lines: Piece[][] = []
  for (const piece of [...pieces].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const last = lines.at(-1)
    const near = last?.[0] !== undefined && Math.abs(piece.y - last[0].y) <= Math.min(piece.size, last[0].size) * 0.45
    if (near) last.push(piece)
    else lines.push([piece])
  }
  return lines.map((line) => {
    const chunks: { text: string; left: number; right: number; y: number }[] = []
    let size = 0
    for (const piece of line.sort((a, b) => a.x - b.x)) {
      const last = chunks.at(-1)
      size = Math.max(size, piece.size)
      if (last && piece.x - last.right < piece.size * 1.2) {
        last.text += piece.text
        last.right = piece.x + piece.width
      } else chunks.push({ text: piece.text, left: piece.x, right: piece.x + piece.width, y: piece.y })
    }
    return { y: line[0]!.y, size, chunks: chunks.map((chunk) => ({ ...chunk, text: closedUp(chunk.text) })) }
  })
}

const WIDE = '[\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef\\u3000-\\u303f“”‘’…—]'
const GAP = new RegExp(`(?<=${WIDE}) +| +(?=${WIDE})`, 'g')

/** Typesetters leave a little room between Chinese and Latin; in the text there is none. */
function closedUp(text: string): string {
  return text
    .replace(GAP, '')
    .replace(/[ \u00a0]+/g, ' ')
    .trim()
}

/** True when a line of a cell or paragraph begins something new: a number, a bullet, 目标1, 第二部分. */
export function beginsAnew(text: string): boolean {
  return /^\s*(第[一二三四五六七八九十]{1,3}(部分|章|节)|[(（]?(\d{1,2}|[一二三四五六七八九十]{1,3})[)）]?[、.．)）](?!\d)|[①-⑳]|目标\d|指标\d|[●■◆•])/.test(
    text,
  )
}

/**
 * True for a line that reaches the right edge, but for what did not fit: one character; two where a sign of punctuation may not begin the next line;
 * a whole number or word in other letters. `next` is the line that follows, unknown at a page's end.
 */
export function fills(row: PrintedRow, right: number, next?: string): boolean {
  const room = right - row.chunks.at(-1)!.right
  if (next === undefined || PUSHED_DOWN.test(next)) return room < row.size * 2.5
  const word = /^[\dA-Za-z.,%]+/.exec(next)?.[0].length ?? 0
  return room < row.size * Math.max(1.5, 0.4 + word * 0.6)
}

const PUSHED_DOWN = /^.[，。；：、）”》！？,.;:)]/

/**
 * The text of a cell or paragraph from its printed lines: a line that reaches the right edge goes on in the next; one that ends before it,
 * or is followed by a number of its own, ends there.
 */
export function flowed(rows: readonly PrintedRow[], right: number): string {
  let text = ''
  rows.forEach((row, index) => {
    const line = row.chunks.map((chunk) => chunk.text).join(' ')
    const before = rows[index - 1]
    if (before) {
      text += fills(before, right, line) && !beginsAnew(line) ? (/[A-Za-z]$/.test(text) && /^[A-Za-z]/.test(line) ? ' ' : '') : '\n'
    }
    text += line
  })
  return text
}
