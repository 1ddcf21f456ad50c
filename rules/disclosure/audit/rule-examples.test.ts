import { describe, expect, it } from 'vitest'
import { ruleTable } from './rule-table.ts'
import { figureExamples } from './testing/figure-examples.ts'
import { indicatorExamples } from './testing/indicator-examples.ts'
import { projectExamples } from './testing/project-examples.ts'
import { tableExamples } from './testing/table-examples.ts'
import { textExamples } from './testing/text-examples.ts'

const examples = [...projectExamples, ...indicatorExamples, ...figureExamples, ...textExamples, ...tableExamples]

describe('every rule', () => {
  it('has an example, and every example a rule', () => {
    expect(examples.map(({ rule }) => rule).sort()).toEqual(ruleTable.map(({ id }) => id).sort())
  })

  it.each(examples.map((example) => [example.rule, example] as const))('%s finds its faults and lets the sound pass', (rule, { faulty, sound }) => {
    expect(faulty.length).toBeGreaterThan(0)
    expect(sound.length).toBeGreaterThan(0)
    for (const [index, { audit, quote }] of faulty.entries()) {
      const found = audit().filter((finding) => finding.rule === rule)
      expect(found.length, `faulty example ${index + 1}`).toBeGreaterThan(0)
      if (quote !== undefined) expect(found.map((finding) => finding.quote)).toContain(quote)
    }
    for (const [index, { audit }] of sound.entries()) {
      expect(
        audit()
          .filter((finding) => finding.rule === rule)
          .map((finding) => finding.message),
        `sound example ${index + 1}`,
      ).toEqual([])
    }
  })

  it('says of itself what it demands, where that stands and what would satisfy it', () => {
    expect(new Set(ruleTable.map(({ id }) => id)).size).toBe(ruleTable.length)
    for (const { id, demands, source, satisfy, severity, certainty } of ruleTable) {
      expect(id).toMatch(/^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$/)
      expect(demands.length, id).toBeGreaterThan(4)
      expect(source.text.length, id).toBeGreaterThan(4)
      expect(satisfy, id).toMatch(/[^。]$/)
      // An error is a fact.
      if (severity === 'error') expect(certainty, id).toBe('certain')
      if (certainty === 'judgement') expect(severity, id).not.toBe('error')
    }
  })
})
