import type { SourceBlock } from '../../../../rules/disclosure/read/source-block.ts'
import { isFormWord } from '../../../../rules/disclosure/read/form-words.ts'
import { key } from '../../../../rules/disclosure/read/plain-words.ts'
import { type Chunk, type ColumnRow, columnRows } from './column-rows.ts'
import { beginsAnew } from './pdf-text.ts'

/** A gap as wide as this is never typed between words: the text was laid out in columns. */
const COLUMN_GAP = 4

/**
 * Lines of a text that was printed from pages (as PDF converters write it): lines broken at the page's width are joined again, also over the page's end,
 * and lines with columns become rows. Null when the text is none: no line is broken, nothing is laid out, and no page ends.
 */
export function pageTextBlocks(source: readonly string[]): SourceBlock[] | null {
  const lines = source.map((line) => line.replaceAll('\f', ''))
  const chunks = lines.map(chunksOf)
  const width = wrapWidth(lines.filter((_, index) => chunks[index]!.length === 1))
  const apart = (line: readonly Chunk[]): boolean => line.some((chunk, index) => index > 0 && chunk.start - line[index - 1]!.end >= COLUMN_GAP)
  const laidOut = chunks.filter((line) => line.length >= 3 && apart(line)).length >= 3
  if (width === null && !laidOut && !source.some((line) => line.includes('\f'))) return null
  const blocks: SourceBlock[] = []
  let table = 0
  for (let at = 0; at < lines.length; ) {
    let end = at
    if (laidOut) while (end < lines.length && inTable(chunks[end]!, end > at)) end++
    if (end - at >= 2) {
      for (const block of regionBlocks(chunks.slice(at, end), at + 1, ++table)) blocks.push(block)
      at = end
    } else {
      const { text, end: next, open } = paragraphAt(lines, at, width)
      if (text !== '') blocks.push({ kind: 'line', line: at + 1, text: closedUp(text), printed: true, ...(open && { open }) })
      at = next
    }
  }
  return blocks
}

/** A table's rows where its columns stand as they were set and every row is whole; else its printed lines, which are read by their words. */
function regionBlocks(region: readonly (readonly Chunk[])[], line: number, table: number): SourceBlock[] {
  const rows = columnRows(region, 1, (at, chunk) => isFull(region[at]!, chunk, region))
  if (rows.length >= 3 && rows.every(isWhole) && isLeftSet(region))
    return rows.map(
      ({ cells, first }): SourceBlock => ({ kind: 'row', table, line: line + first, cells: cells.map((text) => ({ text, line: line + first })) }),
    )
  const printed = (texts: readonly string[], at: number): SourceBlock => ({
    kind: 'line',
    line: line + at,
    text: texts.filter((text) => text !== '').join('\t'),
    printed: true,
  })
  // Lines put together are whole only where no line is left over.
  if (isLeftSet(region) && rows.every(({ cells }) => hasPartner(cells))) return rows.map(({ cells, first }) => printed(cells, first))
  return region.map((chunks, at) =>
    printed(
      chunks.map(({ text }) => text),
      at,
    ),
  )
}

/** True when the lines below one another begin alike: set to the left, not to the middle. */
function isLeftSet(region: readonly (readonly Chunk[])[]): boolean {
  let alike = 0
  let apart = 0
  region.forEach((line, at) => {
    for (const chunk of at === 0 ? [] : line)
      for (const above of region[at - 1]!) {
        if (above.end <= chunk.start || above.start >= chunk.end) continue
        if (Math.abs(above.start - chunk.start) <= 1) alike++
        else apart++
      }
  })
  return apart * 5 < alike
}

function hasPartner(cells: readonly string[]): boolean {
  const filled = cells.filter((text) => text !== '')
  return filled.length > 1 || filled.every((text) => isFormWord(key(text)))
}

/** False for the rest of a row above or below, and for the words of a form, whose merged cells stand in any of their lines: then places tell nothing. */
function isWhole({ cells }: ColumnRow): boolean {
  if (cells.some((text) => isFormWord(key(text)))) return false
  return cells[0] !== '' && cells.filter((text) => text !== '').length > 1
}

