import { beforeAll, describe, expect, it } from 'vitest'
import { type Model, modelOf, valuesOf } from '../../../tests/fixtures/disclosure/model.ts'
import { pageOf, plainStyle, type Style } from '../../../tests/fixtures/disclosure/page.ts'
import { type Look, pdfFile, plainLook } from '../../../tests/fixtures/disclosure/render-pdf.ts'
import { readDisclosureFile } from './read-file.ts'
import { countLeaves, type LeafCount } from './testing/count-leaves.ts'
import { keptBy } from './testing/kept-by-style.ts'

const styles: Readonly<Record<string, Style>> = {
  'the form of 2020': plainStyle,
  'value first, in 元': { ...plainStyle, columns: 'valueFirst', unit: '元', separators: true },
  'nature, value and unit apart': { ...plainStyle, columns: 'threeColumns', threePublic: 'across' },
  'the national form': { ...plainStyle, form: 'national', threePublic: 'down' },
  'a self-evaluation': { ...plainStyle, form: 'selfEvaluation', threePublic: 'across', nothing: '无' },
}
const centred = { align: 'center', middle: true } as const
const looks: Readonly<Record<string, Look>> = {
  ruled: { ...plainLook, ruled: true },
  'ruled and centred': { ...plainLook, ...centred, ruled: true },
  bare: plainLook,
  'bare, columns as wide as their words': { ...plainLook, fitted: true },
  'bare, rows nearer than lines': { ...plainLook, gap: 0.5 },
  'bare, rows as near as lines': { ...plainLook, gap: 2 },
  'bare and centred': { ...plainLook, ...centred },
  'bare and centred, rows as near as lines': { ...plainLook, ...centred, gap: 2 },
  'bare and centred, whole rows, heads once': { ...plainLook, ...centred, breakable: false, heads: false },
  'bare, narrow': { ...plainLook, ...centred, margin: 40, size: 9 },
  'bare, small letters': { ...plainLook, ...centred, margin: 15, size: 7.5 },
  'bare, much room': { ...plainLook, margin: 15, size: 9, gap: 8 },
}

let model: Model
beforeAll(async () => {
  const read = await readDisclosureFile(new URL('../../../tests/fixtures/disclosure/budget-2020.txt', import.meta.url).pathname)
  if (!read.ok) throw new Error(read.refusal.code)
  model = modelOf(read.value)
})

async function counted(style: Style, look: Look): Promise<LeafCount> {
  const read = await readDisclosureFile(pdfFile(pageOf(model, style), look))
  if (!read.ok) throw new Error(read.refusal.code)
  return countLeaves(valuesOf(read.value), keptBy(style, model))
}

describe('the 2020 document printed anew says nothing else than was written, and little of it is unknown', () => {
  const cases = Object.keys(styles).flatMap((style) => Object.keys(looks).map((look) => [style, look] as const))
  it.each(cases)('%s, %s', async (style, look) => {
    const { right, unknown, wrong } = await counted(styles[style]!, looks[look]!)
    expect(wrong).toEqual([])
    expect(unknown / (right + unknown)).toBeLessThan(looks[look]!.ruled ? 0.02 : 0.08)
  })

  it('and all of it is known where the lines are drawn', async () => {
    expect(await counted(plainStyle, looks.ruled!)).toMatchObject({ unknown: 0, wrong: [] })
  })
})

describe('a text that a converter made of such pages says nothing that was not written', () => {
  it.each([
    ['columns kept by blanks, set to the left', 'left.layout.txt', plainStyle, 0.85],
    ['columns kept by blanks, centred', 'centred.layout.txt', plainStyle, 0.55],
    ['columns lost', 'left.text.txt', plainStyle, 0.5],
    ['columns lost, the national form', 'national.text.txt', styles['the national form']!, 0.5],
  ] as const)('%s', async (_, name, style, known) => {
    const read = await readDisclosureFile(new URL(`../../../tests/fixtures/disclosure/printed/${name}`, import.meta.url).pathname)
    if (!read.ok) throw new Error(read.refusal.code)
    const { right, unknown, wrong } = countLeaves(valuesOf(read.value), keptBy(style, model))
    expect(wrong).toEqual([])
    expect(right / (right + unknown)).toBeGreaterThan(known)
  })
})

describe('leaves are counted', () => {
  it('one left out is unknown, one said otherwise wrong, one never written wrong', () => {
    const written = {
      list: [
        { name: '甲', value: 1 },
        { name: '乙', value: 2 },
        { name: '丙', value: null },
      ],
    }
    const read = {
      list: [
        { name: '甲', value: 3 },
        { name: '丙', value: null },
        { name: '丁', value: null },
      ],
    }
    expect(countLeaves(read, written)).toMatchObject({ right: 3, unknown: 2, wrong: ['/list/0/value: 3 for 1', '/list/+: "丁" for nothing'] })
  })
})
