import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { generalStandardCharacters } from '../../../data/characters/load.ts'
import type { Sheet } from '../../../rules/paper/sheet.ts'
import { plainSheet } from './testing/plain-sheet.ts'
import { type PrintedPage, readPdf } from './testing/read-pdf.ts'
import { createTypesetter } from './typesetter.ts'

const typesetter = createTypesetter({ fontFolders: [] })
afterAll(() => typesetter.close())

const bytesOf = async (sheet: Sheet): Promise<Uint8Array> => {
  const result = await typesetter.typeset(sheet)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const printed = async (sheet: Sheet): Promise<readonly PrintedPage[]> => readPdf(await bytesOf(sheet))
const textOf = (pages: readonly PrintedPage[]): string => pages.flatMap((page) => page.lines).join('')
const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const millimetres = (points: number): number => (points / 72) * 25.4

describe('the same sheet', () => {
  const sheet = plainSheet({ qr: { text: 'https://example.org/a', caption: '核验' }, watermark: '样张' })

  test('gives the same bytes, in this worker and in another', async () => {
    const first = digest(await bytesOf(sheet))
    expect(digest(await bytesOf(plainSheet({ title: '别的' })))).not.toBe(first)
    expect(digest(await bytesOf(sheet))).toBe(first)
    const other = createTypesetter({ fontFolders: [] })
    const again = await other.typeset(sheet)
    await other.close()
    expect(again.ok && digest(again.value)).toBe(first)
  })
})

describe('layout by GB/T 9704-2012', () => {
  const lineOf28 = '一二三四五六七八九十'.repeat(3).slice(0, 28)
  const runOf = (pages: readonly PrintedPage[], text: string) => pages.flatMap((page) => page.runs).find((run) => run.text.includes(text))!

  test('a line holds 28 characters between margins of 28 and 26 mm, a page 22 lines', async () => {
    const pages = await printed(plainSheet({ form: 'official', paragraphs: [{ text: '一'.repeat(28 * 60) }] }))
    const [, second] = pages
    const body = second!.lines.filter((line) => line.startsWith('一'))
    expect(body.map((line) => line.length)).toEqual(Array(22).fill(28))
    const full = second!.runs.filter((run) => run.text.startsWith('一'))
    const left = Math.min(...full.map((run) => run.x))
    const right = Math.max(...full.map((run) => run.x + run.width))
    // Page 2 is the back of a sheet: its inner margin, 28 mm, is on the right.
    expect(millimetres(left)).toBeCloseTo(26, 0)
    expect(millimetres(second!.width - right)).toBeCloseTo(28, 0)
  })

  test('body 16 pt, title 22 pt; a paragraph begins two characters in', async () => {
    const pages = await printed(plainSheet({ form: 'official', paragraphs: [{ text: lineOf28.repeat(2) }] }))
    expect(runOf(pages, '通知书').size).toBeCloseTo(22)
    const first = runOf(pages, '一二三')
    expect(first.size).toBeCloseTo(16)
    expect(first.x - runOf(pages, '某某公司').x).toBeCloseTo(2 * 15.79, 0)
  })

  test('date four characters from the right, without leading zeros, the organ centred over it', async () => {
    const pages = await printed(plainSheet({ form: 'official', signature: { organ: '某某局', date: plainSheet().signature.date } }))
    const date = runOf(pages, '2026年3月2日')
    const organ = runOf(pages, '某某局')
    const rightEdge = pages[0]!.width - (26 / 25.4) * 72
    expect((rightEdge - date.x - date.width) / 15.79).toBeCloseTo(4, 0)
    expect(organ.x + organ.width / 2).toBeCloseTo(date.x + date.width / 2, 0)
  })

  test('the last page never bears the signature alone', async () => {
    for (const form of ['official', 'letter'] as const)
      for (let lines = 1; lines <= 40; lines++) {
        const pages = await printed(plainSheet({ form, paragraphs: [{ text: '文'.repeat(28 * lines) }] }))
        const last = pages.at(-1)!.lines
        expect([lines, last.some((line) => line.includes('文')), last.some((line) => line.includes('2026年3月2日'))]).toEqual([lines, true, true])
        expect(pages[0]!.lines.some((line) => line.includes('文'))).toBe(true)
      }
  })

  test('lines close up where that brings a short notice onto one page, and only then', async () => {
    const notice = (lines: number) => printed(plainSheet({ paragraphs: [{ text: '文'.repeat(28 * lines) }] }))
    const pitch = (page: PrintedPage) => {
      const heights = page.runs.filter((run) => run.text.startsWith('文')).map((run) => run.y)
      return heights[1]! - heights[2]!
    }
    const [short, squeezed, long] = [await notice(8), await notice(13), await notice(40)]
    expect([short.length, squeezed.length, long.length]).toEqual([1, 1, 3])
    expect(pitch(short[0]!)).toBeCloseTo(28.95, 1)
    expect(pitch(squeezed[0]!)).toBeLessThan(28)
    expect(pitch(long[0]!)).toBeCloseTo(28.95, 1)
  })

  test('page numbers: dashes, the first page of a letter has none', async () => {
    const long: Sheet['paragraphs'] = [{ text: '文'.repeat(28 * 40) }]
    const official = await printed(plainSheet({ form: 'official', paragraphs: long }))
    expect(official.map((page) => page.lines.at(-1))).toEqual(official.map((_, i) => `— ${i + 1} —`))
    const letter = await printed(plainSheet({ paragraphs: long }))
    expect(letter[0]!.lines.at(-1)).not.toMatch(/^—/)
    expect(letter[1]!.lines.at(-1)).toBe('— 2 —')
  })

  test('attachments, printing note, headings, tables, records and signature lines are set', async () => {
    const pages = await printed(
      plainSheet({
        form: 'official',
        paragraphs: [
          { level: 1, text: '一、标题' },
          { level: 2, text: '（一）小标题' },
          { list: ['甲', '乙'] },
          { table: { head: ['序号', '名称'], rows: [['1', '丙']], widths: [1, 4] } },
          { fields: [{ label: '地点', value: '丁' }] },
          { signatures: ['签名：'] },
        ],
        attachments: ['戊', '己'],
        colophon: { copies: ['庚'], organ: '辛', date: plainSheet().signature.date },
      }),
    )
    const text = textOf(pages)
    for (const piece of [
      '一、标题',
      '（一）小标题',
      '1. 甲',
      '2. 乙',
      '丙',
      '丁',
      '签名：',
      '附件：',
      '戊',
      '己',
      '抄送：',
      '庚。',
      '辛',
      '2026年3月2日印发',
    ])
      expect(text).toContain(piece)
  })

  test('a seal image stands where the place for it stood, and each paper bears its own', async () => {
    const ring = (colour: string) =>
      btoa(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 42 42"><circle cx="21" cy="21" r="20" fill="none" stroke="${colour}"/></svg>`)
    const sealed = (colour: string) => bytesOf(plainSheet({ seal: { draw: 'image', format: 'svg', base64: ring(colour), widthMm: 42 } }))
    const red = await sealed('red')
    const blue = await sealed('blue')
    expect(textOf(await readPdf(red))).not.toContain('加盖印章处')
    expect(textOf(await printed(plainSheet()))).toContain('加盖印章处')
    expect(digest(red)).not.toBe(digest(await bytesOf(plainSheet({ seal: { draw: 'none' } }))))
    expect(digest(red)).not.toBe(digest(blue))
    expect(digest(red)).toBe(digest(await sealed('red')))
  })
})

describe('characters', () => {
  test('the whole 通用规范汉字表 is printed, and reads back character by character', async () => {
    const { first, second, third } = generalStandardCharacters()
    const paragraphs = [first, second, third].map((level) => ({ text: level.join('') }))
    const pages = await printed(plainSheet({ form: 'official', paragraphs }))
    const found = pages.flatMap((page) => page.runs.filter((run) => Math.abs(run.size - 16) < 0.1).map((run) => run.text)).join('')
    const table = paragraphs.map((paragraph) => paragraph.text).join('')
    expect(found).toContain(table)
  })

  test('rare ones in every typeface of the page', async () => {
    const rare = '䶮𬭎𫖯𬘡𨱑𩽾𠳐𪩘'
    const text = textOf(
      await printed(
        plainSheet({
          form: 'official',
          heading: `${rare}局`,
          title: `${rare}书`,
          paragraphs: [{ level: 1, text: `一、${rare}` }, { level: 2, text: `（一）${rare}` }, { table: { head: [rare], rows: [[rare]] } }],
        }),
      ),
    )
    expect(text.split(rare)).toHaveLength(7)
  })

  test('a missing glyph stops the paper, wherever it stands, and names the code point', async () => {
    const missing = { ok: false, refusal: { code: 'glyph-missing', detail: { codePoint: 'U+20BB7', character: '𠮷' } } }
    expect(await typesetter.typeset(plainSheet({ addressee: '𠮷野' }))).toEqual(missing)
    expect(await typesetter.typeset(plainSheet({ paragraphs: [{ table: { head: ['甲'], rows: [['乙'], ['𠮷']] } }] }))).toEqual(missing)
    expect(await typesetter.typeset(plainSheet({ signature: { organ: '𠮷', date: plainSheet().signature.date } }))).toEqual(missing)
    expect(await typesetter.typeset(plainSheet({ seal: { draw: 'specimen', note: '𠮷' } }))).toEqual(missing)
    expect(await typesetter.typeset(plainSheet({ qr: { text: 'a', caption: '𠮷' } }))).toEqual(missing)
  })

  test.each([
    ['\u0000', 'U+0000'],
    ['\u202e', 'U+202E'],
    ['\u200b', 'U+200B'],
    ['\ud842', 'U+D842'],
    ['\ufeff', 'U+FEFF'],
    ['\uffff', 'U+FFFF'],
  ])('%j is refused by name', async (character, codePoint) => {
    expect(await typesetter.typeset(plainSheet({ title: `书${character}` }))).toEqual({
      ok: false,
      refusal: { code: 'character-unprintable', detail: { codePoint } },
    })
  })

  test('line ends of any kind begin a new line, a tab is a space', async () => {
    const [page] = await printed(plainSheet({ paragraphs: [{ text: '甲行\r\n乙行\r丙行\n丁\t行' }] }))
    expect(page!.lines).toEqual(expect.arrayContaining(['甲行', '乙行', '丙行', '丁 行']))
  })

  test("a bureau's own font folder makes more characters printable", async () => {
    const folder = join(dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json'))), 'standard_fonts')
    const wider = createTypesetter({ fontFolders: [folder] })
    const sheet = plainSheet({ title: '₤5' })
    expect((await typesetter.typeset(sheet)).ok).toBe(false)
    const result = await wider.typeset(sheet)
    await wider.close()
    expect(result.ok && textOf(await readPdf(result.value))).toContain('₤5')
  })
})

describe('text is data', () => {
  const hostile = [
    '#eval("1+1")',
    '#panic()',
    '$x^2$',
    '@label <label>',
    '\\u{41} \\',
    '*粗* _斜_ `码`',
    '= 标题',
    '#let x = 1; #x',
    '"引号" \'单\'',
    '//注释 /*注释*/',
    '{}[]()~--- ...',
    '&lt;b&gt; <b>',
    '{bureau}',
    '../../etc/passwd',
  ]

  test('markup is printed as it was typed', async () => {
    const pages = await printed(plainSheet({ paragraphs: hostile.map((text) => ({ text })) }))
    const lines = pages.flatMap((page) => page.lines)
    for (const text of hostile) expect(lines).toContain(text)
  })

  test('any text of letters, signs and ideographs is printed whole, within the margins, or refused by code point', async () => {
    const character = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...'#$@\\*_`=<>[](){}"\'/~-+.,;:!?%&^|') },
      { weight: 4, arbitrary: fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((codePoint) => String.fromCodePoint(codePoint)) },
      { weight: 3, arbitrary: fc.constantFrom(...'abcdefXYZ0123456789') },
      { weight: 1, arbitrary: fc.constantFrom(' ', '，', '。', '“', '”', '（', '）', '〔', '〕') },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
    )
    const anyText = fc.array(character, { minLength: 1, maxLength: 120 }).map((parts) => parts.join(''))
    const squeezed = (text: string) => text.replace(/\s+/g, '').normalize('NFKC')
    await fc.assert(
      fc.asyncProperty(anyText, fc.constantFrom('official' as const, 'letter' as const, 'slip' as const), async (text, form) => {
        const result = await typesetter.typeset(
          plainSheet({ form, addressee: text, paragraphs: [{ text }, { list: [text] }, { fields: [{ label: text, value: text }] }] }),
        )
        if (!result.ok) {
          expect(['glyph-missing', 'character-unprintable']).toContain(result.refusal.code)
          return
        }
        const pages = await readPdf(result.value)
        expect(squeezed(textOf(pages))).toContain(squeezed(text))
        for (const page of pages) for (const run of page.runs) expect(run.x + run.width).toBeLessThanOrEqual(page.width - 40)
      }),
      { numRuns: 60 },
    )
  })

  test('a very long name without a space stays on the paper', async () => {
    for (const form of ['official', 'letter', 'slip'] as const) {
      const name = 'W'.repeat(400)
      const organ = '某'.repeat(60)
      const pages = await printed(
        plainSheet({
          form,
          heading: organ,
          title: name,
          addressee: name,
          paragraphs: [
            { text: name },
            { table: { head: ['序号', '名称'], rows: [['1', name]], widths: [1, 5] } },
            { fields: [{ label: name, value: name }] },
          ],
          signature: { organ, date: plainSheet().signature.date },
          qr: { text: name, caption: name },
        }),
      )
      for (const page of pages)
        for (const run of page.runs) {
          expect(run.x).toBeGreaterThan(40)
          expect(run.x + run.width).toBeLessThan(page.width - 40)
        }
    }
  })
})

