import { behindEnd, type ElementKind, elementKinds, kindAt } from './docx-elements.ts'
import { xmlText } from './xml-text.ts'

/** What a Word document's source holds, in order: the ends of its paragraphs, and the marks of its tables. */
export interface DocxMarks {
  /** One number for each mark, and behind `gridBefore` and `gridSpan` how many columns. */
  readonly marks: readonly number[]
  /** The text of each paragraph among the marks. Deleted and hidden text, field codes and footnotes are not printed and not read. */
  readonly paragraphs: readonly string[]
}

/** `partedParagraph`: a text box stands in the paragraph, and what was before it is a line of its own. */
export const MARK = {
  paragraph: 0,
  partedParagraph: 1,
  table: 2,
  tableEnd: 3,
  row: 4,
  rowEnd: 5,
  cell: 6,
  cellEnd: 7,
  gridBefore: 8,
  gridSpan: 9,
  mergeBegun: 10,
  mergeContinued: 11,
} as const

/** Bytes of text being gathered: they are made a string all at once, for that costs less than a call for each text. */
interface Ink {
  bytes: Uint8Array
  length: number
}

interface Walk {
  readonly xml: Buffer
  readonly marks: number[]
  readonly ink: Ink
  /** Paragraphs nest through text boxes. */
  depth: number
  /** True in a run that is not printed. */
  hidden: boolean
}

const [NUL, TAB, NEWLINE, SLASH, LESS, GREATER] = [0, 9, 10, 47, 60, 62] as const

/** Walks the source byte by byte: only its text is ever decoded. */
export function docxMarks(xml: Buffer): DocxMarks {
  const kinds = elementKinds(mainPrefix(xml))
  const walk: Walk = { xml, marks: [], ink: { bytes: new Uint8Array(4096 + (xml.length >> 3)), length: 0 }, depth: 0, hidden: false }
  // The next word that can hide a run: looked up once, not for every run.
  let vanish = -1
  const { length } = xml
  for (let at = 0; at < length; ) {
    if (xml[at] !== LESS) {
      at++
      continue
    }
    const closing = at + 1 < length && xml[at + 1] === SLASH
    const from = closing ? at + 2 : at + 1
    const to = nameEnd(xml, from)
    const kind = kindAt(kinds, xml, from, to)
    let end = to
    while (end < length && xml[end] !== GREATER) end++
    if (end === length) break
    at = end + 1
    if (kind === undefined) continue
    const empty = xml[end - 1] === SLASH
    if (closing) close(walk, kind.name)
    else if (kind.name === 't') {
      if (!empty) at = takeText(walk, at)
    } else if (kind.name === 'rPr') {
      if (!empty) {
        const stop = behindEnd(xml, kind.endTag, at)
        if (vanish < at) vanish = nextVanish(xml, at)
        walk.hidden = vanish < stop && isHidden(xml.toString('latin1', vanish, stop))
        at = stop
      }
    } else if (kind.name === 'skipped') {
      if (!empty) at = behindEnd(xml, kind.endTag, at)
    } else open(walk, kind.name, to, end, empty)
  }
  return { marks: walk.marks, paragraphs: paragraphsOf(walk.ink) }
}

function nameEnd(xml: Uint8Array, from: number): number {
  let to = from
  for (; to < xml.length; to++) {
    const code = xml[to]!
    if (code <= 32 || code === SLASH || code === GREATER) break
  }
  return to
}

function mainPrefix(xml: Buffer): string {
  for (const space of ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main']) {
    const at = xml.indexOf(`="${space}"`)
    if (at < 0) continue
    const declared = /xmlns(?::([^\s=]+))?\s*$/.exec(xml.toString('latin1', Math.max(0, at - 100), at))
    if (declared) return declared[1] === undefined ? '' : `${declared[1]}:`
  }
  return 'w:'
}

