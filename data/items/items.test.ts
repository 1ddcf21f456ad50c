import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkAnswers } from '../../rules/service-item/check-answers.ts'
import { checkEligibility } from '../../rules/service-item/eligibility.ts'
import { findingLine } from '../../rules/service-item/finding.ts'
import type { ServiceItem } from '../../rules/service-item/item.ts'
import { missingMaterials, requiredMaterials } from '../../rules/service-item/required-materials.ts'
import { sampleInputs } from '../../rules/service-item/sample-input.ts'
import { validateItem, validateTogether } from '../../rules/service-item/validate.ts'

const folder = new URL('.', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
const entries = files.map((file) => ({ file, item: JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as ServiceItem }))
const errorsOf = (file: string, item: unknown) =>
  validateItem(item, file)
    .filter((finding) => finding.severity === 'error')
    .map(findingLine)

describe.each(entries)('$file', ({ file, item }) => {
  it('stands by every rule', () => expect(errorsOf(file, item)).toEqual([]))
  it('carries its code in its file name', () => expect(file).toBe(`${item.code}.json`))
  it('is known by at least six plain names', () => expect(item.aliases.length).toBeGreaterThanOrEqual(6))
  it('asks in at least two groups', () => expect(item.form.length).toBeGreaterThanOrEqual(2))

  const inputs = sampleInputs(item)
  it('can be applied for in every situation with input made from its own form', () => {
    for (const input of inputs) {
      expect(checkAnswers(item.form, input.answers), input.situation).toEqual([])
      expect(missingMaterials(item, input.answers, new Set(input.materials)), input.situation).toEqual([])
      expect(checkEligibility(item.eligibility, input.eligibility).outcome).toBe('eligible')
    }
  })
  it('has no material and no question that nobody is ever asked for', () => {
    const materials = new Set(inputs.flatMap((input) => requiredMaterials(item, input.answers).map((material) => material.id)))
    const questions = new Set(inputs.flatMap((input) => Object.keys(input.answers)))
    expect(item.materials.map((material) => material.id).filter((id) => !materials.has(id))).toEqual([])
    expect(item.form.flatMap((group) => group.fields.map((field) => field.id)).filter((id) => !questions.has(id))).toEqual([])
  })
})

describe('the catalogue together', () => {
  it('repeats no code, no name and no set of materials', () => expect(validateTogether(entries).map(findingLine)).toEqual([]))
})