describe('the worker', () => {
  test('a sheet that cannot be set fails alone; those behind it are set', async () => {
    const brokenSeal = plainSheet({ seal: { draw: 'image', format: 'png', base64: btoa('no picture'), widthMm: 42 } })
    const outcomes = await Promise.allSettled([typesetter.typeset(plainSheet()), typesetter.typeset(brokenSeal), typesetter.typeset(plainSheet())])
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  })

  test('a sheet over the time limit is given up, and the next one is set by a new worker', async () => {
    const hasty = createTypesetter({ fontFolders: [], timeLimitMs: 4000 })
    const endless = hasty.typeset(plainSheet({ paragraphs: [{ text: '文'.repeat(3_000_000) }] }))
    const next = hasty.typeset(plainSheet())
    await expect(endless).rejects.toThrow('took too long')
    expect((await next).ok).toBe(true)
    await hasty.close()
  })

  test('closing rejects what waits, and what comes later', async () => {
    const closing = createTypesetter({ fontFolders: [] })
    const waiting = [closing.typeset(plainSheet()), closing.typeset(plainSheet())].map((each) => each.catch((error: Error) => error.message))
    await closing.close()
    expect(await Promise.all(waiting)).toEqual(['the typesetter is closed', 'the typesetter is closed'])
    await expect(closing.typeset(plainSheet())).rejects.toThrow('closed')
  })
})
