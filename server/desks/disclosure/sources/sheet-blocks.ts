import type { SourceBlock, SourceCell } from '../../../../rules/disclosure/read/source-block.ts'
import { accepted, refused, type Result } from '../../../../rules/refusal.ts'
import { cellStyles, type CellStyle, PLAIN_STYLE, shownValue } from './sheet-values.ts'
import { attribute, elements, withoutPrefix, xmlText } from './xml-text.ts'
import type { Zip } from './zip.ts'

const GREATEST_COLUMNS = 256

/** Rows of a spreadsheet, sheet after sheet. A line is a sheet row, counted on over the sheets. Two empty rows part tables. Hidden sheets and rows are not read. */
export function sheetBlocks(zip: Zip): Result<SourceBlock[]> {
  const text = (name: string): Result<string> => {
    const file = zip.read(name)
    return file.ok ? accepted(withoutPrefix(file.value?.toString('utf8') ?? '')) : file
  }
  const book = text('xl/workbook.xml')
  const links = text('xl/_rels/workbook.xml.rels')
  const strings = text('xl/sharedStrings.xml')
  const styles = text('xl/styles.xml')
  for (const part of [book, links, strings, styles]) if (!part.ok) return part
  if (!book.ok || !links.ok || !strings.ok || !styles.ok || book.value === '') return refused('source-damaged')
  const shared = sharedStrings(strings.value)
  const kinds = cellStyles(styles.value)
  const blocks: SourceBlock[] = []
  let offset = 0
  let tables = 0
  for (const path of sheetPaths(book.value, links.value)) {
    const sheet = text(path)
    if (!sheet.ok) return sheet
    const read = readSheet(sheet.value, shared, kinds, offset, tables)
    for (const block of read.blocks) blocks.push(block)
    offset += read.rows
    tables = read.tables
  }
  return accepted(blocks)
}

