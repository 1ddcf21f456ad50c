import exceljs from 'exceljs'
import type { BlockCell, DisclosureBlock, TableBlock } from '../../../../rules/budget/disclosure-block.ts'

const FONT = '宋体'
const LINE = { style: 'thin', color: { argb: 'FF6B7280' } } as const
const BORDER = { top: LINE, left: LINE, bottom: LINE, right: LINE }
/** Widths of a sheet's columns add up to so many characters, so that it prints on one page across. */
const ACROSS = 96
/** One column cannot be parted into pages, nor is it made smaller by every program: the text fits the page as it is. */
const TEXT_ACROSS = 76
const MARGINS = { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 }

/** A workbook: the text on the first sheet, then one sheet for each table under its own name. Amounts are numbers in the format they are printed in; codes stay text. */
export async function xlsxFile(blocks: readonly DisclosureBlock[], title: string): Promise<Uint8Array> {
  const book = new exceljs.Workbook()
  book.title = title
  const text = book.addWorksheet('说明', { pageSetup: { paperSize: 9, fitToPage: true, fitToHeight: 0, margins: MARGINS } })
  text.getColumn(1).width = TEXT_ACROSS
  const used = new Set(['说明'])
  // The projects' sheets come last: a reader that is within a form takes what follows for its rows.
  const forms: TableBlock[] = []
  blocks.forEach((block, at) => {
    const before = blocks[at - 1]
    if (block.kind === 'table') {
      if (before !== undefined && namesTable(before, block)) forms.push(block)
      else addTable(book, block, used)
    } else if (!namesTable(block, blocks[at + 1])) addText(text, block)
  })
  for (const form of forms) addTable(book, form, used)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** The heading that is the name of a project's form stands on the form's own sheet. */
const namesTable = (block: DisclosureBlock, next: DisclosureBlock | undefined): boolean =>
  block.kind === 'heading' && next?.kind === 'table' && next.caption === block.text

function addText(sheet: exceljs.Worksheet, block: Exclude<DisclosureBlock, TableBlock>): void {
  const cell = sheet.getCell(sheet.rowCount + 1, 1)
  cell.value = block.text
  const heading = block.kind !== 'paragraph'
  cell.font = { name: FONT, size: block.kind === 'title' ? 18 : heading ? 13 : 11, bold: heading }
  cell.alignment = { wrapText: true, vertical: 'middle', horizontal: block.kind === 'title' ? 'center' : 'left' }
  const lines = Math.ceil((block.text.length * (block.kind === 'title' ? 3.4 : 2.15)) / TEXT_ACROSS)
  sheet.getRow(sheet.rowCount).height = Math.max(1, lines) * (block.kind === 'title' ? 26 : 16) + 4
}

function addTable(book: exceljs.Workbook, table: TableBlock, used: Set<string>): void {
  const wide = table.widths.length > 7
  const sheet = book.addWorksheet(sheetName(table.caption, used), {
    pageSetup: { paperSize: 9, orientation: wide ? 'landscape' : 'portrait', fitToPage: true, fitToHeight: 0 },
  })
  const total = table.widths.reduce((sum, width) => sum + width, 0)
  table.widths.forEach((width, at) => {
    sheet.getColumn(at + 1).width = Math.max(9, ((wide ? 1.4 : 1) * ACROSS * width) / total)
  })
  let row = 1
  const own = table.captionPrinted || table.headRows === 0
  if (own) row = addAcross(sheet, row, table.widths.length, table.caption, 'center')
  if (table.unit !== null) row = addAcross(sheet, row, table.widths.length, `单位：${table.unit}`, 'right')
  const first = row
  const taken = new Set<string>()
  table.rows.forEach((cells, at) => {
    let column = 1
    for (const cell of cells) {
      while (taken.has(`${first + at}:${column}`)) column++
      place(sheet, cell, first + at, column, taken)
      column += cell.columns ?? 1
    }
    sheet.getRow(first + at).height = rowHeight(cells, table.widths, total)
  })
  if (table.headRows > 0) {
    sheet.views = [{ state: 'frozen', ySplit: first + table.headRows - 1 }]
    sheet.pageSetup.printTitlesRow = `${first}:${first + table.headRows - 1}`
  }
}

function addAcross(sheet: exceljs.Worksheet, row: number, columns: number, text: string, horizontal: 'center' | 'right'): number {
  const cell = sheet.getCell(row, 1)
  cell.value = text
  cell.font = { name: FONT, size: horizontal === 'center' ? 14 : 10, bold: horizontal === 'center' }
  cell.alignment = { horizontal, vertical: 'middle', wrapText: true }
  if (columns > 1) sheet.mergeCells(row, 1, row, columns)
  sheet.getRow(row).height = horizontal === 'center' ? 28 : 18
  return row + 1
}

function place(sheet: exceljs.Worksheet, cell: BlockCell, row: number, column: number, taken: Set<string>): void {
  const { text, columns = 1, rows = 1, head = false, align = 'left' } = cell
  for (let down = 0; down < rows; down++) for (let across = 0; across < columns; across++) taken.add(`${row + down}:${column + across}`)
  const at = sheet.getCell(row, column)
  const amount = align === 'right' ? amountOf(text) : null
  if (amount !== null) {
    at.value = amount
    at.numFmt = text
      .replace(/^-/, '')
      .replace(/^\d+/, '0')
      .replace(/(?<=\.)\d+/, (decimals) => '0'.repeat(decimals.length))
  } else if (text !== '') at.value = text
  at.font = { name: FONT, size: 10, bold: head }
  at.alignment = { wrapText: true, vertical: 'middle', horizontal: align }
  at.border = BORDER
  if (head) at.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEEF2F8' } }
  if (columns > 1 || rows > 1) sheet.mergeCells(row, column, row + rows - 1, column + columns - 1)
}

/** The number that these digits are, where a sheet gives them back as they stand. */
function amountOf(text: string): number | null {
  const found = /^-?(?:0|[1-9]\d{0,11})(?:\.(\d{1,6}))?$/.exec(text)
  return found && Number(text).toFixed(found[1]?.length ?? 0) === text ? Number(text) : null
}

/** High enough for the longest text of the row; a cell that reaches over several rows is left out. */
function rowHeight(cells: readonly BlockCell[], widths: readonly number[], total: number): number {
  const average = ACROSS / widths.length
  const lines = cells.map(({ text, columns = 1, rows = 1 }) => {
    const width = Math.max(9, columns === 1 ? Math.min(average, (ACROSS * Math.max(...widths)) / total) : average * columns)
    return rows > 1 ? 1 : Math.ceil((text.length * 2.1) / width)
  })
  return Math.min(400, Math.max(1, ...lines) * 14.5 + 5)
}

/** At most 31 characters, none of \ / ? * [ ] :, and no name twice. */
function sheetName(caption: string, used: Set<string>): string {
  const plain = caption.replace(/[\\/?*[\]:：]/g, '').replace(/^'+|'+$/g, '') || '表'
  let name = plain.slice(0, 31)
  for (let n = 2; used.has(name); n++) name = `${plain.slice(0, 31 - String(n).length - 1)}-${n}`
  used.add(name)
  return name
}
