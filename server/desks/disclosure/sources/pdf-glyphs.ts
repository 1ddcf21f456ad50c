import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { writtenCharacters } from './written-characters.ts'

/** A run of printed text with its place on the page; y grows downward, in points. `y` is the baseline. */
export interface Piece {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  /** Where each character of the text begins, when that is known. */
  readonly stops?: readonly number[]
}

export type Matrix = readonly [number, number, number, number, number, number]

export function times(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ]
}

interface Glyph {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
}
/** What a show operator has: glyphs, and shifts between them in thousandths. */
type Shown = readonly (Glyph | number | null)[]

const STRAIGHT: Matrix = [1, 0, 0, 1, 0, 0]

/**
 * Follows the operators that place text, and answers runs of glyphs where they stand: a blank is one that was printed, and a gap without one parts
 * the run. `widthOf` tells how wide one unit of a font's glyphs is.
 */
export function glyphReader(widthOf: (font: string) => number) {
  const pieces: Piece[] = []
  let text = STRAIGHT
  let line = STRAIGHT
  let size = 10
  let unit = 0.001
  const spacing = { char: 0, word: 0, scale: 1, leading: 0, rise: 0 }
  const saved: { size: number; unit: number; spacing: typeof spacing }[] = []

  const move = (x: number, y: number): void => {
    line = times(line, [1, 0, 0, 1, x, y])
    text = line
  }
  const show = (shown: Shown, page: Matrix): void => {
    const place = times(page, text)
    const run = runAt(times(place, [1, 0, 0, 1, 0, spacing.rise]), size)
    let x = 0
    for (const each of shown) {
      if (typeof each === 'number') x -= (each * size * spacing.scale) / 1000
      else if (each) {
        const wide = each.width * unit * size
        run.add(each.unicode, x, wide * spacing.scale)
        x += (wide + spacing.char + (each.isSpace ? spacing.word : 0)) * spacing.scale
      }
    }
    pieces.push(...run.pieces())
    text = times(text, [1, 0, 0, 1, x, 0])
  }

  const take = (operator: number, args: readonly unknown[] | null, page: Matrix): void => {
    const [first, second] = (args ?? []) as [number, number]
    if (operator === OPS.showText) show(args![0] as Shown, page)
    else if (operator === OPS.beginText) line = text = STRAIGHT
    else if (operator === OPS.setTextMatrix) line = text = Array.from(matrixOf(args!)) as unknown as Matrix
    else if (operator === OPS.moveText) move(first, second)
    else if (operator === OPS.setLeadingMoveText) {
      spacing.leading = -second
      move(first, second)
    } else if (operator === OPS.nextLine) move(0, -spacing.leading)
    else if (operator === OPS.setLeading) spacing.leading = -first
    else if (operator === OPS.setCharSpacing) spacing.char = first
    else if (operator === OPS.setWordSpacing) spacing.word = first
    else if (operator === OPS.setHScale) spacing.scale = first / 100
    else if (operator === OPS.setTextRise) spacing.rise = first
    else if (operator === OPS.setFont) {
      size = second
      unit = widthOf(args![0] as string)
    } else if (operator === OPS.save) saved.push({ size, unit, spacing: { ...spacing } })
    else if (operator === OPS.restore) {
      const before = saved.pop()
      if (before) {
        size = before.size
        unit = before.unit
        Object.assign(spacing, before.spacing)
      }
    }
  }
  return { take, pieces }
}

/** The library gives a matrix as one list or as six numbers. */
function matrixOf(args: readonly unknown[]): ArrayLike<number> {
  return typeof args[0] === 'number' ? (args as number[]) : (args[0] as ArrayLike<number>)
}

/** Wider than this, in heights of the letters, a gap parts a run: typesetters leave less between Chinese and Latin. */
export const WIDEST_GAP = 0.6
/** The same where a blank was printed in it. */
export const WIDEST_BLANK = 1.2
/** Between Latin words without a printed blank. */
const WORD_GAP = 0.2

/** A run in the making, shown by one operator; text that does not stand level is left out. Blanks at its ends stay in the text, but `x` and `width` are of what is seen. */
function runAt(place: Matrix, size: number) {
  const scale = Math.hypot(place[0], place[1])
  const high = Math.abs(size) * Math.hypot(place[2], place[3])
  const level = Math.abs(place[1]) <= Math.abs(place[0]) && place[0] > 0
  const out: Piece[] = []
  let text = ''
  let stops: number[] = []
  let end = 0
  const flush = (): void => {
    const first = text.search(/\S/)
    const x = stops[Math.max(first, 0)]!
    if (text !== '') out.push({ text: writtenCharacters(text), x, y: place[5], width: first < 0 ? 0 : end - x, size: high, stops })
    text = ''
    stops = []
  }
  const put = (char: string, from: number, wide: number): void => {
    for (let i = 0; i < char.length; i++) stops.push(from + (wide * i) / char.length)
    text += char
  }
  const add = (unicode: string, at: number, wide: number): void => {
    const char = unicode.replace(/[\u0000-\u001f\u00ad\u200b-\u200f\ufeff]/g, '').replace('\u00a0', ' ')
    const from = place[4] + at * scale
    if (char.trim() === '') {
      if (char !== '') put(char, from, wide * scale)
      return
    }
    if (text.trim() !== '') {
      const gap = (from - end) / high
      const blank = /\s$/.test(text)
      if (gap > (blank ? WIDEST_BLANK : WIDEST_GAP) || gap < -1) flush()
      else if (!blank && gap > WORD_GAP && /[A-Za-z,.;:]$/.test(text) && /^[A-Za-z]/.test(char)) put(' ', end, 0)
    }
    put(char, from, wide * scale)
    end = from + wide * scale
  }
  const pieces = (): Piece[] => {
    flush()
    return level && high > 0 ? out : []
  }
  return { add, pieces }
}
