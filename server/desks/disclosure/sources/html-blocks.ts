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
}

function walk(node: DefaultTreeAdapterTypes.ParentNode, page: Page): void {
  for (const child of node.childNodes) {
    if (child.nodeName === '#text') page.text += (child as DefaultTreeAdapterTypes.TextNode).value.replace(/[\t\n\r ]+/g, ' ')
    if (!isElement(child) || isUnseen(child)) continue
    if (child.tagName === 'br') flush(page)
    else if (child.tagName === 'table') {
      flush(page)
      table(child, page)
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

/** A table whose only use is to place other tables or long prose is gone through as if it were not there. */
function table(element: Element, page: Page): void {
  const rows = rowsIn(element)
  const places = rows.every((row) => cellsIn(row).length <= 1) && rows.some((row) => cellsIn(row).some((cell) => contains(cell, 'table')))
  if (places) {
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
  const told = rows.map((row) =>
    cellsIn(row).map((cell): GridCell => ({ text: cellText(cell), columns: spanOf(cell, 'colspan', 64), rows: spanOf(cell, 'rowspan', 2000) })),
  )
  for (const cells of gridRows(told)) {
    const line = ++page.line
    if (cells.length > 0) page.blocks.push({ kind: 'row', table: id, line, cells: cells.map((cell) => ({ ...cell, line })) })
  }
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

function cellText(cell: Element): string {
  const page: Page = { blocks: [], text: '', line: 0, tables: 0 }
  walk(cell, page)
  flush(page)
  return page.blocks.map((block) => (block.kind === 'line' ? block.text : block.cells.map((inner) => inner.text).join(' '))).join('\n')
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
