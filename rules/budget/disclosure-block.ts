/**
 * The published document before it takes a format: headings, paragraphs and tables in the order of the page.
 * Every renderer (Word, PDF, web page, spreadsheet, open data) draws the same blocks, and the reader can be given them directly.
 */
export type BlockCell = {
  /** Lines are parted by \n. */
  readonly text: string
  readonly columns?: number
  readonly rows?: number
  readonly head?: boolean
  readonly align?: 'left' | 'center' | 'right'
}

export type TableBlock = {
  readonly kind: 'table'
  /** Stable name within the document, for addresses and sheets: `institutions`, `project-3`, `table-5`. */
  readonly name: string
  /** What it is called; printed above the table unless a heading just said it. */
  readonly caption: string
  readonly captionPrinted: boolean
  /** Money unit printed above the table at the right. */
  readonly unit: string | null
  /** Relative widths of the grid columns. */
  readonly widths: readonly number[]
  /** Leading rows that come again on each page. */
  readonly headRows: number
  /** Rows below a cell that spans rows leave that place out, as in HTML. */
  readonly rows: readonly (readonly BlockCell[])[]
}

export type DisclosureBlock =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | TableBlock

/** A chapter of a part: its heading without number, and what stands under it. A chapter with nothing under it is left out. */
export type Chapter = { readonly heading: string; readonly blocks: readonly DisclosureBlock[] }
