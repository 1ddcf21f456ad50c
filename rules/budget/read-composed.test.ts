import { describe, expect, it } from 'vitest'
import type { BudgetDocument } from './budget-document.ts'
import { auditPlaced } from './read-composed.ts'
import { aWholeBudget } from './testing/whole-budget.ts'

const sound = aWholeBudget()
const [first, second] = sound.projects
const placed = (budget: BudgetDocument, rule: string) => auditPlaced(budget).filter((finding) => finding.rule === rule)

describe('what the rules find on a screen', () => {
  it('stands at the value it is of', () => {
    const indicators = first!.indicators.map((one, at) => (at === 0 ? { ...one, target: '≥90%' } : one))
    expect(placed({ ...sound, projects: [{ ...first!, indicators }, second!] }, 'IND-TYPE')).toMatchObject([
      { path: 'projects/0/indicators/0/target' },
    ])
  })

  it('names another place by its name, not by a line that nobody sees', () => {
    const [{ level3, description } = {}] = first!.indicators
    const indicators = first!.indicators.map((one, at) => ({ ...one, level3: level3!, description: description!, target: `≥${90 + at}%` }))
    const budget = { ...sound, projects: [{ ...first!, indicators }, second!] }
    const [contradiction] = placed(budget, 'IND-CONTRA')
    expect(contradiction!.message).toContain('在“项目1 · 绩效指标1 · 指标值”处的指标值是“≥90%”')
    expect(auditPlaced(budget).filter(({ message }) => /第\d+行/.test(message))).toEqual([])
  })

  it('of tables that are not there stands at the tables', () =>
    expect(placed({ ...sound, tables: [] }, 'TABLE-NONE')).toMatchObject([{ path: 'tables' }]))
})
