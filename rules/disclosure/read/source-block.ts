/**
 * What any source file is turned into before it is read: lines of text and rows of cells, in the order of the page.
 * A line number is the file's own line for text files; elsewhere it is counted on, one for each paragraph and one for each table row.
 */
export interface SourceLine {
  readonly kind: 'line'
  readonly line: number
  readonly text: string
  /** True for a line of a text that was taken from printed pages: it may be the half of a cell. */
  readonly printed?: boolean
  /** True where it cannot be told whether the next line goes on with it. */
  readonly open?: boolean
}
export interface SourceCell {
  readonly text: string
  readonly line: number
  /** The line of each text line of the cell, where they differ (text files with one cell a line). */
  readonly lines?: readonly number[]
  /** Grid columns taken, 1 when unsaid. */
  readonly span?: number
  /** True when the cell is the lower part of one that began in a row above (a vertical merge). */
  readonly covered?: boolean
  /** What may be this cell's text, or another's: it is seen, but no value is taken from it. */
  readonly unsure?: string
}
export interface SourceRow {
  readonly kind: 'row'
  /** Rows of one table share the number. */
  readonly table: number
  readonly line: number
  readonly cells: readonly SourceCell[]
  /** True for a row of a page without ruled lines: over which rows a cell is merged is not drawn. */
  readonly bare?: boolean
}
export type SourceBlock = SourceLine | SourceRow
