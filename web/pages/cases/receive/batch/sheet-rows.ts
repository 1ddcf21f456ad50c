import { matchHeader, type SheetCells, type SheetColumn } from '../../../../../contract/receipt-sheet.ts'
import type { TextRow } from './delimited-text.ts'

export interface SheetRow {
  readonly line: number
  readonly cells: SheetCells
}

export interface FoundRows {
  readonly rows: readonly SheetRow[]
  /** What the clerk should know of the sheet as a whole. */
  readonly notes: readonly string[]
}

/** Heads stand within so many rows from the top; above them there may be a title. */
const headWithin = 5
const most = 1000

/** The rows of the tables under their heads, whatever the order of the columns. A table without heads is told of, never guessed at. */
export function sheetRows(columns: readonly SheetColumn[], tables: readonly (readonly TextRow[])[]): FoundRows {
  const rows: SheetRow[] = []
  const notes: string[] = []
  for (const table of tables) {
    const at = table.slice(0, headWithin).findIndex(({ cells }) => matchHeader(columns, cells).places.filter(Boolean).length >= 2)
    if (at < 0) {
      if (table.length > 0)
        notes.push(`第 ${table[0]!.line} 行起的表格没有找到表头，没有读。表头要和空白表一样，例如“${columns[0]?.title}”“${columns[1]?.title}”。`)
      continue
    }
    const { places, unknown, missing } = matchHeader(columns, table[at]!.cells)
    if (unknown.length > 0) notes.push(`这些列用不上，没有读：${unknown.join('、')}。`)
    if (missing.length > 0) notes.push(`表里没有这些必填的列，请在下面逐行补上：${missing.join('、')}。`)
    for (const { line, cells } of table.slice(at + 1)) {
      const placed = places.flatMap((id, n) => (id === undefined || !cells[n]?.trim() ? [] : [[id, cells[n]] as const]))
      if (placed.length > 0) rows.push({ line, cells: Object.fromEntries(placed) })
    }
  }
  if (rows.length > most) notes.push(`一次至多收 ${most} 件，后面 ${rows.length - most} 行没有读，请分成几张表。`)
  if (rows.length === 0 && notes.length === 0) notes.push('表里没有申请人。')
  return { rows: rows.slice(0, most), notes }
}
