import { type Piece, WIDEST_BLANK, WIDEST_GAP } from './pdf-glyphs.ts'

/** A run in two, at the character that begins nearest to `x`. Null when `x` is at an end. */
export function cutAt(piece: Piece, x: number): readonly [Piece, Piece] | null {
  const stops = piece.stops ?? evenStops(piece)
  let at = 0
  while (at + 1 < stops.length && Math.abs(stops[at + 1]! - x) < Math.abs(stops[at]! - x)) at++
  if (at <= 0 || at >= piece.text.length) return null
  const before = piece.text.slice(0, at)
  const behind = piece.text.slice(at)
  const from = stops[at + behind.search(/\S|$/)] ?? piece.x + piece.width
  const left = { ...piece, text: before, width: Math.min(from, stops[at]!) - piece.x, stops: stops.slice(0, at) }
  return [left, { ...piece, text: behind, x: from, width: piece.x + piece.width - from, stops: stops.slice(at) }]
}

/** Where characters begin when only the whole run is known: wide ones are as wide as high, the others share the rest. */
function evenStops(piece: Piece): number[] {
  const wide = [...piece.text].filter((char) => char > '\u2e7f').length
  const narrow = piece.text.length - wide
  const each = wide === 0 ? piece.width / narrow : Math.min(piece.size, piece.width / (wide + narrow * 0.3))
  const other = narrow === 0 ? 0 : Math.max(0, (piece.width - wide * each) / narrow)
  let x = piece.x
  return Array.from(piece.text, (char) => {
    const from = x
    x += char > '\u2e7f' ? each : other
    return from
  })
}

export interface PrintedChunk {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly y: number
  /** True when a blank was printed behind it. */
  readonly blank?: boolean
}
/** One printed line: its runs of text from left to right, parted where there is a gap as between columns. */
export interface PrintedRow {
  readonly y: number
  readonly size: number
  readonly chunks: readonly PrintedChunk[]
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
  return lines
    .map((line) => {
      const chunks: { text: string; left: number; right: number; y: number; blank?: boolean }[] = []
      let size = 0
      let blank = false
      for (const piece of line.sort((a, b) => a.x - b.x)) {
        const ink = piece.text.trim()
        blank ||= /^\s/.test(piece.text)
        if (ink === '') continue
        const last = chunks.at(-1)
        size = Math.max(size, piece.size)
        if (last && piece.x - last.right < piece.size * (blank ? WIDEST_BLANK : WIDEST_GAP)) {
          last.text += `${blank ? ' ' : ''}${ink}`
          last.right = Math.max(last.right, piece.x + piece.width)
        } else chunks.push({ text: ink, left: piece.x, right: piece.x + piece.width, y: piece.y })
        blank = /\s$/.test(piece.text)
        if (blank) chunks.at(-1)!.blank = true
        else delete chunks.at(-1)!.blank
      }
      return { y: line[0]!.y, size, chunks: chunks.map((chunk) => ({ ...chunk, text: chunk.text.replace(/[ \u00a0]+/g, ' ') })) }
    })
    .filter(({ chunks }) => chunks.length > 0)
}

/** True when a line of a cell or paragraph begins something new: a number, a bullet, 目标1, 第二部分. */
export function beginsAnew(text: string): boolean {
  return /^\s*(第[一二三四五六七八九十]{1,3}(部分|章|节)|[(（]?(\d{1,2}|[一二三四五六七八九十]{1,3})[)）]?[、.．)）](?!\d)|[①-⑳]|目标\d|指标\d|[●■◆•])/.test(
    text,
  )
}

/** How wide, in heights of the letters, the beginning of a line is that cannot be parted: a character with the signs that stand to it, a number, a word. */
export function unpartedWidth(text: string): number {
  const [, opening, word, char, closing] = /^([（《“「【(]*)(?:([\dA-Za-z.,%+-]+)|(.?))([，。；：、）”》」】！？,.;:)]*)/.exec(text)!
  return (opening?.length ?? 0) + (word ? word.length * 0.55 : 0) + (char?.length ?? 0) + (closing?.length ?? 0) * 0.5
}

/** True for a line that reaches the right edge, but for what did not fit there. `next` is the line that follows, unknown at a page's end. */
export function fills(row: PrintedRow, right: number, next?: string): boolean {
  const room = right - row.chunks.at(-1)!.right
  return room < row.size * (next === undefined ? 2.5 : Math.max(1.5, unpartedWidth(next) + 0.4))
}

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
      const blank = before.chunks.at(-1)!.blank === true || (/[A-Za-z]$/.test(text) && /^[A-Za-z]/.test(line))
      text += fills(before, right, line) && !beginsAnew(line) ? (blank ? ' ' : '') : '\n'
    }
    text += line
  })
  return text
}