/** The paragraph that begins on a line; `open` when it cannot be told whether it goes on. Behind a page's number it goes on overleaf. */
function paragraphAt(
  lines: readonly string[],
  at: number,
  width: number | null,
): { readonly text: string; readonly end: number; readonly open: boolean } {
  let text = lines[at]!.trim()
  let end = at + 1
  for (let last = at; text !== ''; ) {
    const long = widthOf(lines[last]!.trim())
    let next = end
    while (next < lines.length && (lines[next]!.trim() === '' || isPageNumber(lines[next]!))) next++
    const overleaf = lines.slice(end, next).some(isPageNumber)
    if (next >= lines.length || (next > end && !overleaf) || chunksOf(lines[next]!).length > 1 || chunksOf(lines[last]!).length > 1) break
    // A sign that closes something cannot begin a line.
    if (next < lines.length && /^[，。；：、）】》”]/.test(lines[next]!.trim())) {
      text += lines[next]!.trim()
      last = next
      end = next + 1
      continue
    }
    if (begins(lines[next]!) || long < (width ?? 50) - 4) break
    if (width !== null && overleaf && /[。；：！]$/.test(text)) return { text, end, open: true }
    if (width === null) return { text, end, open: !/[。；：！]$/.test(text) }
    text += lines[next]!.trim()
    last = next
    end = next + 1
  }
  return { text, end, open: false }
}

function isPageNumber(line: string): boolean {
  return /^[-—–－\s]*\d{1,4}[-—–－\s]*$|^第\s*\d{1,4}\s*页(\s*[,，/]?\s*共\s*\d{1,4}\s*页)?$/.test(line.trim()) && /[-—–－页]/.test(line)
}

function begins(line: string): boolean {
  const text = line.trim()
  return beginsAnew(text) || /^[一二三四五六七八九十]{1,3}、/.test(text) || isFormWord(key(text))
}

/** Converters write a blank where a typesetter left a little room between Chinese and figures. */
function closedUp(text: string): string {
  return text.replace(/(?<=\d) (?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff]) (?=\d)| {2}(?=[，。；：、（【《“])|(?<=[，。；：、）】》”]) {2}/g, '')
}

function chunksOf(line: string): Chunk[] {
  const chunks: Chunk[] = []
  let from = -1
  let to = 0
  let last = ''
  const flush = (): void => {
    if (from < 0) return
    chunks.push({ text: closedUp(line.slice(from, to)), start: from, end: to })
    from = -1
  }
  // A line as long as a page's, with no more than the room of a sign of punctuation in it, is one text.
  const prose = widthOf(line.trim()) >= 50 && !/\s{3}/.test(line.trim())
  for (const { 0: word, index } of line.matchAll(/\S+/g)) {
    const sign = prose && (/[，。；：、）】》”]$/.test(last) || /^[，。；：、（【《“]/.test(word))
    if (from >= 0 && !sign && (index - to > 1 || standsAlone(last) || standsAlone(word))) flush()
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

/** How long, in half widths, lines are where the page broke them: the longest but for a few, if enough lines are as long. Null when none were broken. */
function wrapWidth(lines: readonly string[]): number | null {
  const widths = lines.map((line) => (line.includes('\t') ? 0 : widthOf(line.trim()))).filter((width) => width <= 140)
  widths.sort((a, b) => b - a)
  for (const longest of new Set(widths.slice(0, 4))) {
    if (longest < 50) return null
    const full = widths.filter((width) => width >= longest - 4 && width <= longest).length
    const long = widths.filter((width) => width > longest / 2).length
    if (full >= 4 && full * 4 >= long) return longest
  }
  return null
}

function widthOf(text: string): number {
  let width = 0
  for (let i = 0; i < text.length; i++) width += text.charCodeAt(i) > 0xff ? 2 : 1
  return width
}
