import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differences, modelOf, type Model, valuesOf } from '../../../tests/fixtures/disclosure/model.ts'
import { pageOf, plainStyle, type PageItem, type Style } from '../../../tests/fixtures/disclosure/page.ts'
import { aModel } from '../../../tests/fixtures/disclosure/random-model.ts'
import { docxFile, htmlFile, xlsxFile } from '../../../tests/fixtures/disclosure/render-office.ts'
import { stackedText } from '../../../tests/fixtures/disclosure/render-text.ts'
import { readDisclosureFile } from './read-file.ts'
import { keptBy, someStyle } from './testing/kept-by-style.ts'
import { schemaFaults } from './testing/schema-check.ts'

const real = new URL('../../../tests/fixtures/disclosure/budget-2020.txt', import.meta.url).pathname

async function faults(file: Uint8Array, model: Model, style: Style): Promise<string[]> {
  const read = await readDisclosureFile(file)
  if (!read.ok) return [read.refusal.code]
  return [
    ...differences(valuesOf(read.value), keptBy(style, model), false),
    ...schemaFaults(read.value),
    ...read.value.unread.map((each) => `unread ${each.text}`),
  ]
}

const writers: readonly [string, (page: readonly PageItem[]) => Promise<Uint8Array>][] = [
  ['.docx', async (page) => new Uint8Array(await docxFile(page))],
  ['.html', async (page) => new TextEncoder().encode(htmlFile(page))],
  ['.xlsx', xlsxFile],
]

describe.each(writers)('a %s file', (_, write) => {
  it('gives any model back in any style, and leaves nothing unread', async () => {
    await fc.assert(
      fc.asyncProperty(aModel, someStyle, async (model, style) => {
        expect(await faults(await write(pageOf(model, style)), model, style)).toEqual([])
      }),
      { numRuns: 12 },
    )
  })

  it('gives the 2020 document back', async () => {
    const read = await readDisclosureFile(real)
    if (!read.ok) throw new Error(read.refusal.code)
    const model = modelOf(read.value)
    expect(await faults(await write(pageOf(model, plainStyle)), model, plainStyle)).toEqual([])
  })
})

it('a text in GB18030 reads as the same text in UTF-8', async () => {
  const [model] = fc.sample(aModel, { numRuns: 1, seed: 5 })
  const page = stackedText(pageOf(model!, plainStyle)).replace(/[“”]/g, '')
  const bytes = encodeGb18030(page)
  expect(await faults(bytes, model!, plainStyle)).toEqual([])
})

/** GB18030 bytes by turning the decoder's table round: no encoder comes with Node. */
function encodeGb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030')
  const bytesOf = new Map<string, number[]>()
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      if (low === 0x7f) continue
      const char = decoder.decode(new Uint8Array([high, low]))
      if (char.length === 1 && char !== '\ufffd') bytesOf.set(char, [high, low])
    }
  }
  return new Uint8Array([...text].flatMap((char) => (char.charCodeAt(0) < 0x80 ? [char.charCodeAt(0)] : bytesOf.get(char)!)))
}
