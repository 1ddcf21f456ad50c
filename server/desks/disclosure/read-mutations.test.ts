import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DisclosureDocument } from '../../../rules/disclosure/document.ts'
import { readDisclosure } from '../../../rules/disclosure/read/read-disclosure.ts'
import { parseMoney } from '../../../rules/money.ts'
import { allLeaves } from './testing/all-leaves.ts'
import { schemaFaults } from './testing/schema-check.ts'
import { textBlocks } from './sources/text-blocks.ts'

const original = readFileSync(new URL('../../../tests/fixtures/disclosure/budget-2020.txt', import.meta.url), 'utf8').split('\n')

type Mutation = (lines: readonly string[]) => string[]
const at = fc.nat(original.length - 1)
const drop = fc.tuple(at, fc.integer({ min: 1, max: 30 })).map(
  ([from, count]): Mutation =>
    (lines) => [...lines.slice(0, from), ...lines.slice(from + count)],
)
const duplicate = fc.tuple(at, fc.integer({ min: 1, max: 40 })).map(
  ([from, count]): Mutation =>
    (lines) => [...lines.slice(0, from + count), ...lines.slice(from)],
)
const swap = fc.tuple(at, at).map(
  ([one, other]): Mutation =>
    (lines) =>
      lines.map((line, index) => (index === one ? (lines[other] ?? '') : index === other ? (lines[one] ?? '') : line)),
)
const retyped = fc.constantFrom(
  '',
  '\t',
  '\t无',
  '\t88100',
  '\t27.5027.50',
  '\t≥',
  '\tXX',
  '\t-3',
  '\t1,23',
  '\t100.00',
  '\t一级指标',
  '\t项目编码',
  '单位：元',
  '\t３月底',
  '|',
  '\u0000',
  '\ud800',
  '\t'.repeat(9),
  '（'.repeat(300),
)
const retype = fc.tuple(at, fc.oneof(retyped, fc.string({ unit: 'binary', maxLength: 40 }))).map(
  ([line, text]): Mutation =>
    (lines) =>
      lines.map((each, index) => (index === line ? text : each)),
)
const shuffle = fc.tuple(at, fc.integer({ min: 2, max: 60 })).map(
  ([from, count]): Mutation =>
    (lines) => [...lines.slice(0, from), ...lines.slice(from, from + count).reverse(), ...lines.slice(from + count)],
)
const mutations = fc.array(fc.oneof(drop, duplicate, swap, retype, shuffle), { minLength: 1, maxLength: 6 })

/** Faults no reading may have, whatever it was given: a shape that was not promised, a leaf that does not stand at its place, a number not in its text. */
function dishonest(document: DisclosureDocument, lines: readonly string[]): string[] {
  const faults = schemaFaults(document)
  for (const { raw, place } of allLeaves(document)) {
    const parts = raw.split('\n')
    const here = lines.slice(place.line - 1, place.line - 1 + parts.length)
    if (!parts.every((part, index) => here[index]?.includes(part)))
      faults.push(`line ${place.line}: ${JSON.stringify(raw)} where ${JSON.stringify(here)} stands`)
  }
  for (const project of document.projects) {
    for (const leaf of Object.values(project.budget)) {
      if (leaf?.value != null && leaf.value !== parseMoney(leaf.raw, '万元') && leaf.value !== parseMoney(leaf.raw, '元'))
        faults.push(`money ${leaf.raw} ${leaf.value}`)
    }
    for (const { percent } of project.plan)
      if (percent.value !== null && percent.value !== Number(percent.raw.trim().replace('%', ''))) faults.push(`share ${percent.raw}`)
  }
  return faults
}

describe('the 2020 document, spoiled', () => {
  it('never makes the reader fall, nor say what does not stand there', () => {
    fc.assert(
      fc.property(mutations, (steps) => {
        const lines = steps.reduce<readonly string[]>((before, step) => step(before), original).flatMap((line) => line.split(/\r\n|\n|\r/))
        expect(dishonest(readDisclosure(textBlocks(lines.join('\n'))), lines)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('never makes the reader fall when it is cut anywhere', () => {
    const whole = original.join('\n')
    fc.assert(
      fc.property(fc.nat(whole.length), (length) => {
        const text = whole.slice(0, length)
        expect(dishonest(readDisclosure(textBlocks(text)), text.split('\n'))).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  it('loses only what a dropped cell touches', () => {
    // The cell of 预算数 in the third form: its neighbours stay what they are.
    const line = original.findIndex((text, index) => text === '\t7.00' && original[index - 1] === '\t预算数')
    const document = readDisclosure(textBlocks(original.filter((_, index) => index !== line).join('\n')))
    expect(document.projects[2]!.budget).toMatchObject({ total: null, fiscal: { value: 7_000_000 } })
    expect(document.projects.map((project) => project.budget.total?.value ?? null).filter((value) => value === null)).toHaveLength(1)
  })

  it('does not guess which month a share belongs to when a cell was lost', () => {
    const line = original.indexOf('\t20.00')
    const document = readDisclosure(textBlocks(original.filter((_, index) => index !== line + 3).join('\n')))
    expect(document.projects[1]!.plan.map((entry) => entry.percent.value)).toEqual([null, null, null, null])
    expect(document.unread.map((each) => each.text)).toEqual(['20.00', '60.00', '20.00'])
  })

  it('does not take numbers run together for one', () => {
    const document = readDisclosure(textBlocks(original.map((text) => (text === '\t60.00' ? '\t88100' : text)).join('\n')))
    expect(document.projects[1]!.plan.map((entry) => [entry.percent.raw, entry.percent.value])).toEqual([
      ['20.00', 20],
      ['88100', null],
      ['20.00', 20],
      ['', null],
    ])
  })
})
