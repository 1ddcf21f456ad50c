import fc from 'fast-check'
import type { Model } from '../../../../tests/fixtures/disclosure/model.ts'
import type { Style } from '../../../../tests/fixtures/disclosure/page.ts'

/** Any way of writing a document that the fixtures know. */
export const someStyle: fc.Arbitrary<Style> = fc.record({
  unit: fc.constantFrom('万元', '元'),
  separators: fc.boolean(),
  form: fc.constantFrom('hebei', 'national', 'selfEvaluation'),
  columns: fc.constantFrom('usual', 'valueFirst', 'threeColumns'),
  threePublic: fc.constantFrom('text', 'across', 'down'),
  nothing: fc.constantFrom('', '无'),
})

/** What a style keeps of a model: the other forms have no number, plan or use, and call the measure 三级指标. */
export function keptBy(style: Style, model: Model) {
  if (style.form === 'hebei') return model
  const projects = model.projects.map((project) => ({
    ...project,
    number: null,
    code: style.form === 'national' ? project.code : null,
    use: null,
    plan: [],
    indicators: project.indicators.map((row) => ({ ...row, level3: row.description, description: null })),
  }))
  return { ...model, projects }
}
