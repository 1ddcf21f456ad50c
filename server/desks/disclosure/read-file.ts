import { stat, readFile } from 'node:fs/promises'
import type { DisclosureDocument } from '../../../rules/disclosure/document.ts'
import { readDisclosure } from '../../../rules/disclosure/read/read-disclosure.ts'
import type { SourceBlock } from '../../../rules/disclosure/read/source-block.ts'
import { accepted, refused, type Result } from '../../../rules/refusal.ts'
import { decodeText } from './decode-text.ts'
import { convertOld } from './sources/converted-blocks.ts'
import { docxBlocks } from './sources/docx-blocks.ts'
import { sheetBlocks } from './sources/sheet-blocks.ts'
import { isEncryptedDoc, isEncryptedOffice, isHtml, isOldSheet, sniffSource } from './sources/sniff-source.ts'
import { textBlocks } from './sources/text-blocks.ts'
import { writtenCharacters } from './sources/written-characters.ts'
import { openZip } from './sources/zip.ts'

/** Beyond this a file is no budget document, and reading it would only cost memory. */
const GREATEST_FILE = 100 * 1024 * 1024

/**
 * Reads a published budget document from a file's path or from its bytes.
 * Refusals: `source-missing`, `source-is-folder`, `source-too-large`, `source-empty`, and those of the format.
 */
export async function readDisclosureFile(source: string | Uint8Array): Promise<Result<DisclosureDocument>> {
  const blocks = await sourceBlocks(source)
  return blocks.ok ? accepted(readDisclosure(blocks.value)) : blocks
}

/** The lines and tables of a file, before they are understood. The content decides the format, not the name. */
export async function sourceBlocks(source: string | Uint8Array): Promise<Result<SourceBlock[]>> {
  if (typeof source !== 'string') return blocksOf(source)
  const bytes = await bytesOf(source)
  return bytes.ok ? blocksOf(bytes.value) : bytes
}

async function bytesOf(path: string): Promise<Result<Uint8Array>> {
  const file = await stat(path).catch(() => null)
  if (file === null) return refused('source-missing')
  if (file.isDirectory()) return refused('source-is-folder')
  if (file.size > GREATEST_FILE) return refused('source-too-large')
  return accepted(await readFile(path))
}

async function blocksOf(bytes: Uint8Array): Promise<Result<SourceBlock[]>> {
  const blocks = bytes.length === 0 ? refused('source-empty') : await blocksByKind(bytes)
  return blocks.ok && !blocks.value.some(hasText) ? refused('source-empty') : blocks
}

function hasText(block: SourceBlock): boolean {
  return block.kind === 'line' ? block.text.trim() !== '' : block.cells.some((cell) => cell.text.trim() !== '')
}

async function blocksByKind(bytes: Uint8Array): Promise<Result<SourceBlock[]>> {
  switch (sniffSource(bytes)) {
    case 'zip':
      return officeBlocks(bytes)
    case 'pdf':
      // Loaded only for a PDF: the library is large.
      return (await import('./sources/pdf-blocks.ts')).pdfBlocks(bytes)
    case 'compound':
      return isEncryptedOffice(bytes) ? refused('source-encrypted') : convertedBlocks(bytes, isOldSheet(bytes) ? 'xls' : 'doc')
    case 'rtf':
      return convertedBlocks(bytes, 'rtf')
    case 'image':
      return refused('source-unsupported')
    case 'other': {
      const text = decodeText(bytes)
      if (!text.ok) return text
      return accepted(
        isHtml(text.value) ? (await import('./sources/html-blocks.ts')).htmlBlocks(text.value) : textBlocks(writtenCharacters(text.value)),
      )
    }
  }
}

function officeBlocks(bytes: Uint8Array): Result<SourceBlock[]> {
  const zip = openZip(bytes)
  if (!zip.ok) return zip
  if (zip.value.names.includes('word/document.xml')) return docxBlocks(zip.value)
  if (zip.value.names.includes('xl/workbook.xml')) return sheetBlocks(zip.value)
  return refused('source-unsupported')
}

async function convertedBlocks(bytes: Uint8Array, from: 'doc' | 'rtf' | 'xls'): Promise<Result<SourceBlock[]>> {
  if (from === 'doc' && isEncryptedDoc(bytes)) return refused('source-encrypted')
  const converted = await convertOld(bytes, from)
  return converted.ok ? officeBlocks(converted.value) : converted
}
