import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { TextDecoderStream } from 'node:stream/web'
import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import type { Mapping } from './mapping.ts'

/** One row of the file: cells by column name, and the line on which it begins, as an editor shows it. */
export interface SourceRow {
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
  /** What was odd about the row as such: `too-few-cells`, `too-many-cells`, `garbled`. */
  readonly oddities: readonly string[]
}

/** What a file was found to be written in. Office programs call UTF-16 “Unicode 文本”. */
export type FoundEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'

export interface SourceFile {
  readonly encoding: FoundEncoding
  readonly header: readonly string[]
  readonly rows: AsyncIterable<SourceRow>
}

/** Opens a CSV and reads its header; rows follow one by one, so a file of any length takes little memory. Throws Error with a sentence where there is no header. */
export async function openRows(path: string, mapping: Pick<Mapping, 'encoding' | 'delimiter'>): Promise<SourceFile> {
  const encoding = mapping.encoding === 'auto' ? await encodingOf(path) : mapping.encoding
  const text = Readable.fromWeb(Readable.toWeb(createReadStream(path)).pipeThrough(new TextDecoderStream(encoding)))
  const parser = text.compose(
    parse({
      delimiter: mapping.delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      info: true,
      max_record_size: 4_000_000,
    }),
  )
  const records = parser[Symbol.asyncIterator]() as AsyncIterator<{ record: string[]; info: { lines: number } }>
  const first = await records.next()
  if (first.done) throw new EmptyFile('文件是空的，没有表头。')
  const header = first.value.record.map((name) => name.normalize('NFKC').replace(/\s+/g, ''))
  return { encoding, header, rows: rowsOf(records, header, first.value.info.lines) }
}

/** The file cannot be taken at all; the message is for the person at the keyboard. */
export class EmptyFile extends Error {}

async function* rowsOf(
  records: AsyncIterator<{ record: string[]; info: { lines: number } }>,
  header: readonly string[],
  headerEnds: number,
): AsyncGenerator<SourceRow> {
  let before = headerEnds
  for (let next = await records.next(); !next.done; next = await records.next()) {
    const { record, info } = next.value
    const line = before + 1
    before = info.lines
    if (record.every((cell) => cell.trim() === '')) continue
    const cells: Record<string, string> = {}
    header.forEach((name, i) => {
      if (name !== '' && !Object.hasOwn(cells, name)) cells[name] = plainCell(record[i] ?? '')
    })
    const oddities = [
      ...(record.length < header.length ? ['too-few-cells'] : []),
      ...(record.length > header.length && record.slice(header.length).some((cell) => cell.trim() !== '') ? ['too-many-cells'] : []),
      ...(record.some((cell) => cell.includes('\uFFFD')) ? ['garbled'] : []),
    ]
    yield { line, cells, oddities }
  }
}

/** A cell without what only spreadsheets and web pages put there: `="0012"` and `'0012` around a code, spaces without width. */
const plainCell = (raw: string): string => {
  const text = raw.replace(/[\u200B-\u200D\u2060\uFEFF]/g, '').trim()
  return (/^="([^"]*)"$/.exec(text)?.[1] ?? text.replace(/^'(?=[=+\-@0-9A-Z])/, '')).trim()
}

/**
 * UTF-16 by its mark; UTF-8 where the first megabyte is that but for a slip here and there (the rows that have it are told); else GB18030, which older
 * office systems write and of which hardly a character reads as UTF-8.
 */
async function encodingOf(path: string): Promise<FoundEncoding> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1_048_576), 0, 1_048_576, 0)
    const mark = bytesRead < 2 ? 0 : buffer.readUInt16BE(0)
    if (mark === 0xfffe) return 'utf-16le'
    if (mark === 0xfeff) return 'utf-16be'
    const beyondAscii = new TextDecoder('utf-8').decode(buffer.subarray(0, bytesRead), { stream: true }).match(/[^\0-\x7F]/g) ?? []
    const unreadable = beyondAscii.filter((character) => character === '\uFFFD').length
    return unreadable * 2 > beyondAscii.length ? 'gb18030' : 'utf-8'
  } finally {
    await file.close()
  }
}
