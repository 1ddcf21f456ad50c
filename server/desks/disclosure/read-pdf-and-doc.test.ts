import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { differences, type Model, valuesOf } from '../../../tests/fixtures/disclosure/model.ts'
import { plainStyle, type Style } from '../../../tests/fixtures/disclosure/page.ts'
import { readDisclosureFile, sourceBlocks } from './read-file.ts'
import { keptBy } from './testing/kept-by-style.ts'

const fixture = (name: string): string => new URL(`../../../tests/fixtures/disclosure/${name}`, import.meta.url).pathname
const model = JSON.parse(readFileSync(fixture('sample-model.json'), 'utf8')) as Model

async function faults(name: string, style: Style): Promise<string[]> {
  const read = await readDisclosureFile(fixture(name))
  if (!read.ok) return [read.refusal.code]
  return [...differences(valuesOf(read.value), keptBy(style, model), false), ...read.value.unread.map((each) => `unread ${each.text}`)]
}

describe('a .pdf with a text layer gives the model back, merged cells, wrapped cells and page ends included', () => {
  it('in the form of 2020', async () => expect(await faults('usual-form.pdf', plainStyle)).toEqual([]))
  it('in the national form', async () => expect(await faults('national-form.pdf', { ...plainStyle, form: 'national' })).toEqual([]))
  it('as a self-evaluation', async () => expect(await faults('self-evaluation.pdf', { ...plainStyle, form: 'selfEvaluation' })).toEqual([]))
})

describe('an old .doc', () => {
  const converter = spawnSync('soffice', ['--version']).status === 0
  it.runIf(converter)('gives the model back where LibreOffice is installed', async () =>
    expect(await faults('usual-form.doc', plainStyle)).toEqual([]),
  )
  it('is refused with a sentence where it is not', async () => {
    const path = process.env.PATH
    process.env.PATH = '/nowhere'
    try {
      expect(await sourceBlocks(fixture('usual-form.doc'))).toEqual({ ok: false, refusal: { code: 'source-converter-missing' } })
    } finally {
      process.env.PATH = path
    }
  })
})
