import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BudgetDocument } from './budget-document.ts'
import { mergeEdits } from '../merging/merge-edits.ts'
import { sameData } from '../merging/same-data.ts'
import { changedSections } from './changed-sections.ts'
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

  test('a project that one took out and the other changed is told', () => {
    const mine = { ...base, projects: base.projects.slice(1) }
    expect(mergeEdits(base, mine, base, 'theirs')).toEqual({ content: mine, overlaps: [] })
    expect(mergeEdits(base, mine, renamed(base, 0, 'x'), 'theirs').overlaps).toEqual(['projects'])
  })

  const rowsOf = (budget: BudgetDocument) => budget.tables[0]!.rows.map(([first]) => first)
  const withRows = (rows: readonly string[]): BudgetDocument => ({
    ...base,
    tables: base.tables.with(0, { ...base.tables[0]!, rows: rows.map((row) => [row, '1']) }),
  })

  test.each([
    ['at two ends', 'abc', 'xabc', 'abcy', 'xabcy'],
    ['at the same end: both stay', 'abc', 'abcx', 'abcy', 'abcyx'],
    ['where the other took one away', 'abcd', 'abxcd', 'abc', 'abxc'],
    ['in an empty table', '', 'x', 'y', 'yx'],
    ['that the other added too', 'ab', 'abxy', 'abx', 'abxy'],
    ['while the other changed one far away', 'abcd', 'xabcd', 'abcz', 'xabcz'],
  ])('rows added to one table %s', (_where, was, mine, theirs, both) => {
    const { content, overlaps } = mergeEdits(withRows([...was]), withRows([...mine]), withRows([...theirs]), 'mine')
    expect(rowsOf(content).join('')).toBe(both)
    expect(overlaps).toEqual([])
    // Choosing the other's afterwards doubles nothing.
    expect(rowsOf(mergeEdits(withRows([...was]), content, withRows([...theirs]), 'theirs').content).join('')).toBe(both)
  })

  test('one row changed by both is told by its place in the table as it stands', () => {
    const merged = mergeEdits(withRows([...'abc']), withRows([...'xabz']), withRows([...'aby']), 'theirs')
    expect(merged.overlaps).toEqual(['tables/0/rows/3/0'])
    expect(rowsOf(merged.content).join('')).toBe('xaby')
  })

  test('the nine tables that both set up are not eighteen', () => {
    const none = { ...base, tables: [] }
    const theirs = { ...base, tables: base.tables.with(0, { ...base.tables[0]!, rows: [] }) }
    const merged = mergeEdits(none, base, theirs, 'mine')
    expect(merged).toMatchObject({ overlaps: ['tables'], content: { tables: base.tables } })
  })

  test('whatever two people do apart from each other, nothing of either is lost', () => {
    const part = fc.array(fc.stringMatching(/^[a-z]{1,3}$/), { maxLength: 6 })
    fc.assert(
      fc.property(part, part, part, part, (before, after, mine, theirs) => {
        // Each works in a stretch of its own, with a row between that nobody touched.
        const list = (one: readonly string[], other: readonly string[]) => withRows([...one, 'MIDDLE', ...other])
        const merged = mergeEdits(list(before, after), list(mine, after), list(before, theirs), 'mine')
        expect(rowsOf(merged.content)).toEqual([...mine, 'MIDDLE', ...theirs])
        expect(merged.overlaps).toEqual([])
      }),
    )
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
