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
const SKIPPED = ['pPr', 'tblPr', 'tblGrid', 'sectPr', 'instrText', 'delText', 'moveFrom', 'rt', 'sdtPr', 'Fallback', 'tblPrEx', 'del']
const READ = ['p', 'r', 't', 'tab', 'br', 'cr', 'noBreakHyphen', 'tbl', 'tr', 'gridBefore', 'tc', 'gridSpan', 'vMerge', 'rPr'] as const
type ReadName = (typeof READ)[number]

/** What is done with an element, by its name as written in this document. Every other element is a mere wrapper. */
interface ElementKind {
  readonly name: ReadName | 'skipped'
  readonly endTag: string
}

/** The elements that matter, by their length and first letter: cheaper to find so than to cut each name out of the source. */
function elementKinds(prefix: string): (xml: string, from: number, to: number) => ElementKind | undefined {
  const byShape = new Map<number, { readonly written: string; readonly kind: ElementKind }[]>()
  const add = (written: string, name: ElementKind['name']): void => {
    const shape = shapeOf(written, 0, written.length)
    const entry = { written, kind: { name, endTag: `</${written}>` } }
    const list = byShape.get(shape)
    if (list) list.push(entry)
    else byShape.set(shape, [entry])
  }
  for (const name of READ) add(`${prefix}${name}`, name)
  for (const name of SKIPPED) add(`${prefix}${name}`, 'skipped')
  add('mc:Fallback', 'skipped')
  add('m:t', 't')
  return (xml, from, to) => {
    const list = byShape.get(shapeOf(xml, from, to))
    if (list) for (const { written, kind } of list) if (xml.startsWith(written, from)) return kind
    return undefined
  }
}

/** Length, first and last letter of a name in one number. */
const shapeOf = (text: string, from: number, to: number): number => ((to - from) << 16) | (text.charCodeAt(from) << 8) | text.charCodeAt(to - 1)

function scanDocument(xml: string, bytes: Buffer): SourceBlock[] {
  const kindOf = elementKinds(mainPrefix(xml))
  const scan: Scan = { blocks: [], stack: [], line: 0, tables: 0, paragraph: '', depth: 0, hidden: false }
  // The next word that can hide a run: looked up once, not for every run.
  let vanish = -1
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    const closing = xml.charCodeAt(at + 1) === 47
    const nameFrom = closing ? at + 2 : at + 1
    let nameTo = nameFrom
    for (let code = xml.charCodeAt(nameTo); code > 32 && code !== 47 && code !== 62; code = xml.charCodeAt(++nameTo));
    const kind = kindOf(xml, nameFrom, nameTo)
    const end = xml.indexOf('>', nameTo)
    if (end < 0) break
    at = end + 1
    if (kind === undefined) continue
    const empty = xml.charCodeAt(end - 1) === 47
    if (closing) close(scan, kind.name)
    else if (kind.name === 'skipped') {
      if (!empty) at = after(xml, at, kind.endTag)
    } else if (kind.name === 't') {
      if (!empty) {
        const stop = xml.indexOf('<', at)
        if (stop < 0) break
        if (!scan.hidden && scan.depth > 0) scan.paragraph += xmlText(decoded(xml, bytes, at, stop))
        at = stop
      }
    } else if (kind.name === 'rPr') {
      if (!empty) {
        const stop = after(xml, at, kind.endTag)
        if (vanish < at) vanish = positionOf(xml, 'vanish', at)
        scan.hidden = vanish < stop && isHidden(xml.slice(vanish, stop))
        at = stop
      }
    } else open(scan, kind.name, xml, nameTo, end, empty)
  }
  return scan.blocks
}

/** Longer texts are decoded by the platform; for a few bytes its call costs more than the work. */
const SHORT = 40

/** The text between two places: its bytes as UTF-8. */
function decoded(xml: string, bytes: Buffer, from: number, to: number): string {
  if (to - from > SHORT) return bytes.toString('utf8', from, to)
  let text = ''
  for (let i = from; i < to; i++) {
    const lead = xml.charCodeAt(i)
    if (lead < 0x80) text += String.fromCharCode(lead)
    // Three bytes a character, as all Chinese has; anything else, and anything broken, is left to the platform.
    else if (lead > 0xe0 && lead < 0xed && i + 2 < to && isContinued(xml, i + 1) && isContinued(xml, i + 2)) {
      text += String.fromCharCode(((lead & 0x0f) << 12) | ((xml.charCodeAt(i + 1) & 0x3f) << 6) | (xml.charCodeAt(i + 2) & 0x3f))
      i += 2
    } else return bytes.toString('utf8', from, to)
  }
  return text
}

const isContinued = (xml: string, at: number): boolean => (xml.charCodeAt(at) & 0xc0) === 0x80

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
function after(xml: string, from: number, endTag: string): number {
  const stop = xml.indexOf(endTag, from)
  return stop < 0 ? xml.length : stop + endTag.length
}

/** Where a word stands next; the end of the source when it does not. */
function positionOf(xml: string, word: string, from: number): number {
  const at = xml.indexOf(word, from)
  return at < 0 ? xml.length : at
}

/** True when run properties that begin with this `vanish` hide the run. */
function isHidden(properties: string): boolean {
  return !/val=["'](0|false|off)["']/.test(properties.slice(0, properties.indexOf('>')))
}

function open(scan: Scan, name: ReadName, xml: string, nameTo: number, end: number, empty: boolean): void {
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
      if (table) beginCell(table)
      return
    case 'gridSpan':
      if (table) table.span = Math.max(1, Math.min(64, Number(attributeVal(xml, nameTo, end)) || 1))
      return
    case 'vMerge':
      if (table) table.covered = attributeVal(xml, nameTo, end) !== 'restart'
      return
  }
}

function beginCell(table: OpenTable): void {
  table.text = ''
  table.paragraphs = 0
  table.span = 1
  table.covered = false
  table.inCell = true
}

function attributeVal(xml: string, from: number, to: number): string | null {
  const tag = xml.slice(from, to)
  const at = tag.indexOf('val=')
  if (at < 0) return null
  const quote = tag[at + 4]!
  return tag.slice(at + 5, tag.indexOf(quote, at + 5))
}

function close(scan: Scan, name: ElementKind['name']): void {
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
    table.text = table.text === '' ? text : table.text + text
    return
  }
  if (!counted && text === '') return
  for (const line of text.includes('\n') ? text.split('\n') : [text]) {
    scan.line++
    if (line.trim() !== '') scan.blocks.push({ kind: 'line', line: scan.line, text: line })
  }
}
