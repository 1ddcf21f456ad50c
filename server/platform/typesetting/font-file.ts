import { closeSync, openSync, readSync } from 'node:fs'

/** One face of a font file: the names it goes by, and a bitmap of the code points it has a glyph for. */
export interface FontFace {
  readonly names: readonly string[]
  readonly codePoints: CodePoints
}

const highest = 0x10ffff

/** A set of code points, one bit each. */
export class CodePoints {
  readonly #bits = new Uint8Array((highest >> 3) + 1)
  add(codePoint: number): void {
    this.#bits[codePoint >> 3]! |= 1 << (codePoint & 7)
  }
  has(codePoint: number): boolean {
    return codePoint >= 0 && codePoint <= highest && (this.#bits[codePoint >> 3]! & (1 << (codePoint & 7))) !== 0
  }
  addAll(other: CodePoints): void {
    for (const [at, byte] of other.#bits.entries()) this.#bits[at]! |= byte
  }
  keepOnly(other: CodePoints): void {
    for (const [at, byte] of other.#bits.entries()) this.#bits[at]! &= byte
  }
}

/** Reads names and character map of every face in a TrueType or OpenType file or collection, without loading its outlines. Throws on a file that is none. */
export const readFontFaces = (path: string): FontFace[] => {
  const file = openSync(path, 'r')
  try {
    const read = (offset: number, length: number): DataView => {
      const bytes = new Uint8Array(length)
      if (readSync(file, bytes, 0, length, offset) < length) throw new Error(`${path}: font file ends early`)
      return new DataView(bytes.buffer)
    }
    const tag = read(0, 4).getUint32(0)
    const offsets = tag === tagOf('ttcf') ? collectionOffsets(read) : [0]
    return offsets.map((offset) => readFace(read, offset, path))
  } finally {
    closeSync(file)
  }
}

type Read = (offset: number, length: number) => DataView

const tagOf = (name: string): number => [...name].reduce((sum, letter) => (sum << 8) | letter.charCodeAt(0), 0) >>> 0

const collectionOffsets = (read: Read): number[] => {
  const count = read(8, 4).getUint32(0)
  const table = read(12, count * 4)
  return Array.from({ length: count }, (_, i) => table.getUint32(i * 4))
}

const readFace = (read: Read, offset: number, path: string): FontFace => {
  const tag = read(offset, 4).getUint32(0)
  if (tag !== 0x00010000 && tag !== tagOf('OTTO') && tag !== tagOf('true')) throw new Error(`${path}: not a TrueType or OpenType font`)
  const count = read(offset + 4, 2).getUint16(0)
  const directory = read(offset + 12, count * 16)
  const table = (name: string): DataView => {
    for (let i = 0; i < count; i++)
      if (directory.getUint32(i * 16) === tagOf(name)) return read(directory.getUint32(i * 16 + 8), directory.getUint32(i * 16 + 12))
    throw new Error(`${path}: no ${name} table`)
  }
  return { names: familyNames(table('name')), codePoints: mappedCodePoints(table('cmap')) }
}

/** Every family name (ids 1 and 16) in the languages the face has it in. */
const familyNames = (name: DataView): string[] => {
  const count = name.getUint16(2)
  const strings = name.getUint16(4)
  const found = new Set<string>()
  for (let at = 6; at < 6 + count * 12; at += 12) {
    const platform = name.getUint16(at)
    const id = name.getUint16(at + 6)
    if ((id !== 1 && id !== 16) || (platform !== 0 && platform !== 3)) continue
    const start = strings + name.getUint16(at + 10)
    const units = Array.from({ length: name.getUint16(at + 8) >> 1 }, (_, i) => name.getUint16(start + i * 2))
    found.add(String.fromCharCode(...units))
  }
  return [...found]
}

/** Code points that lead to a glyph other than .notdef, from the Unicode subtables of formats 4 and 12. */
const mappedCodePoints = (cmap: DataView): CodePoints => {
  const found = new CodePoints()
  const count = cmap.getUint16(2)
  for (let at = 4; at < 4 + count * 8; at += 8) {
    const platform = cmap.getUint16(at)
    if (platform !== 0 && platform !== 3) continue
    const offset = cmap.getUint32(at + 4)
    const format = cmap.getUint16(offset)
    if (format === 12) addSegmentedCoverage(cmap, offset, found)
    if (format === 4) addSegmentMapping(cmap, offset, found)
  }
  return found
}

const addSegmentedCoverage = (cmap: DataView, offset: number, found: CodePoints): void => {
  const groups = cmap.getUint32(offset + 12)
  for (let at = offset + 16; at < offset + 16 + groups * 12; at += 12) {
    const first = cmap.getUint32(at)
    const glyph = cmap.getUint32(at + 8)
    const last = Math.min(cmap.getUint32(at + 4), highest)
    for (let codePoint = glyph === 0 ? first + 1 : first; codePoint <= last; codePoint++) found.add(codePoint)
  }
}

const addSegmentMapping = (cmap: DataView, offset: number, found: CodePoints): void => {
  const segments = cmap.getUint16(offset + 6) >> 1
  const ends = offset + 14
  const starts = ends + segments * 2 + 2
  const deltas = starts + segments * 2
  const ranges = deltas + segments * 2
  for (let i = 0; i < segments; i++) {
    const start = cmap.getUint16(starts + i * 2)
    const range = cmap.getUint16(ranges + i * 2)
    for (let codePoint = start; codePoint <= cmap.getUint16(ends + i * 2) && codePoint < 0xffff; codePoint++) {
      const at = ranges + i * 2 + range + (codePoint - start) * 2
      const raw = range === 0 ? codePoint : at + 1 < cmap.byteLength ? cmap.getUint16(at) : 0
      const glyph = range !== 0 && raw === 0 ? 0 : (raw + cmap.getUint16(deltas + i * 2)) & 0xffff
      if (glyph !== 0) found.add(codePoint)
    }
  }
}
