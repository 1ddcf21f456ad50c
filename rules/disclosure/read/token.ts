import type { Leaf, Place, TextLeaf } from '../document.ts'
import { narrow } from '../../money.ts'
import type { FormLabel } from './form-label.ts'
import { sectionOpened } from './headings.ts'
import { isBlankToFill, key, saysNothing } from './plain-words.ts'
import type { SourceBlock, SourceLine, SourceRow } from './source-block.ts'

/** One cell or one line on its way through the reader. `used` turns true when it became data or was understood as form. */
export interface Token {
  readonly text: string
  /** The text as it is compared: see `key`. */
  readonly key: string
  readonly line: number
  readonly lines: readonly number[] | undefined
  /** Cell index; undefined for a line of text. */
  readonly cell: number | undefined
  /** Grid column where the cell begins. */
  readonly column: number
  readonly span: number
  readonly covered: boolean | undefined
  /** What may be this cell's text, or another's. */
  readonly unsure: string | undefined
  used: boolean
  /** What the words say in a form, once it was asked. */
  label: FormLabel | null | undefined
  /** What was made of it; kept only where a text from printed pages may have to be doubted afterwards. */
  leaves: Leaf<unknown>[] | undefined
  /** A line taken apart into cells: then these are read, and the line itself is not. */
  parts: readonly Token[] | undefined
}

/** A row of tokens; a line of text is a loose row with one token. */
export interface Row {
  readonly tokens: readonly Token[]
  readonly line: number
  /** Undefined for a line of text. */
  readonly table: number | undefined
  /** True for a row of a page without ruled lines. */
  readonly bare?: boolean
  /** True for a line of a text taken from printed pages, and where it cannot be told whether the next line goes on with it. */
  readonly printed?: boolean
  readonly open?: boolean
}

export function rowsOf(blocks: readonly SourceBlock[]): Row[] {
  const rows: Row[] = []
  for (const block of blocks) {
    if (block.kind === 'line')
      rows.push(block.printed ? { ...looseRow(block.text, block.line), printed: true, open: block.open === true } : looseRow(block.text, block.line))
    else if (block.cells.some((cell) => cell.lines !== undefined)) for (const part of parted(block)) rows.push(tableRow(part))
    else rows.push(tableRow(block))
  }
  if (rows.some(({ printed }) => printed)) for (const { tokens } of rows) for (const token of tokens) token.leaves = []
  return rows
}

/**
 * In a text with one cell a line, a line without a tab goes on the cell above, and where an empty line was lost a heading is swallowed so:
 * the cell ends before it, and it is a line again.
 */
function parted(row: SourceRow): (SourceRow | SourceLine)[] {
  for (const [index, cell] of row.cells.entries()) {
    if (!cell.lines) continue
    const texts = cell.text.split('\n')
    const at = texts.findIndex((text, line) => line > 0 && sectionOpened(text) !== null)
    if (at < 0) continue
    const kept = { ...cell, text: texts.slice(0, at).join('\n'), lines: cell.lines.slice(0, at) }
    const lines = texts.slice(at).map((text, line): SourceLine => ({ kind: 'line', line: cell.lines![at + line]!, text }))
    const rest = row.cells.slice(index + 1)
    return [
      { ...row, cells: [...row.cells.slice(0, index), kept] },
      ...lines,
      ...(rest.length > 0 ? parted({ ...row, line: rest[0]!.line, cells: rest }) : []),
    ]
  }
  return [row]
}

function looseRow(text: string, line: number): Row {
  const token = {
    text,
    key: key(text),
    line,
    lines: undefined,
    cell: undefined,
    column: 0,
    span: 1,
    covered: undefined,
    unsure: undefined,
    used: false,
    label: undefined,
    leaves: undefined,
    parts: undefined,
  }
  return { tokens: [token], line, table: undefined }
}

function tableRow(block: SourceRow | SourceLine): Row {
  if (block.kind === 'line') return looseRow(block.text, block.line)
  let next = 0
  const tokens = block.cells.map(({ text, line, lines, span = 1, covered, unsure }, cell): Token => {
    const column = next
    next += span
    return {
      text,
      key: key(text),
      line,
      lines,
      cell,
      column,
      span,
      covered,
      unsure,
      used: false,
      label: undefined,
      leaves: undefined,
      parts: undefined,
    }
  })
  return block.bare ? { tokens, line: block.line, table: block.table, bare: true } : { tokens, line: block.line, table: block.table }
}

/** A piece of a line, with the line's place. */
export function partOf(token: Token, text: string, line: number = token.line): Token {
  return {
    text,
    key: key(text),
    line,
    lines: undefined,
    cell: token.cell,
    column: token.column,
    span: 1,
    covered: undefined,
    unsure: undefined,
    used: false,
    label: undefined,
    leaves: token.leaves && [],
    parts: undefined,
  }
}

export function isEmptyRow(row: Row): boolean {
  for (const token of row.tokens) if (token.key !== '') return false
  return true
}

export function placeOf(token: Token): Place {
  return token.cell === undefined ? { line: token.line } : { line: token.line, cell: token.cell }
}

export function leaf<T>(token: Token, value: T | null, raw: string = token.text): Leaf<T> {
  token.used = true
  const made = { raw, value, place: placeOf(token) }
  token.leaves?.push(made)
  return made
}

/** The text of a cell without the blanks around it; null for an empty cell or a word that says "nothing". */
export function textLeaf(token: Token): TextLeaf {
  const text = token.text.trim()
  return leaf(token, saysNothing(text) || isOpen(text) ? null : text)
}

/** True for what a blank template leaves to be filled in, its number and dashes aside: XX, 1、……, XXX-XXXX. */
function isOpen(text: string): boolean {
  const last = text.at(-1)
  if (last === undefined || !OPEN_ENDS.includes(last)) return false
  return isBlankToFill(text.replace(/^[(（]?\d{1,2}[)）、.．]+|[-—\s]/g, ''))
}

const OPEN_ENDS = 'XxＸ×*_＿…□○'

/** A code: as a text, its letters and digits in half width, no blanks within. */
export function codeLeaf(token: Token): TextLeaf {
  const text = narrow(token.text).replace(/\s+/g, '')
  return leaf(token, saysNothing(text) || isOpen(text) ? null : text)
}

/** Every text line of a cell as its own leaf, each with its own line where the source has one. Empty lines are left out. */
export function lineLeaves(token: Token): TextLeaf[] {
  token.used = true
  const leaves: TextLeaf[] = []
  token.text.split('\n').forEach((raw, index) => {
    const text = raw.trim()
    if (text === '' || saysNothing(text) || isOpen(text)) return
    const line = token.lines?.[index] ?? token.line
    leaves.push({ raw, value: text, place: token.cell === undefined ? { line } : { line, cell: token.cell } })
  })
  token.leaves?.push(...leaves)
  return leaves
}
