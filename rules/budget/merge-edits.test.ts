import { describe, expect, test } from 'vitest'
import type { BudgetDocument } from './budget-document.ts'
import { changedSections, mergeEdits, sameData } from './merge-edits.ts'
import { aWholeBudget } from './testing/whole-budget.ts'

const base = aWholeBudget()
const renamed = (budget: BudgetDocument, at: number, name: string): BudgetDocument => ({
  ...budget,
  projects: budget.projects.map((project, index) => (index === at ? { ...project, name } : project)),
})

describe('two officers who edit one version', () => {
  test('both keep what they changed in different places, down to one cell of one project', () => {
    const mine = renamed({ ...base, operatingCost: 1 }, 0, '我改的')
    const theirs = { ...renamed(base, 1, '他改的'), totals: { ...base.totals, income: 5 } }
    const { content, overlaps } = mergeEdits(base, mine, theirs, 'mine')
    expect(overlaps).toEqual([])
    expect(content.projects.map(({ name }) => name).slice(0, 2)).toEqual(['我改的', '他改的'])
    expect(content).toMatchObject({ operatingCost: 1, totals: { income: 5 } })
  })

  test.each(['mine', 'theirs'] as const)('are told where both changed the same place: %s stands', (prefer) => {
    const [mine, theirs] = [renamed(base, 0, 'mine'), renamed(base, 0, 'theirs')]
    const { content, overlaps } = mergeEdits(base, mine, theirs, prefer)
    expect(overlaps).toEqual(['projects/0/name'])
    expect(content.projects[0]!.name).toBe(prefer)
  })

  test('a list whose length one of them changed is taken as a whole', () => {
    const mine = { ...base, projects: base.projects.slice(1) }
    expect(mergeEdits(base, mine, base, 'theirs')).toEqual({ content: mine, overlaps: [] })
    expect(mergeEdits(base, mine, renamed(base, 0, 'x'), 'theirs').overlaps).toEqual(['projects'])
  })

  test('a passage of the original that one of them took away stays away', () => {
    const original = { ...base, asPublished: { income: ['甲'], overview: ['乙'] } }
    const theirs = { ...original, asPublished: { overview: ['乙'] } }
    expect(mergeEdits(original, { ...original, operatingCost: 3 }, theirs, 'mine').content.asPublished).toEqual({ overview: ['乙'] })
  })
})

test('only what differs is a change, and the order of names is no difference', () => {
  expect(changedSections(base, { ...base, operatingCost: 1 })).toEqual({ operatingCost: 1 })
  const turned = { ...base, totals: Object.fromEntries(Object.entries(base.totals).toReversed()) as BudgetDocument['totals'] }
  expect(changedSections(base, turned)).toEqual({})
  expect([sameData({ a: undefined }, { b: 1 }), sameData([1], { 0: 1 }), sameData(null, {}), sameData({ a: 1 }, { a: 1, b: 2 })]).toEqual([
    false,
    false,
    false,
    false,
  ])
})
