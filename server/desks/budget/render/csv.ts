import { stringify } from 'csv-stringify/sync'
import type { DisclosureBlock, TableBlock } from '../../../../rules/budget/disclosure-block.ts'
import { filledRows } from '../../../../rules/budget/read-composed.ts'
import { harmlessCell } from '../../../platform/harmless-cell.ts'

/** Spreadsheet programs take UTF-8 for what it is only behind this mark. */
const MARK = '\uFEFF'

/** One table as CSV (RFC 4180): every grid place has a field, empty where a cell above or to the left reaches over it. */
export const tableCsv = (table: TableBlock): string => MARK + stringify(tableRecords(table), { record_delimiter: '\r\n' })

/** The whole document as one CSV file: a paragraph is a record with one field; a table stands between empty lines, its name above it. */
export function documentCsv(blocks: readonly DisclosureBlock[]): string {
  const records = blocks.flatMap((block): string[][] => {
    if (block.kind !== 'table') return [[harmlessCell(block.text)]]
    const above = [...(block.captionPrinted ? [[block.caption]] : []), ...(block.unit === null ? [] : [[`单位：${block.unit}`]])]
    return [...above, [], ...tableRecords(block), []]
  })
  return MARK + records.map((record) => (record.length === 0 ? '\r\n' : stringify([record], { record_delimiter: '\r\n' }))).join('')
}

/** Rows of text, each with one place for each grid column. */
function tableRecords(table: TableBlock): string[][] {
  return filledRows(table).map((cells) => cells.flatMap(({ text, span = 1 }) => [harmlessCell(text), ...Array<string>(span - 1).fill('')]))
}
