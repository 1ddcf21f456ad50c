import type { SourceCell } from '../../../../rules/disclosure/read/source-block.ts'

/** Cells under a vertical merge get a place of their own in their row, so that every row begins at the first column. */
export interface GridCell {
  readonly text: string
  readonly columns: number
  readonly rows: number
}

/** Turns rows in which merged cells are told once (HTML's rowspan) into rows with every place filled. */
export function gridRows(rows: readonly (readonly GridCell[])[]): SourceCell[][] {
  const below = new Map<number, { rows: number; columns: number }>()
  return rows.map((cells) => {
    const out: SourceCell[] = []
    let column = 0
    const skipCovered = (): void => {
      for (let cover = below.get(column); cover && cover.rows > 0; cover = below.get(column)) {
        out.push({ text: '', line: 0, covered: true, ...(cover.columns > 1 ? { span: cover.columns } : {}) })
        cover.rows--
        column += cover.columns
      }
    }
    skipCovered()
    for (const cell of cells) {
      out.push({ text: cell.text, line: 0, ...(cell.columns > 1 ? { span: cell.columns } : {}) })
      if (cell.rows > 1) below.set(column, { rows: cell.rows - 1, columns: cell.columns })
      column += cell.columns
      skipCovered()
    }
    return out
  })
}
