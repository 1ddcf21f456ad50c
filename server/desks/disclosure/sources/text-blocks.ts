import type { SourceBlock, SourceCell } from '../../../../rules/disclosure/read/source-block.ts'
import { pageTextBlocks } from './page-text.ts'

/**
 * Lines and tables of a plain text. Two ways of writing a row are told apart for the whole text:
 * one cell a line, each behind one tab, an empty line ending the row (as Word tables come out of some converters);
 * or one row a line, cells parted by tabs or by pipes. A text printed from pages is put together again. Lines are numbered as in the file.
 */
export function textBlocks(text: string): SourceBlock[] {
  const lines = text.includes('\r') ? text.split(/\r\n|\n|\r/) : text.split('\n')
  if (isStacked(lines)) return stackedBlocks(lines)
  if (text.includes('\t') || text.includes('|')) return flatBlocks(lines)
  return pageTextBlocks(lines) ?? flatBlocks(lines)
}

function isStacked(lines: readonly string[]): boolean {
  let single = 0
  let inner = 0
  for (const line of lines) {
    const at = line.indexOf('\t')
    if (at < 0) continue
    if (at === 0 && line.indexOf('\t', 1) < 0) single++
    else inner++
  }
  return single > inner
}

function stackedBlocks(lines: readonly string[]): SourceBlock[] {
  const blocks: SourceBlock[] = []
  let cells: { text: string; line: number; lines?: number[] }[] = []
  let table = 0
  let blanks = 2
  const endRow = (): void => {
    if (cells.length > 0) blocks.push({ kind: 'row', table, line: cells[0]!.line, cells })
    cells = []
  }
  lines.forEach((text, index) => {
    const line = index + 1
    if (text.startsWith('\t')) {
      if (cells.length === 0 && blanks >= 2) table++
      if (text.indexOf('\t', 1) < 0) cells.push({ text: text.slice(1), line })
      else for (const part of text.slice(1).split('\t')) cells.push({ text: part, line })
      blanks = 0
    } else if (text.trim() === '') {
      endRow()
      blanks++
    } else if (cells.length > 0) {
      const last = cells.at(-1)!
      last.lines ??= [last.line]
      last.lines.push(line)
      last.text += `\n${text}`
    } else {
      blanks = 2
      blocks.push({ kind: 'line', line, text })
    }
  })
  endRow()
  return blocks
}

function flatBlocks(lines: readonly string[]): SourceBlock[] {
  const blocks: SourceBlock[] = []
  let table = 0
  let inTable = false
  lines.forEach((text, index) => {
    const line = index + 1
    const cells = rowCells(text, line)
    if (cells) {
      if (!inTable) table++
      inTable = true
      if (cells.length > 0) blocks.push({ kind: 'row', table, line, cells })
      return
    }
    inTable = false
    // A Markdown heading says the same without its marks.
    if (text.trim() !== '') blocks.push({ kind: 'line', line, text: text.replace(/^#{1,6} /, '') })
  })
  return blocks
}

/** The cells of a row written on one line, null for prose; an empty list for a ruling line of a piped table. */
function rowCells(text: string, line: number): SourceCell[] | null {
  if (text.includes('\t')) return text.split('\t').map((part) => ({ text: part, line }))
  const pipes = text.replace(/[│｜┃┆]/g, '|')
  if (!pipes.includes('|')) return null
  if (/^[\s|:+\-=─━]+$/.test(pipes) && /[-─━=]/.test(pipes)) return []
  const parts = pipes.trim().split('|')
  if (parts.length < 3 && !pipes.trim().startsWith('|')) return parts.length === 2 ? parts.map((part) => ({ text: part, line })) : null
  if (parts[0]!.trim() === '' && pipes.trim().startsWith('|')) parts.shift()
  if (parts.at(-1)!.trim() === '' && pipes.trim().endsWith('|')) parts.pop()
  return parts.map((part) => ({ text: part.trim(), line }))
}