/** Where the word stands next; the end of the source where it does not. */
function nextVanish(xml: Buffer, from: number): number {
  const at = xml.indexOf('vanish', from)
  return at < 0 ? xml.length : at
}

/** True when run properties that begin with this `vanish` hide the run. */
function isHidden(properties: string): boolean {
  return !/val=["'](0|false|off)["']/.test(properties.slice(0, properties.indexOf('>')))
}

function reserve(ink: Ink, more: number): void {
  const { bytes, length } = ink
  if (length + more <= bytes.length) return
  ink.bytes = new Uint8Array(2 * (length + more))
  ink.bytes.set(bytes)
}

function put(ink: Ink, byte: number): void {
  reserve(ink, 1)
  ink.bytes[ink.length++] = byte
}

/** Takes the text up to the next mark, and answers where that stands. */
function takeText({ xml, ink, hidden, depth }: Walk, from: number): number {
  let end = from
  while (end < xml.length && xml[end] !== LESS) end++
  if (hidden || depth === 0) return end
  reserve(ink, end - from)
  const { bytes } = ink
  let { length } = ink
  for (let at = from; at < end; at++) {
    const byte = xml[at]!
    if (byte !== NUL) bytes[length++] = byte
  }
  ink.length = length
  return end
}

/** A paragraph's text ends; a NUL, which no XML may hold, parts it from the next. */
function endParagraph(walk: Walk, mark: number): void {
  walk.marks.push(mark)
  put(walk.ink, NUL)
}

function paragraphsOf({ bytes, length }: Ink): readonly string[] {
  const text = Buffer.from(bytes.buffer, 0, length).toString('utf8')
  const paragraphs = text.split('\0')
  return text.includes('&') ? paragraphs.map(xmlText) : paragraphs
}

function open(walk: Walk, name: ElementKind['name'], to: number, end: number, empty: boolean): void {
  const { xml, marks, ink } = walk
  switch (name) {
    case 'p':
      if (empty) endParagraph(walk, MARK.paragraph)
      else {
        if (walk.depth > 0) endParagraph(walk, MARK.partedParagraph)
        walk.depth++
      }
      return
    case 'r':
      walk.hidden = false
      return
    case 'tc':
      marks.push(MARK.cell)
      return
    case 'tr':
      marks.push(MARK.row)
      return
    case 'tbl':
      marks.push(MARK.table)
      return
    case 'tab':
      if (walk.depth > 0) put(ink, TAB)
      return
    case 'br':
    case 'cr':
      if (walk.depth > 0 && !xml.toString('latin1', to, end).includes('type=')) put(ink, NEWLINE)
      return
    case 'noBreakHyphen':
      if (walk.depth > 0) put(ink, 45)
      return
    case 'gridBefore': {
      const span = Number(attributeVal(xml.toString('latin1', to, end)))
      if (span > 0 && span < 64) marks.push(MARK.gridBefore, span)
      return
    }
    case 'gridSpan':
      marks.push(MARK.gridSpan, Math.max(1, Math.min(64, Number(attributeVal(xml.toString('latin1', to, end))) || 1)))
      return
    case 'vMerge':
      marks.push(attributeVal(xml.toString('latin1', to, end)) === 'restart' ? MARK.mergeBegun : MARK.mergeContinued)
      return
  }
}

function attributeVal(tag: string): string | null {
  const at = tag.indexOf('val=')
  if (at < 0) return null
  const quote = tag[at + 4]!
  return tag.slice(at + 5, tag.indexOf(quote, at + 5))
}

function close(walk: Walk, name: ElementKind['name']): void {
  switch (name) {
    case 'p':
      if (walk.depth > 0) walk.depth--
      endParagraph(walk, MARK.paragraph)
      return
    case 'tc':
      walk.marks.push(MARK.cellEnd)
      return
    case 'tr':
      walk.marks.push(MARK.rowEnd)
      return
    case 'tbl':
      walk.marks.push(MARK.tableEnd)
      return
  }
}