function sheetPaths(book: string, links: string): string[] {
  const targets = new Map<string, string>()
  for (const { tag } of elements(links, 'Relationship')) {
    const id = attribute(tag, 'Id')
    const target = attribute(tag, 'Target')
    if (id !== null && target !== null) targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`)
  }
  const paths: string[] = []
  for (const { tag } of elements(book, 'sheet')) {
    if (attribute(tag, 'state') !== null && attribute(tag, 'state') !== 'visible') continue
    const path = targets.get(attribute(tag, 'r:id') ?? '')
    if (path !== undefined) paths.push(path)
  }
  return paths
}

function sharedStrings(xml: string): string[] {
  const strings: string[] = []
  for (const { body } of elements(xml, 'si')) strings.push(richText(body))
  return strings
}

/** Text of a string item: its runs joined, phonetic guides left out. */
function richText(xml: string): string {
  let plain = xml
  for (const guide of elements(xml, 'rPh')) plain = plain.replace(guide.body, '')
  let text = ''
  for (const { body } of elements(plain, 't')) text += xmlText(body)
  return text.replace(/_x000D_/g, '').replace(/\r\n?/g, '\n')
}

/** A merged range as its first cell has it, or as a cell below that one has it: by the range's first column. */
type Merge = { readonly columns: number } | { readonly under: number }

interface SheetRow {
  readonly number: number
  readonly texts: Map<number, string>
}

function readSheet(
  xml: string,
  shared: readonly string[],
  kinds: readonly CellStyle[],
  offset: number,
  tablesBefore: number,
): { blocks: SourceBlock[]; rows: number; tables: number } {
  const rows = sheetRows(xml, shared, kinds)
  const merges = mergesOf(xml)
  const blocks: SourceBlock[] = []
  let table = tablesBefore
  for (const group of parted(rows.filter((row) => row.texts.size > 0))) {
    // A table is as wide as its own cells, not as the sheet; what is one column wide is prose.
    let [first, last] = [GREATEST_COLUMNS, -1]
    for (const row of group) for (const column of row.texts.keys()) [first, last] = [Math.min(first, column), Math.max(last, column)]
    if (first === last) {
      for (const row of group) for (const text of row.texts.get(first)!.split('\n')) blocks.push({ kind: 'line', line: offset + row.number, text })
      continue
    }
    table++
    for (const row of group) blocks.push({ kind: 'row', table, line: offset + row.number, cells: cellsOf(row, first, last, merges, offset) })
  }
  return { blocks, rows: rows.at(-1)?.number ?? 0, tables: table }
}

/** Rows in groups, two empty rows between them. */
function parted(rows: readonly SheetRow[]): SheetRow[][] {
  const groups: SheetRow[][] = []
  let previous = Number.NEGATIVE_INFINITY
  for (const row of rows) {
    if (row.number > previous + 2) groups.push([])
    groups.at(-1)!.push(row)
    previous = row.number
  }
  return groups
}

function cellsOf(row: SheetRow, first: number, last: number, merges: ReadonlyMap<string, Merge>, offset: number): SourceCell[] {
  const cells: SourceCell[] = []
  const line = offset + row.number
  for (let column = first; column <= last; ) {
    const merge = merges.get(`${row.number}:${column}`)
    if (merge && 'under' in merge) {
      let span = 1
      const sameRange = (at: number): boolean => {
        const other = merges.get(`${row.number}:${at}`)
        return other !== undefined && 'under' in other && other.under === merge.under
      }
      while (column + span <= last && sameRange(column + span)) span++
      cells.push({ text: '', line, covered: true, ...(span > 1 ? { span } : {}) })
      column += span
      continue
    }
    const span = Math.min(merge?.columns ?? 1, last - column + 1)
    cells.push({ text: row.texts.get(column) ?? '', line, ...(span > 1 ? { span } : {}) })
    column += span
  }
  return cells
}

function sheetRows(xml: string, shared: readonly string[], kinds: readonly CellStyle[]): SheetRow[] {
  const rows: SheetRow[] = []
  let number = 0
  for (const { tag, body } of elements(xml, 'row')) {
    number = Number(attribute(tag, 'r') ?? number + 1)
    if (!Number.isInteger(number) || number < 1 || attribute(tag, 'hidden') === '1') continue
    rows.push({ number, texts: cellTexts(body, shared, kinds) })
  }
  return rows
}

function cellTexts(xml: string, shared: readonly string[], kinds: readonly CellStyle[]): Map<number, string> {
  const texts = new Map<number, string>()
  let column = -1
  for (const { tag, body } of elements(xml, 'c')) {
    const place = attribute(tag, 'r')
    column = place === null ? column + 1 : columnOf(place)
    const type = attribute(tag, 't')
    const value = xmlText(elements(body, 'v').next().value?.body ?? '')
    let text = ''
    if (type === 's') text = shared[Number(value)] ?? ''
    else if (type === 'inlineStr') text = richText(body)
    else if (type === 'b') text = value === '1' ? '是' : '否'
    else if (type === 'str' || type === 'e') text = value
    else if (value !== '') text = shownValue(value, kinds[Number(attribute(tag, 's') ?? 0)] ?? PLAIN_STYLE)
    if (text.trim() !== '' && column < GREATEST_COLUMNS) texts.set(column, text)
  }
  return texts
}

function columnOf(place: string): number {
  let column = 0
  for (const char of place) {
    const code = char.charCodeAt(0)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column - 1
}

/** Merged ranges by their first cell, and every cell of their lower rows; the cells to the right of the first are within its span. */
function mergesOf(xml: string): Map<string, Merge> {
  const merges = new Map<string, Merge>()
  for (const { tag } of elements(xml, 'mergeCell')) {
    const range = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(attribute(tag, 'ref') ?? '')
    if (!range) continue
    const [left, top, right, bottom] = [columnOf(range[1]!), Number(range[2]), columnOf(range[3]!), Number(range[4])]
    merges.set(`${top}:${left}`, { columns: right - left + 1 })
    if ((bottom - top) * (right - left + 1) > 20_000) continue
    for (let row = top + 1; row <= bottom; row++) for (let column = left; column <= right; column++) merges.set(`${row}:${column}`, { under: left })
  }
  return merges
}
