import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { disclosureSourceTexts } from '../../../contract/disclosure-source-texts.ts'
import { pageOf, plainStyle } from '../../../tests/fixtures/disclosure/page.ts'
import { aModel } from '../../../tests/fixtures/disclosure/random-model.ts'
import { docxFile, htmlFile, xlsxFile } from '../../../tests/fixtures/disclosure/render-office.ts'
import { readDisclosureFile } from './read-file.ts'
import { blankPdf, pdfOf } from './testing/plain-pdf.ts'

const page = pageOf(fc.sample(aModel, { numRuns: 1, seed: 11 })[0]!, plainStyle)
const fixture = (name: string): string => new URL(`../../../tests/fixtures/disclosure/${name}`, import.meta.url).pathname
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oneseal-bad-input-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** The refusal's code; it must have a sentence. */
async function refusalOf(source: Uint8Array | string): Promise<string | null> {
  const read = await readDisclosureFile(source)
  if (read.ok) return null
  expect(disclosureSourceTexts[read.refusal.code]).toMatch(/^[^a-z]+.*。$/)
  return read.refusal.code
}

/** A zip with these files; `lie` writes a false unpacked size into its directory. */
function zipOf(files: Readonly<Record<string, Buffer>>, lie?: number, flags = 0): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const [name, data] of Object.entries(files)) {
    const packed = deflateRawSync(data)
    const local = Buffer.alloc(30 + name.length)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(flags, 6)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(crc32(data), 14)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(lie ?? data.length, 22)
    local.writeUInt16LE(name.length, 26)
    local.write(name, 30)
    const central = Buffer.alloc(46 + name.length)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(flags, 8)
    central.writeUInt16LE(8, 10)
    central.writeUInt32LE(packed.length, 20)
    central.writeUInt32LE(lie ?? data.length, 24)
    central.writeUInt16LE(name.length, 28)
    central.writeUInt32LE(offset, 42)
    central.write(name, 46)
    locals.push(local, packed)
    centrals.push(central)
    offset += local.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(centrals.length, 8)
  end.writeUInt16LE(centrals.length, 10)
  end.writeUInt32LE(Buffer.concat(centrals).length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, ...centrals, end])
}

describe('what cannot be read gets a sentence', () => {
  it('a missing file, a folder, an empty file', async () => {
    expect(await refusalOf(join(folder, 'none.docx'))).toBe('source-missing')
    expect(await refusalOf(folder)).toBe('source-is-folder')
    await writeFile(join(folder, 'empty.txt'), '')
    expect(await refusalOf(join(folder, 'empty.txt'))).toBe('source-empty')
    expect(await refusalOf(Buffer.from(' \n\n\t\n'))).toBe('source-empty')
  })

  it('bytes that are no text', async () => {
    const bytes = Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * index * 7919 + index * 31) % 256))
    expect(await refusalOf(bytes)).toBe('source-not-text')
    expect(await refusalOf(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46]))).toBe('source-unsupported')
  })

  it('a truncated .docx, .xlsx or .pdf, wherever it was cut', async () => {
    const files = [await docxFile(page), Buffer.from(await xlsxFile(page))]
    for (const file of files) {
      for (const part of [0.1, 0.5, 0.9, 0.999]) expect(await refusalOf(file.subarray(0, Math.floor(file.length * part)))).toBe('source-damaged')
    }
    expect(await refusalOf(Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type'))).toBe('source-damaged')
  })

  it('a .docx whose content is damaged', async () => {
    const file = Buffer.from(await docxFile(page))
    const at = file.indexOf('word/document.xml') + 400
    file.fill(0xaa, at, at + 200)
    expect(await refusalOf(file)).toBe('source-damaged')
  })

  it('a zip bomb, honest or lying about its size', async () => {
    const bomb = { 'word/document.xml': Buffer.alloc(60 * 1024 * 1024, '<w:p/>') }
    expect(await refusalOf(zipOf(bomb))).toBe('source-unpacks-too-large')
    expect(await refusalOf(zipOf(bomb, 1000))).toBe('source-unpacks-too-large')
  })

  it('a zip that is no document, or has a password', async () => {
    expect(await refusalOf(zipOf({ 'a.txt': Buffer.from('x') }))).toBe('source-unsupported')
    expect(await refusalOf(zipOf({ 'word/document.xml': Buffer.from('<w:document/>') }, undefined, 1))).toBe('source-encrypted')
  })

  it('a .docx with a password, as Word saves it', async () => {
    const head = Buffer.alloc(4096)
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(head)
    Buffer.from('EncryptedPackage', 'utf16le').copy(head, 1024)
    expect(await refusalOf(head)).toBe('source-encrypted')
  })

  it('a .pdf with a password, one of scanned pages, one that is blank', async () => {
    expect(await refusalOf(fixture('encrypted.pdf'))).toBe('source-encrypted')
    expect(await refusalOf(blankPdf(3, true))).toBe('source-image-only')
    expect(await refusalOf(blankPdf(1, false))).toBe('source-empty')
  })
})

describe('the content decides, not the name', () => {
  it.each([
    ['word.pdf', async () => docxFile(page)],
    ['sheet.txt', async () => xlsxFile(page)],
    ['page.docx', async () => Buffer.from(htmlFile(page))],
    ['text.xlsx', async () => Buffer.from('一、总体绩效目标\n推进审批\n')],
  ] as const)('%s', async (name, make) => {
    const path = join(folder, name)
    await writeFile(path, await make())
    expect(await refusalOf(path)).toBeNull()
  })
})

it('a text cut off in the middle of a character is still that text', async () => {
  const whole = Buffer.from('某某局2021年部门预算\n二、收支总体情况\n支出总计546.52万元。'.repeat(20))
  const read = await readDisclosureFile(whole.subarray(0, whole.length - 1))
  expect(read.ok && read.value.totals.expenditure?.value).toBe(546_520_000)
})

describe('what is long is read, or refused in time', () => {
  it('a PDF of five hundred pages', async () => {
    const pages = Array.from({ length: 500 }, (_, page) =>
      Array.from({ length: 30 }, (__, line) => `Page ${page} line ${line} ${'text '.repeat((page * line) % 9)}`),
    )
    const before = process.memoryUsage().rss
    const read = await readDisclosureFile(pdfOf(pages))
    if (!read.ok) throw new Error(read.refusal.code)
    expect(read.value.unread.length).toBeGreaterThan(500)
    expect(process.memoryUsage().rss - before).toBeLessThan(600 * 1024 * 1024)
  })

  it('hostile lengths: one endless line, a hundred thousand lines, deep nesting', async () => {
    const started = process.cpuUsage()
    for (const text of [
      '一般公共预算'.repeat(200_000),
      `${'共计'.repeat(100_000)}12万元`,
      '合计'.repeat(50_000),
      `${'1,'.repeat(200_000)}万元`,
      '项目名称：'.repeat(40_000),
      '产出指标\n'.repeat(50_000),
      '\t单位名称\n'.repeat(50_000),
      '|a'.repeat(50_000),
      `${'.'.repeat(200_000)}x`,
      `<html>${'<div>'.repeat(3000)}二〇二〇${'</div>'.repeat(3000)}</html>`,
    ]) {
      expect((await readDisclosureFile(Buffer.from(text))).ok).toBe(true)
    }
    const { user, system } = process.cpuUsage(started)
    expect((user + system) / 1e6).toBeLessThan(30)
  })
})
