import { describe, expect, it } from 'vitest'
import { compareBudgets } from './compare-budgets.ts'
import { type BudgetDocument, emptyBudget } from './budget-document.ts'
import { takenIn } from './take-in-file.ts'
import { aWholeBudget } from './testing/whole-budget.ts'

const draft = aWholeBudget()
const nothing = emptyBudget('某局', 2026, 'budget')
const places = (file: BudgetDocument, into = draft) => compareBudgets(into, takenIn(into, file)).map(({ path }) => path)

describe('a file filled in elsewhere', () => {
  it('changes nothing where it says the same', () => expect(places(draft)).toEqual([]))

  it('takes nothing away by not saying it', () => expect(places({ ...nothing, document: { ...draft.document, year: 1999, kind: null } })).toEqual([]))

  it('changes one figure where one is other', () =>
    expect(places({ ...nothing, document: draft.document, totals: { ...nothing.totals, income: 1 } })).toEqual(['totals/income']))

  it('puts a project and a table in the place of the one of the same name, and a new one at the end', () => {
    const [first, second] = draft.projects
    const file = {
      ...draft,
      projects: [
        { ...second!, use: '别的用途' },
        { ...first!, code: '新编码', name: '新项目' },
      ],
      tables: [{ ...draft.tables[4]!, rows: [] }],
    }
    const next = takenIn(draft, file)
    expect(next.projects.map(({ name }) => name)).toEqual([...draft.projects.map(({ name }) => name), '新项目'])
    expect(next.projects[1]!.use).toBe('别的用途')
    expect(next.tables.map(({ rows }) => rows.length)).toEqual(draft.tables.map(({ rows }, at) => (at === 4 ? 0 : rows.length)))
  })

  it('keeps a year that is not filled in yet and so is not printed', () => {
    const [first] = draft.threePublic
    const waiting = {
      ...draft,
      threePublic: [{ year: 2031, total: null, abroad: null, vehiclePurchase: null, vehicleRunning: null, reception: null }, first!],
    }
    expect(takenIn(waiting, { ...nothing, threePublic: [{ ...first!, total: 1 }] }).threePublic).toEqual([
      waiting.threePublic[0],
      { ...first!, total: 1 },
    ])
  })

  it('keeps the sections that are printed as published, in the words of the file, and adds none', () => {
    const original = { ...draft, asPublished: { income: ['收入一百万元。'], overview: ['总的情况。'] } }
    const next = takenIn(original, { ...nothing, asPublished: { income: ['收入一百零一万元。'], expenditure: ['支出。'] } })
    expect(next.asPublished).toEqual({ income: ['收入一百零一万元。'], overview: ['总的情况。'] })
    expect(takenIn(draft, original).asPublished).toBeUndefined()
  })
})
