import type { SourceBlock, SourceCell } from '../../../../rules/disclosure/read/source-block.ts'
import { accepted, refused, type Result } from '../../../../rules/refusal.ts'
import { xmlText } from './xml-text.ts'
import type { Zip } from './zip.ts'

const MAIN = ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main']

/**
 * Lines and tables of a Word document. Lines are counted on as printed: one for each paragraph (a soft line break begins a new one) and one for
 * each table row. Deleted and hidden text, field codes and footnotes are not printed and not read.
 */
export function docxBlocks(zip: Zip): Result<SourceBlock[]> {
  const file = zip.read('word/document.xml')
  if (!file.ok) return file
  if (file.value === undefined) return refused('source-damaged')
  // One byte one character: marks are found without decoding, and only text is decoded, by its place.
  const xml = file.value.toString('latin1')
  if (!xml.includes('</')) return refused('source-damaged')
  return accepted(scanDocument(xml, file.value))
}

type Cell = { -readonly [name in keyof SourceCell]: SourceCell[name] }

/** One table being read; tables nest. */
interface OpenTable {
  readonly id: number
  cells: Cell[]
  text: string
  paragraphs: number
  span: number
  covered: boolean
  inCell: boolean
}

interface Scan {
  readonly blocks: SourceBlock[]
  readonly stack: OpenTable[]
  line: number
  tables: number
  paragraph: string
  /** Paragraphs nest through text boxes. */
  depth: number
  hidden: boolean
}

/** Elements whose whole content is passed over: properties, the older twin of a drawing, text moved away, ruby, field codes. */
const SKIPPED = new Set(['pPr', 'tblPr', 'tblGrid', 'sectPr', 'instrText', 'delText', 'moveFrom', 'rt', 'sdtPr', 'Fallback', 'tblPrEx', 'del'])

function scanDocument(xml: string, bytes: Buffer): SourceBlock[] {
  const prefix = mainPrefix(xml)
  const scan: Scan = { blocks: [], stack: [], line: 0, tables: 0, paragraph: '', depth: 0, hidden: false }
  let at = xml.indexOf('<')
  while (at >= 0) {
    const end = xml.indexOf('>', at)
    if (end < 0) break
    const closing = xml.charCodeAt(at + 1) === 47
    const nameFrom = closing ? at + 2 : at + 1
    let nameTo = nameFrom
    for (let code = xml.charCodeAt(nameTo); code > 32 && code !== 47 && code !== 62; code = xml.charCodeAt(++nameTo));
    const name = localName(xml, nameFrom, nameTo, prefix)
    const empty = xml.charCodeAt(end - 1) === 47
    at = end + 1
    if (name === null) {
      at = xml.indexOf('<', at)
      continue
    }
    if (closing) close(scan, name)
    else if (SKIPPED.has(name)) {
      if (!empty) at = after(xml, at, xml.slice(nameFrom, nameTo))
    } else if (name === 't') {
      if (!empty) {
        const stop = xml.indexOf('<', at)
        if (stop < 0) break
        if (!scan.hidden && scan.depth > 0) scan.paragraph += xmlText(decoded(xml, bytes, at, stop))
        at = stop
      }
    } else if (name === 'rPr') {
      if (!empty) {
        const stop = after(xml, at, xml.slice(nameFrom, nameTo))
        scan.hidden = isHidden(xml.slice(at, stop))
        at = stop
      }
    } else open(scan, name, xml, nameTo, end, empty)
    at = xml.indexOf('<', at)
  }
  return scan.blocks
}

function decoded(xml: string, bytes: Buffer, from: number, to: number): string {
  for (let i = from; i < to; i++) if (xml.charCodeAt(i) > 127) return bytes.toString('utf8', from, to)
  return xml.slice(from, to)
}

/** The local name of an element of the main namespace; null for others, save two that matter. */
function localName(xml: string, from: number, to: number, prefix: string): string | null {
  if (xml.startsWith(prefix, from)) return xml.slice(from + prefix.length, to)
  const name = xml.slice(from, to)
  return name === 'mc:Fallback' ? 'Fallback' : name === 'm:t' ? 't' : null
}

