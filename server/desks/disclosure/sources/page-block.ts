import type { SourceCell } from '../../../../rules/disclosure/read/source-block.ts'

export interface PageLine {
  readonly kind: 'line'
  readonly text: string
  /** True when its first line begins at the edge of the text, and when its last one fills the page's width. */
  readonly flush: boolean
  readonly full: boolean
  readonly y: number
}
/** A table row. `table` counts within the page, `edges` are the table's column lines, `full` says of each cell whether its last line fills it. */
export interface PageRow {
  readonly kind: 'row'
  readonly table: number
  readonly edges: readonly number[]
  /** True for a row without ruled lines that stands in the columns of the page before. */
  readonly goesOn?: boolean
  readonly cells: readonly SourceCell[]
  readonly full: readonly boolean[]
  /** True for a row without ruled lines at the head of a page that may be the rest of the last one overleaf. */
  readonly rest?: boolean
  readonly y: number
}
/** The rest of the page before's last row, which the page's end cut: what each of its cells goes on with. */
export interface PageRest {
  readonly kind: 'rest'
  readonly texts: readonly string[]
  readonly y: number
}
/** A block of one page before lines are counted. */
export type PageBlock = PageLine | PageRow | PageRest

/** The column lines of a table without ruled lines. */
export const NO_EDGES: readonly number[] = []
