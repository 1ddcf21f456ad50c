import type { BudgetDocument, PrintedTable } from './budget-document.ts'
import type { BlockCell, DisclosureBlock, TableBlock } from './disclosure-block.ts'
import { emptyStatement, isAmountColumn } from './public-tables.ts'

/** The tables as they are kept, each under its name; an empty public table is listed with the statement that there is nothing in it. */
export function composeTables({ tables, document }: BudgetDocument): DisclosureBlock[] {
  return tables.flatMap((table, index): DisclosureBlock[] => {
    if (table.head.length + table.rows.length === 0) return []
    const statement = table.rows.length === 0 ? emptyStatement(table, document) : null
    return [blockOf(table, `table-${index + 1}`), ...(statement === null ? [] : [{ kind: 'paragraph', text: statement } as const])]
  })
}

function blockOf(table: PrintedTable, name: string): TableBlock {
  const all = [...table.head, ...table.rows]
  const columns = Math.max(...all.map((row) => row.length))
  const rows = all.map((row, at) => {
    const head = at < table.head.length
    const cells = row.map((text, column): BlockCell => {
      if (head) return { text, head, align: 'center' }
      return { text, align: isFigure(text) || isAmountColumn(table, column) ? 'right' : 'left' }
    })
    const last = cells.at(-1)
    // A row with fewer cells than the widest: its last cell takes the rest, so that the number of cells stays what it is.
    return last && cells.length < columns ? [...cells.slice(0, -1), { ...last, columns: columns - cells.length + 1 }] : cells
  })
  return {
    kind: 'table',
    name,
    caption: table.title ?? '',
    captionPrinted: table.title !== null,
    unit: table.unit,
    widths: widthsOf(all, columns),
    headRows: table.head.length,
    rows,
  }
}

const isFigure = (text: string): boolean => /^-?[\d,]*\.\d+$/.test(text)

/** As wide as the longest text in them, within bounds. */
function widthsOf(rows: readonly (readonly string[])[], columns: number): number[] {
  return Array.from({ length: columns }, (_, at) =>
    Math.min(14, Math.max(4, ...rows.filter((row) => row.length === columns).map((row) => Math.min(row[at]!.length, 14)))),
  )
}