function mainPrefix(xml: string): string {
  for (const space of MAIN) {
    const at = xml.indexOf(`="${space}"`)
    if (at < 0) continue
    const from = xml.lastIndexOf('xmlns', at)
    return xml[from + 5] === ':' ? `${xml.slice(from + 6, at)}:` : ''
  }
  return 'w:'
}

/** Position behind the end tag of the element just opened, or of its earlier version nested in it: then only end tags are left. */
function after(xml: string, from: number, tag: string): number {
  const stop = xml.indexOf(`</${tag}>`, from)
  return stop < 0 ? xml.length : stop + tag.length + 3
}

/** True when run properties hide the run. Only these are looked at: a search to the end of the document would make every run cost all. */
function isHidden(properties: string): boolean {
  const at = properties.indexOf('vanish')
  if (at < 0) return false
  const tag = properties.slice(at, properties.indexOf('>', at))
  return tag.startsWith('vanish') && !/val=["'](0|false|off)["']/.test(tag)
}

function open(scan: Scan, name: string, xml: string, nameTo: number, end: number, empty: boolean): void {
  const table = scan.stack.at(-1)
  switch (name) {
    case 'p':
      if (empty) endParagraph(scan, true)
      else {
        if (scan.depth > 0) endParagraph(scan, false)
        scan.depth++
        scan.paragraph = ''
      }
      return
    case 'r':
      scan.hidden = false
      return
    case 'tab':
      if (scan.depth > 0) scan.paragraph += '\t'
      return
    case 'br':
    case 'cr':
      if (scan.depth > 0 && !xml.slice(nameTo, end).includes('type=')) scan.paragraph += '\n'
      return
    case 'noBreakHyphen':
      scan.paragraph += '-'
      return
    case 'tbl':
      scan.stack.push({ id: ++scan.tables, cells: [], text: '', paragraphs: 0, span: 1, covered: false, inCell: false })
      return
    case 'tr':
      if (table) table.cells = []
      return
    case 'gridBefore': {
      const span = Number(attributeVal(xml, nameTo, end))
      if (table && span > 0 && span < 64) table.cells.push({ text: '', line: 0, span, covered: true })
      return
    }
    case 'tc':
      if (table) Object.assign(table, { text: '', paragraphs: 0, span: 1, covered: false, inCell: true })
      return
    case 'gridSpan':
      if (table) table.span = Math.max(1, Math.min(64, Number(attributeVal(xml, nameTo, end)) || 1))
      return
    case 'vMerge':
      if (table) table.covered = attributeVal(xml, nameTo, end) !== 'restart'
      return
  }
}

function attributeVal(xml: string, from: number, to: number): string | null {
  const tag = xml.slice(from, to)
  const at = tag.indexOf('val=')
  if (at < 0) return null
  const quote = tag[at + 4]!
  return tag.slice(at + 5, tag.indexOf(quote, at + 5))
}

function close(scan: Scan, name: string): void {
  const table = scan.stack.at(-1)
  if (name === 'p') {
    if (scan.depth > 0) scan.depth--
    endParagraph(scan, true)
  } else if (name === 'tc' && table?.inCell) {
    const cell: Cell = { text: table.covered ? '' : table.text, line: 0 }
    if (table.span > 1) cell.span = table.span
    if (table.covered) cell.covered = true
    table.cells.push(cell)
    table.inCell = false
  } else if (name === 'tr' && table) {
    const line = ++scan.line
    for (const cell of table.cells) cell.line = line
    if (table.cells.length > 0) scan.blocks.push({ kind: 'row', table: table.id, line, cells: table.cells })
    table.cells = []
  } else if (name === 'tbl') scan.stack.pop()
}

function endParagraph(scan: Scan, counted: boolean): void {
  const text = scan.paragraph
  scan.paragraph = ''
  const table = scan.stack.at(-1)
  if (table?.inCell) {
    if (table.paragraphs++ > 0) table.text += '\n'
    table.text += text
    return
  }
  if (!counted && text === '') return
  for (const line of text.split('\n')) {
    scan.line++
    if (line.trim() !== '') scan.blocks.push({ kind: 'line', line: scan.line, text: line })
  }
}
