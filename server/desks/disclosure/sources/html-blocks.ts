import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import type { SourceBlock } from '../../../../rules/disclosure/read/source-block.ts'
import { type GridCell, gridRows } from './grid-rows.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

const UNSEEN = new Set(['script', 'style', 'template', 'head', 'noscript', 'svg', 'select', 'button', 'nav', 'iframe', 'object'])
const BLOCK = new Set(
  'p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd section article header footer main aside pre blockquote form fieldset caption figure figcaption address hr body center'.split(
    ' ',
  ),
)

/** Lines and tables of a web page. Lines are counted on as printed: one for each paragraph or line break, one for each table row. */
export function htmlBlocks(html: string): SourceBlock[] {
  const page: Page = { blocks: [], text: '', line: 0, tables: 0 }
  walk(parse(html), page)
  flush(page)
  return page.blocks
}

interface Page {
  readonly blocks: SourceBlock[]
  text: string
  line: number
  tables: number
  /** True where only the text between the tables is asked for. */
  readonly withoutTables?: boolean
}

function walk(node: DefaultTreeAdapterTypes.ParentNode, page: Page): void {
  for (const child of node.childNodes) {
    if (child.nodeName === '#text') page.text += (child as DefaultTreeAdapterTypes.TextNode).value.replace(/[\t\n\r ]+/g, ' ')
    if (!isElement(child) || isUnseen(child)) continue
    if (child.tagName === 'br') flush(page)
    else if (child.tagName === 'table') {
      flush(page)
      if (!page.withoutTables) table(child, page)
    } else if (BLOCK.has(child.tagName)) {
      flush(page)
      walk(child, page)
      flush(page)
    } else walk(child, page)
  }
}

function flush(page: Page): void {
  const text = page.text.trim()
  page.text = ''
  if (text === '') return
  page.blocks.push({ kind: 'line', line: ++page.line, text })
}

/** A table whose only use is to place other tables or long prose is gone through as if it were not there; tables within a real one come before its row. */
function table(element: Element, page: Page): void {
  const rows = rowsIn(element)
  if (placesOthers(rows)) {
    for (const row of rows) for (const cell of cellsIn(row)) walk(cell, page)
    flush(page)
    return
  }
  const caption = element.childNodes.find((child) => isElement(child) && child.tagName === 'caption') as Element | undefined
  if (caption) {
    page.text = cellText(caption)
    flush(page)
  }
  const id = ++page.tables
  const inner: Element[][] = []
  const told = rows.map((row, index) =>
    cellsIn(row).map((cell): GridCell => {
      const own = tablesIn(cell)
      inner[index] = [...(inner[index] ?? []), ...own]
      return { text: cellText(cell), columns: spanOf(cell, 'colspan', 64), rows: spanOf(cell, 'rowspan', 2000) }
    }),
  )
  for (const [index, cells] of gridRows(told).entries()) {
    for (const each of inner[index] ?? []) table(each, page)
    const line = ++page.line
    if (cells.length > 0) page.blocks.push({ kind: 'row', table: id, line, cells: cells.map((cell) => ({ ...cell, line })) })
  }
}

/** True where a table within has a single cell for itself, or stands among paragraphs. */
function placesOthers(rows: readonly Element[]): boolean {
  const single = rows.every((row) => cellsIn(row).length <= 1)
  return rows.some((row) => cellsIn(row).some((cell) => contains(cell, 'table') && (single || cellText(cell) !== '')))
}

/** The outermost tables within an element. */
function tablesIn(element: Element): Element[] {
  return element.childNodes.filter(isElement).flatMap((child) => (child.tagName === 'table' ? [child] : tablesIn(child)))
}

function rowsIn(element: Element): Element[] {
  const rows: Element[] = []
  for (const child of element.childNodes) {
    if (!isElement(child)) continue
    if (child.tagName === 'tr') rows.push(child)
    else if (['tbody', 'thead', 'tfoot'].includes(child.tagName)) rows.push(...rowsIn(child))
  }
  return rows
}

function cellsIn(row: Element): Element[] {
  return row.childNodes.filter((child): child is Element => isElement(child) && (child.tagName === 'td' || child.tagName === 'th'))
}

/** The text of a cell without that of tables within. */
function cellText(cell: Element): string {
  const page: Page = { blocks: [], text: '', line: 0, tables: 0, withoutTables: true }
  walk(cell, page)
  flush(page)
  return page.blocks.flatMap((block) => (block.kind === 'line' ? [block.text] : [])).join('\n')
}

function spanOf(cell: Element, name: string, greatest: number): number {
  const span = Number(cell.attrs.find((attribute) => attribute.name === name)?.value ?? 1)
  return Number.isInteger(span) && span > 1 ? Math.min(span, greatest) : 1
}

function contains(element: Element, tag: string): boolean {
  return element.childNodes.some((child) => isElement(child) && (child.tagName === tag || contains(child, tag)))
}

function isElement(node: Node): node is Element {
  return 'tagName' in node
}

function isUnseen(element: Element): boolean {
  if (UNSEEN.has(element.tagName)) return true
  return element.attrs.some(({ name, value }) => name === 'hidden' || (name === 'style' && /display\s*:\s*none/i.test(value)))
}
