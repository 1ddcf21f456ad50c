import { inflateRawSync } from 'node:zlib'
import { accepted, refused, type Result } from '../../../../rules/refusal.ts'

/** One file's whole inflated size, and all files' together: beyond it nothing is unpacked. */
const GREATEST_ENTRY = 96 * 1024 * 1024
const GREATEST_TOTAL = 192 * 1024 * 1024
/** Office XML packs about ten to forty times; a packed run of one letter a thousand times. */
const GREATEST_RATIO = 250
const RATIO_FROM = 4 * 1024 * 1024
const LEAST_CHUNK = 1024

interface Entry {
  readonly method: number
  readonly packed: number
  readonly size: number
  readonly offset: number
  readonly encrypted: boolean
}

/** A zip container opened by its central directory; files are unpacked only when asked for. */
export interface Zip {
  readonly names: readonly string[]
  /** The file's bytes; undefined when there is none of that name. Refusals: `source-damaged`, `source-encrypted`, `source-unpacks-too-large`. */
  read(name: string): Result<Buffer | undefined>
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50

/** Opens a zip. Refusal `source-damaged` when the directory is missing or false (a truncated download has none). */
export function openZip(bytes: Uint8Array): Result<Zip> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = directory(file)
  if (entries === null) return refused('source-damaged')
  let unpacked = 0
  return accepted({
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name)
      if (entry === undefined) return accepted(undefined)
      if (entry.encrypted) return refused('source-encrypted')
      const tooLarge = entry.size > GREATEST_ENTRY || unpacked + entry.size > GREATEST_TOTAL
      if (tooLarge || (entry.size > RATIO_FROM && entry.size > entry.packed * GREATEST_RATIO)) return refused('source-unpacks-too-large')
      const packed = packedBytes(file, entry)
      if (packed === null) return refused('source-damaged')
      const data = unpack(packed, entry)
      if (data.ok) unpacked += data.value.length
      return data
    },
  })
}

function directory(file: Buffer): Map<string, Entry> | null {
  const least = Math.max(0, file.length - 65_557)
  for (let at = file.length - 22; at >= least; at--) {
    if (file.readUInt32LE(at) !== END) continue
    return readDirectory(file, file.readUInt16LE(at + 10), file.readUInt32LE(at + 16))
  }
  return null
}

function readDirectory(file: Buffer, count: number, start: number): Map<string, Entry> | null {
  const entries = new Map<string, Entry>()
  let at = start
  for (let i = 0; i < count; i++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== CENTRAL) return null
    const nameLength = file.readUInt16LE(at + 28)
    entries.set(file.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'), {
      encrypted: (file.readUInt16LE(at + 8) & 1) === 1,
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      size: file.readUInt32LE(at + 24),
      offset: file.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return entries
}

function packedBytes(file: Buffer, entry: Entry): Buffer | null {
  const { offset } = entry
  if (offset + 30 > file.length || file.readUInt32LE(offset) !== LOCAL) return null
  const from = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28)
  return from + entry.packed > file.length ? null : file.subarray(from, from + entry.packed)
}

function unpack(packed: Buffer, entry: Entry): Result<Buffer> {
  if (entry.method === 0) return accepted(packed)
  if (entry.method !== 8) return refused('source-damaged')
  try {
    // The directory may lie about the size: the inflater stops by itself, and what it says only helps to unpack in one piece.
    const maxOutputLength = Math.min(GREATEST_ENTRY, Math.max(RATIO_FROM, packed.length * GREATEST_RATIO))
    const chunkSize = Math.max(LEAST_CHUNK, Math.min(entry.size + 64, RATIO_FROM))
    return accepted(inflateRawSync(packed, { maxOutputLength, chunkSize }))
  } catch (error) {
    const code = error instanceof RangeError ? 'source-unpacks-too-large' : 'source-damaged'
    return refused(code)
  }
}
