/** Elements whose whole content is passed over: properties, the older twin of a drawing, text moved away, ruby, field codes. */
const SKIPPED = ['pPr', 'tblPr', 'tblGrid', 'sectPr', 'instrText', 'delText', 'moveFrom', 'rt', 'sdtPr', 'Fallback', 'tblPrEx', 'del']
const READ = ['p', 'r', 't', 'tab', 'br', 'cr', 'noBreakHyphen', 'tbl', 'tr', 'gridBefore', 'tc', 'gridSpan', 'vMerge', 'rPr'] as const

/** What is done with an element, by its name as written in this document. Every other element is a mere wrapper. */
export interface ElementKind {
  readonly name: (typeof READ)[number] | 'skipped'
  readonly endTag: EndTag
}

/** An end tag's bytes, and by how many bytes a search for it may move on past a byte that stands where its last one should. */
interface EndTag {
  readonly bytes: Uint8Array
  readonly step: Uint8Array
}

interface Written {
  readonly bytes: Uint8Array
  readonly kind: ElementKind
}

/** The kinds by the shape of their written names: cheaper to find so than to cut each name out of the source. */
export type ElementKinds = readonly (readonly Written[] | undefined)[]

/** Length and last letter of a name in one number below 1024. */
const shapeOf = (length: number, last: number): number => ((length & 31) << 5) | (last & 31)

function kindsOf(prefix: string): ElementKinds {
  const byShape: Written[][] = []
  const add = (written: string, name: ElementKind['name']): void => {
    const bytes = Buffer.from(written)
    const shape = shapeOf(bytes.length, bytes.at(-1)!)
    const entry = { bytes, kind: { name, endTag: endTagOf(written) } }
    if (byShape[shape]) byShape[shape].push(entry)
    else byShape[shape] = [entry]
  }
  for (const name of READ) add(`${prefix}${name}`, name)
  for (const name of SKIPPED) add(`${prefix}${name}`, 'skipped')
  add('mc:Fallback', 'skipped')
  add('m:t', 't')
  return Array.from({ length: 1024 }, (_, shape) => byShape[shape])
}

function endTagOf(written: string): EndTag {
  const bytes = Buffer.from(`</${written}>`)
  const step = new Uint8Array(256).fill(bytes.length)
  for (let at = 0; at < bytes.length - 1; at++) step[bytes[at]!] = bytes.length - 1 - at
  return { bytes, step }
}

const USUAL = kindsOf('w:')

/** The elements that matter in a document that writes them behind this prefix. */
export const elementKinds = (prefix: string): ElementKinds => (prefix === 'w:' ? USUAL : kindsOf(prefix))

/** The kind whose name stands between two places; undefined for a mere wrapper. */
export function kindAt(kinds: ElementKinds, xml: Uint8Array, from: number, to: number): ElementKind | undefined {
  const list = to > from ? kinds[shapeOf(to - from, xml[to - 1]!)] : undefined
  if (list) for (const { bytes, kind } of list) if (bytes.length === to - from && standsAt(xml, bytes, from)) return kind
  return undefined
}

/** Place behind the next such end tag; the end of the source where there is none. */
export function behindEnd(xml: Uint8Array, { bytes, step }: EndTag, from: number): number {
  const last = bytes.length - 1
  for (let at = from + last; at < xml.length; at += step[xml[at]!]!) {
    if (xml[at] === 62 && standsAt(xml, bytes, at - last)) return at + 1
  }
  return xml.length
}

function standsAt(xml: Uint8Array, bytes: Uint8Array, from: number): boolean {
  for (let at = 0; at < bytes.length; at++) if (xml[from + at] !== bytes[at]) return false
  return true
}
