import type { SourceBlock } from '../../../../rules/disclosure/read/source-block.ts'
import { isFormWord } from '../../../../rules/disclosure/read/form-words.ts'
import { key } from '../../../../rules/disclosure/read/plain-words.ts'
import { type Chunk, type ColumnRow, columnRows } from './column-rows.ts'
import { beginsAnew } from './pdf-text.ts'

/** A gap as wide as this is never typed between words: the text was laid out in columns. */
const COLUMN_GAP = 4

/**
 * Lines of a text that was printed from pages (as PDF converters write it): lines broken at the page's width are joined again, and lines with
 * columns become rows. Null when the text is none: no line is broken and nothing is laid out.
 */
export function pageTextBlocks(lines: readonly string[]): SourceBlock[] | null {
  const chunks = lines.map(chunksOf)
  const width = wrapWidth(lines.filter((_, index) => chunks[index]!.length === 1))
  const laidOut =
    chunks.filter((line) => line.length >= 3 && line.some((chunk, index) => index > 0 && chunk.start - line[index - 1]!.end >= COLUMN_GAP)).length >=
    3
  if (width === null && !laidOut) return null
  const blocks: SourceBlock[] = []
  let table = 0
  for (let at = 0; at < lines.length; ) {
    let end = at
    if (laidOut) while (end < lines.length && inTable(chunks[end]!, end > at)) end++
    if (end - at >= 2) {
      table++
      const region = chunks.slice(at, end)
      const rows = columnRows(region, 1, (line, chunk) => isFull(region[line]!, chunk, region))
      const whole = rows.every(isWhole)
      for (const { cells, first } of rows) {
        const line = at + first + 1
        if (whole) blocks.push({ kind: 'row', table, line, cells: cells.map((text) => ({ text, line })) })
        else blocks.push({ kind: 'line', line, text: cells.filter((text) => text !== '').join('\t') })
      }
      at = end
      continue
    }
    const first = at
    let text = lines[at++]!
    while (width !== null && at < lines.length && chunks[first]!.length < 2 && chunks[at]!.length < 2 && goesOn(lines[at - 1]!, lines[at]!, width))
      text = `${text.trimEnd()}${lines[at++]!.trim()}`
    if (text.trim() !== '') blocks.push({ kind: 'line', line: first + 1, text: text.trim() })
  }
  return blocks
}

function chunksOf(line: string): Chunk[] {
  const chunks: Chunk[] = []
  let from = -1
  let to = 0
  let last = ''
  const flush = (): void => {
    if (from < 0) return
    const text = line.slice(from, to).replace(/(?<=\d) (?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff]) (?=\d)/g, '')
    chunks.push({ text, start: from, end: to })
    from = -1
  }
  for (const { 0: word, index } of line.matchAll(/\S+/g)) {
    if (from >= 0 && (index - to > 1 || standsAlone(last) || standsAlone(word))) flush()
    if (from < 0) from = index
    to = index + word.length
    last = word
  }
  flush()
  return chunks
}

/** A word that is a cell of its own even behind one blank: an amount, a target, a code of accounts, a word of a form. */
function standsAlone(word: string): boolean {
  return /^\d[\d,]*\.\d+%?$|^[≥≤＞＜<>=]|^\d{3}(\d{2}){0,2}$/.test(word) || (/[\u4e00-\u9fff]/.test(word) && isFormWord(key(word)))
}

/**
 * False for the rest of a row above or below, and for the words of a form, whose merged cells stand in any of their lines: then places tell nothing,
 * and the lines are read by their words.
 */
function isWhole({ cells }: ColumnRow): boolean {
  if (cells.some((text) => isFormWord(key(text)))) return false
  return cells[0] !== '' || cells.some((text) => /\d/.test(text))
}

function inTable(chunks: readonly Chunk[], begun: boolean): boolean {
  return chunks.length >= 2 || (begun && chunks.length === 1 && chunks[0]!.start >= 2)
}

/**
 * Such converters count a Chinese character as one column while it took two: the room left is the gap less the characters. A run as long as the
 * longest of its column, among several, is full too.
 */
function isFull(line: readonly Chunk[], at: number, region: readonly (readonly Chunk[])[]): boolean {
  const chunk = line[at]!
  const next = line[at + 1]
  if (next === undefined || next.start - chunk.end - wideIn(chunk.text) <= 3) return true
  const beside = region.flatMap((each) => each.filter((other) => other.start === chunk.start))
  return beside.length > 3 && wideIn(chunk.text) >= 5 && beside.every((other) => wideIn(other.text) <= wideIn(chunk.text))
}

function wideIn(text: string): number {
  return text.replace(/[\u0000-\u00ff]/g, '').length
}

/** How long, in half widths, lines are where the page broke them: the longest, if enough lines are as long. Null when none were broken. */
function wrapWidth(lines: readonly string[]): number | null {
  const widths = lines.map((line) => (line.includes('\t') ? 0 : widthOf(line.trim())))
  const longest = widths.reduce((most, width) => Math.max(most, width), 0)
  if (longest < 50 || longest > 140) return null
  const full = widths.filter((width) => width >= longest - 4).length
  const long = widths.filter((width) => width > longest / 2).length
  return full >= 4 && full * 4 >= long ? longest : null
}

function goesOn(line: string, next: string, width: number): boolean {
  const text = next.trim()
  return text !== '' && widthOf(line.trim()) >= width - 4 && !beginsAnew(text) && !/^[一二三四五六七八九十]{1,3}、/.test(text)
}

function widthOf(text: string): number {
  let width = 0
  for (let i = 0; i < text.length; i++) width += text.charCodeAt(i) > 0xff ? 2 : 1
  return width
}
