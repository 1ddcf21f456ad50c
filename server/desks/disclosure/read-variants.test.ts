import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDisclosure } from '../../../rules/disclosure/read/read-disclosure.ts'
import { differences, type Model, valuesOf } from '../../../tests/fixtures/disclosure/model.ts'
import { pageOf, plainStyle, type Style } from '../../../tests/fixtures/disclosure/page.ts'
import { aModel } from '../../../tests/fixtures/disclosure/random-model.ts'
import {
  fullWidth,
  oneCellALine,
  oneTableALine,
  pipedText,
  stackedText,
  tabbedText,
  traditional,
} from '../../../tests/fixtures/disclosure/render-text.ts'
import { textBlocks } from './sources/text-blocks.ts'
import { keptBy, someStyle } from './testing/kept-by-style.ts'
import { schemaFaults } from './testing/schema-check.ts'

const runs = { numRuns: 40 }

function faults(text: string, model: Model, style: Style, lost: boolean): string[] {
  const document = readDisclosure(textBlocks(text))
  return [...differences(valuesOf(document), keptBy(style, model), lost), ...schemaFaults(document)]
}

describe('a text with its cells kept gives the model back', () => {
  it.each([
    ['one cell a line behind tabs', stackedText],
    ['rows with tabs', tabbedText],
    ['rows with pipes', pipedText],
  ] as const)('%s', (_, render) => {
    fc.assert(
      fc.property(aModel, someStyle, (model, style) => {
        const written =
          render === stackedText ? model : { ...model, projects: model.projects.map((project) => ({ ...project, goals: [project.goals.join('')] })) }
        expect(faults(render(pageOf(model, style)), written, style, false)).toEqual([])
      }),
      runs,
    )
  })
})

describe('a text that lost its cells gives the model or nothing, never another value', () => {
  it.each([
    ['one cell a line', oneCellALine],
    ['one table a line', oneTableALine],
  ] as const)('%s', (_, render) => {
    fc.assert(
      fc.property(aModel, someStyle, (model, style) => {
        expect(faults(render(pageOf(model, style)), model, style, true)).toEqual([])
      }),
      runs,
    )
  })
})

it('full-width digits say the same', () => {
  fc.assert(
    fc.property(aModel, (model) => {
      const text = fullWidth(stackedText(pageOf(model, { ...plainStyle, separators: true })))
      const wide = JSON.parse(fullWidthValues(JSON.stringify(model))) as Model
      expect(faults(text, wide, plainStyle, false)).toEqual([])
    }),
    runs,
  )
})

/** Texts keep the width they were written in; numbers and codes do not. */
function fullWidthValues(json: string): string {
  const texts = json.replace(/"(name|unitName|use|description)":"([^"]*)"/g, (_, name: string, text: string) => `"${name}":"${fullWidth(text)}"`)
  return texts.replace(/"goals":\[[^\]]*\]/g, (goals) => fullWidth(goals))
}

it('traditional characters are recognised and kept', () => {
  fc.assert(
    fc.property(aModel, (model) => {
      const text = traditional(tabbedText(pageOf(model, plainStyle)))
      const document = readDisclosure(textBlocks(text))
      const read = valuesOf(document)
      expect(read.projects.map((project) => [project.total, project.fiscal, project.other, project.plan])).toEqual(
        model.projects.map((project) => [project.total, project.fiscal, project.other, project.plan]),
      )
      expect(read.projects.map((project) => project.name)).toEqual(model.projects.map((project) => traditional(project.name)))
      expect(read.totals).toEqual(model.totals)
      expect(read.threePublic).toEqual(model.threePublic)
      expect(read.institutions.flat()).toEqual(model.institutions.flat().map(traditional))
    }),
    runs,
  )
})
