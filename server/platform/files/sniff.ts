import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { refused, type Result, accepted } from '../../../rules/refusal.ts'

/** What may be taken, by extension: its media type. Extensions of one `family` may stand for each other (phones name pictures carelessly). */
const allowed: Readonly<Record<string, { readonly mediaType: string; readonly family: string }>> = {
  pdf: { mediaType: 'application/pdf', family: 'pdf' },
  png: { mediaType: 'image/png', family: 'picture' },
  jpg: { mediaType: 'image/jpeg', family: 'picture' },
  jpeg: { mediaType: 'image/jpeg', family: 'picture' },
  gif: { mediaType: 'image/gif', family: 'picture' },
  docx: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', family: 'docx' },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', family: 'xlsx' },
  ofd: { mediaType: 'application/ofd', family: 'ofd' },
  doc: { mediaType: 'application/msword', family: 'doc' },
  xls: { mediaType: 'application/vnd.ms-excel', family: 'xls' },
  txt: { mediaType: 'text/plain', family: 'txt' },
}

/**
 * The media type of a stored file by its content, refused when the kind is not allowed or is not what the name says:
 * an executable renamed to .pdf stays an executable.
 */
export async function sniff(path: string, name: string): Promise<Result<string>> {
  const claimed = /\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const found = await contentKind(path, claimed)
  const kind = found === undefined ? undefined : allowed[found]
  if (kind === undefined) return refused('file-type-not-allowed', { detail: { name, allowed: 'PDF、图片（JPG、PNG、GIF）、Word、Excel、OFD、TXT' } })
  if (allowed[claimed]?.family !== kind.family) return refused('file-type-mismatch', { detail: { name, extension: claimed || '无', found: found! } })
  return accepted(kind.mediaType)
}

async function contentKind(path: string, claimed: string): Promise<string | undefined> {
  const type = await fileTypeFromFile(path)
  if (type === undefined) return (await isPlainText(path)) ? 'txt' : undefined
  if (type.ext === 'zip' || (type.ext as string) === 'ofd') return (await holds(path, 'OFD.xml')) ? 'ofd' : undefined
  if (type.ext === 'cfb') return claimed === 'doc' || claimed === 'xls' ? claimed : undefined
  return type.ext
}

/** The central directory of a zip lies at its end: entry names stand there in clear. */
async function holds(path: string, entry: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const length = Math.min(size, 256 * 1024)
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length)
    return buffer.includes(entry)
  } finally {
    await file.close()
  }
}

/** UTF-8 or GB18030 text without control characters, by its first 64 KiB. */
async function isPlainText(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64 * 1024), 0, 64 * 1024, 0)
    const head = buffer.subarray(0, bytesRead)
    if (bytesRead === 0 || head.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13)) return false
    return decodes('utf-8', head) || decodes('gb18030', head)
  } finally {
    await file.close()
  }
}

function decodes(encoding: string, bytes: Uint8Array): boolean {
  try {
    // `stream` lets the last character be cut off where the head ends.
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}
