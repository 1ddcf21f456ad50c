/** What kind of file the bytes are, whatever the name says. `compound` is the old Office container: .doc, .xls, or an encrypted .docx or .xlsx. */
export type SourceKind = 'zip' | 'pdf' | 'compound' | 'rtf' | 'image' | 'other'

export function sniffSource(bytes: Uint8Array): SourceKind {
  if (starts(bytes, [0x50, 0x4b, 3, 4]) || starts(bytes, [0x50, 0x4b, 5, 6])) return 'zip'
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return 'compound'
  if (Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes('%PDF-')) return 'pdf'
  if (starts(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66])) return 'rtf'
  if (starts(bytes, [0xff, 0xd8, 0xff]) || starts(bytes, [0x89, 0x50, 0x4e, 0x47]) || starts(bytes, [0x47, 0x49, 0x46, 0x38])) return 'image'
  return 'other'
}

function starts(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte)
}

/** True when the compound container is a password-protected .docx or .xlsx. */
export function isEncryptedOffice(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from('EncryptedPackage', 'utf16le'))
}

/** True when the compound container is an old spreadsheet. */
export function isOldSheet(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  return !file.includes(Buffer.from('WordDocument', 'utf16le')) && file.includes(Buffer.from('Workbook', 'utf16le'))
}

/** True when the old .doc says in its head (FIB, bit fEncrypted) that it has a password. The head stands at a sector's beginning. */
export function isEncryptedDoc(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let at = 512; at + 12 <= file.length; at += 512) {
    if (file.readUInt16LE(at) === 0xa5ec) return (file.readUInt16LE(at + 10) & 0x0100) !== 0
  }
  return false
}

/** True for text that is a web page. */
export function isHtml(text: string): boolean {
  const head = text.slice(0, 4096).trimStart().toLowerCase()
  return /^(<!doctype html|<html|<head|<body|<meta|<table|<div|<p[\s>]|<h[1-6][\s>]|<!--|<\?xml[^>]*>\s*(<!doctype html|<html))/.test(head)
}
