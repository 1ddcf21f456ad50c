import { stat, readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { DisclosureDocument } from '../../../rules/disclosure/document.ts'
import { readDisclosure } from '../../../rules/disclosure/read/read-disclosure.ts'
import type { SourceBlock } from '../../../rules/disclosure/read/source-block.ts'
import { accepted, refused, type Result } from '../../../rules/refusal.ts'
import { decodeText } from './decode-text.ts'
import { textBlocks } from './sources/text-blocks.ts'

/** Beyond this a file is no budget document, and reading it would only cost memory. */
const GREATEST_FILE = 100 * 1024 * 1024

/**
 * Reads a published budget document from a file's path, or from its bytes with the name it came under.
 * Refusals: `source-missing`, `source-is-folder`, `source-too-large`, `source-empty`, and those of the format.
 */
export async function readDisclosureFile(source: string | Uint8Array, name?: string): Promise<Result<DisclosureDocument>> {
  const blocks = await sourceBlocks(source, name)
  return blocks.ok ? accepted(readDisclosure(blocks.value)) : blocks
}

/** The lines and tables of a file, before they are understood. The content decides the format, not the name. */
export async function sourceBlocks(source: string | Uint8Array, name?: string): Promise<Result<SourceBlock[]>> {
  if (typeof source !== 'string') return blocksOf(source, name ?? '')
  const bytes = await bytesOf(source)
  return bytes.ok ? blocksOf(bytes.value, name ?? basename(source)) : bytes
}

async function bytesOf(path: string): Promise<Result<Uint8Array>> {
  const file = await stat(path).catch(() => null)
  if (file === null) return refused('source-missing')
  if (file.isDirectory()) return refused('source-is-folder')
  if (file.size > GREATEST_FILE) return refused('source-too-large')
  return accepted(await readFile(path))
}

async function blocksOf(bytes: Uint8Array, _name: string): Promise<Result<SourceBlock[]>> {
  if (bytes.length === 0) return refused('source-empty')
  const text = decodeText(bytes)
  return text.ok ? accepted(textBlocks(text.value)) : text
}
