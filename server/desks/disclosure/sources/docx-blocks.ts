import type { SourceBlock, SourceCell } from '../../../../rules/disclosure/read/source-block.ts'
import { accepted, refused, type Result } from '../../../../rules/refusal.ts'
import { type DocxMarks, docxMarks, MARK } from './docx-marks.ts'
import type { Zip } from './zip.ts'

/**
 * Lines and tables of a Word document. Lines are counted on as printed: one for each paragraph (a soft line break begins a new one) and one for
 * each table row.
 */
export function docxBlocks(zip: Zip): Result<SourceBlock[]> {
  const file = zip.read('word/document.xml')
  if (!file.ok) return file
  if (!file.value?.includes('</')) return refused('source-damaged')
  return accepted(blocksOf(docxMarks(file.value)))
}

type Cell = { -readonly [name in keyof SourceCell]: SourceCell[name] }

/** One table being read; tables nest. */
interface OpenTable {
  readonly id: number
  cells: Cell[]
  text: string
  paragraphs: number
  span: number
  covered: boolean
  inCell: boolean
}

interface Page {
  readonly blocks: SourceBlock[]
  readonly stack: OpenTable[]
  line: number
  tables: number
}

function blocksOf({ marks, paragraphs }: DocxMarks): SourceBlock[] {
  const page: Page = { blocks: [], stack: [], line: 0, tables: 0 }
  let table: OpenTable | undefined
  let next = 0
  for (let at = 0; at < marks.length; at++) {
    const mark = marks[at]!
    if (mark === MARK.paragraph || mark === MARK.partedParagraph) {
      const text = paragraphs[next++]!
      if (table?.inCell) addToCell(table, text)
      else if (mark === MARK.paragraph || text !== '') addLines(page, text)
    } else if (mark === MARK.table) {
      table = { id: ++page.tables, cells: [], text: '', paragraphs: 0, span: 1, covered: false, inCell: false }
      page.stack.push(table)
    } else if (mark === MARK.tableEnd) {
      page.stack.pop()
      table = page.stack.at(-1)
    } else {
      // What a mark with a number tells, stands behind it.
      const columns = mark === MARK.gridBefore || mark === MARK.gridSpan ? marks[++at]! : 0
      if (table) takeMark(page, table, mark, columns)
    }
  }
  return page.blocks
}

function takeMark(page: Page, table: OpenTable, mark: number, columns: number): void {
  switch (mark) {
    case MARK.cell:
      table.text = ''
      table.paragraphs = 0
      table.span = 1
      table.covered = false
      table.inCell = true
      return
    case MARK.cellEnd:
      if (table.inCell) endCell(table)
      return
    case MARK.row:
      table.cells = []
      return
    case MARK.rowEnd:
      endRow(page, table)
      return
    case MARK.gridBefore:
      table.cells.push({ text: '', line: 0, span: columns, covered: true })
      return
    case MARK.gridSpan:
      table.span = columns
      return
    default:
      table.covered = mark === MARK.mergeContinued
  }
}

function endCell(table: OpenTable): void {
  const cell: Cell = { text: table.covered ? '' : table.text, line: 0 }
  if (table.span > 1) cell.span = table.span
  if (table.covered) cell.covered = true
  table.cells.push(cell)
  table.inCell = false
}

function endRow(page: Page, table: OpenTable): void {
  const line = ++page.line
  for (const cell of table.cells) cell.line = line
  if (table.cells.length > 0) page.blocks.push({ kind: 'row', table: table.id, line, cells: table.cells })
  table.cells = []
}

function addToCell(table: OpenTable, text: string): void {
  if (table.paragraphs++ > 0) table.text += '\n'
  table.text = table.text === '' ? text : table.text + text
}

function addLines(page: Page, text: string): void {
  for (const line of text.includes('\n') ? text.split('\n') : [text]) {
    page.line++
    if (line.trim() !== '') page.blocks.push({ kind: 'line', line: page.line, text: line })
  }
}
