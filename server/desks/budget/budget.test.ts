import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compareBudgets } from '../../../rules/budget/compare-budgets.ts'
import { openTestBureau } from '../../testing/test-bureau.ts'
import { demonstrationBudget, seedBudget } from './seed-budget.ts'

const original = readFileSync(new URL('../../../data/demonstration/budget-2020.txt', import.meta.url))
const base = '/api/budgets/2020/budget'

test('a budget goes from the file to the public page through three different people', async () => {
  const bureau = await openTestBureau()
  const officer = await bureau.as('finance-officer')
  const reviewer = await bureau.as('finance-reviewer')
  const head = await bureau.as('head')
  const imported = await officer.upload(`${base}/acts/import-budget`, [{ name: '2020年预算.txt', bytes: original }], { original: 'yes' })
  expect(imported.statusCode, imported.body).toBe(200)
  expect(imported.json()).toMatchObject({ year: 2020, kind: 'budget', phase: 'drafting' })
  expect(imported.json().decided).toBeGreaterThan(20)

  const page = (await officer.get(base)).json()
  expect(page.content.totals.expenditure).toBe(546_520_000)
  expect(page.content.projects).toHaveLength(16)
  expect(page.acts).toContain('submit-budget')
  expect(page.decisions.map(({ path }: { path: string }) => path).join()).toContain('TEMPLATE-RESIDUE')
  expect(page.checks.find(({ check }: { check: string }) => check === 'T7')).toMatchObject({ outcome: 'holds' })
  const { findings, counts } = (await officer.get(`${base}/findings`)).json()
  expect(findings.length).toBe(counts.error + counts.warning + counts.info)
  expect(counts.error).toBeGreaterThan(0)

  // A correction of the original needs its reason, and is kept with it.
  const changes = { totals: { ...page.content.totals, personnel: 326_640_000, publicFunds: 144_260_000 } }
  expect((await officer.post(`${base}/acts/edit-budget`, { seq: page.seq, changes })).json()).toMatchObject({
    title: expect.stringContaining('原因'),
  })
  const edit = await officer.post(`${base}/acts/edit-budget`, { seq: page.seq, changes, reason: '与批复核对后更正' })
  expect(edit.json().answer).toEqual({ changed: 2 })
  const edited = (await officer.get(base)).json()
  expect(edited.decisions.at(-2)).toMatchObject({
    title: '收支 · 人员经费',
    was: '326.63万元',
    becomes: '326.64万元',
    reason: '与批复核对后更正',
    by: { name: '蒋燕' },
  })
  expect((await officer.post(`${base}/acts/edit-budget`, { seq: page.seq, changes, reason: '再改' })).statusCode).toBe(409)

  expect((await officer.post(`${base}/acts/submit-budget`)).statusCode).toBe(200)
  expect((await officer.post(`${base}/acts/review-budget`)).statusCode).toBe(403)
  expect((await head.post(`${base}/acts/approve-budget`)).statusCode).toBe(409)
  expect((await reviewer.post(`${base}/acts/review-budget`)).json().answer).toEqual({ phase: 'reviewed' })
  expect((await bureau.stranger.get('/disclosure/2020')).statusCode).toBe(404)
  expect((await head.post(`${base}/acts/approve-budget`)).json().answer).toEqual({ phase: 'approved' })
  const reply = await officer.post(`${base}/acts/record-budget-reply`, { on: '2026-02-20', document: '秦开财〔2026〕1号' })
  expect(reply.json().answer).toEqual({ due: '2026-03-12' })
  expect((await officer.get('/api/budgets')).json().budgets[0]).toMatchObject({ year: 2020, phase: 'approved', due: '2026-03-12', light: 'green' })
  expect((await head.post(`${base}/acts/publish-budget`)).json().answer).toEqual({ phase: 'published' })

  const open = await bureau.stranger.get('/disclosure/2020')
  expect(open.statusCode).toBe(200)
  expect(open.body).toContain('326.64万元')
  expect(open.body).toContain('公开日期：2026年3月2日')
  expect(open.body).not.toContain('<script')
  expect((await bureau.stranger.get('/disclosure')).body).toContain('/disclosure/2020')
  const table = await bureau.stranger.get('/disclosure/2020/tables/project-1.csv')
  expect(table.body).toContain('442-0601-YBN-GIF6')
  for (const format of ['docx', 'pdf', 'xlsx', 'json', 'csv', 'html'])
    expect((await bureau.stranger.get(`/disclosure/2020/files/${format}`)).statusCode, format).toBe(200)

  // Opened again and changed: the public page stays as it was published until the next publication.
  expect((await head.post(`${base}/acts/return-budget`, { reason: '人员经费还须核对' })).statusCode).toBe(200)
  const again = (await officer.get(base)).json()
  expect(
    (await officer.post(`${base}/acts/edit-budget`, { seq: again.seq, changes: { operatingCost: 30_000_000 }, reason: '补列取暖费' })).statusCode,
  ).toBe(200)
  expect((await bureau.stranger.get('/disclosure/2020')).body).toContain('29.37万元')
  expect((await officer.get(`${base}/differences?from=published`)).json().differences).toEqual([
    { path: 'operatingCost', title: '机关运行经费', was: '29.37万元', is: '30.00万元' },
  ])
})

test('whoever wrote in a budget neither reviews nor approves it', async () => {
  const bureau = await openTestBureau()
  const both = { kind: 'staff', id: 's-x', name: '兼任', roles: ['finance-officer', 'finance-reviewer', 'head'] } as const
  const key = { year: 2026, kind: 'budget' }
  await bureau.submit('open-budget', { ...key, department: '某局', from: 'blank' }, both)
  await bureau.submit('submit-budget', key, both)
  expect(await bureau.submit('review-budget', key, both)).toMatchObject({ refusal: { code: 'budget-second-person-needed' } })
  const second = { ...both, id: 's-y' }
  expect(await bureau.submit('review-budget', key, second)).toMatchObject({ ok: true })
  expect(await bureau.submit('approve-budget', key, second)).toMatchObject({ refusal: { code: 'budget-second-person-needed' } })
  expect(await bureau.submit('approve-budget', key, { ...both, id: 's-z' })).toMatchObject({ ok: true })
})

test('next year is prepared from this one: words stay, amounts are emptied', async () => {
  const bureau = await openTestBureau()
  await seedBudget(bureau.writer, bureau.bureau)
  await seedBudget(bureau.writer, bureau.bureau)
  const officer = await bureau.as('finance-officer')
  expect((await officer.post('/api/budgets/2021/budget/acts/open-budget', { department: '某局', from: 'last-year' })).statusCode).toBe(200)
  const { content } = (await officer.get('/api/budgets/2021/budget')).json()
  expect(content.document.year).toBe(2021)
  expect(content.totals.income).toBeNull()
  expect(content.threePublic.map(({ year, total }: { year: number; total: number | null }) => [year, total])).toEqual([
    [2021, null],
    [2020, 4_370_000],
  ])
  expect(content.projects[0].goals.length).toBeGreaterThan(0)
  expect(content.tables).toHaveLength(9)
  const { differences } = (await officer.get('/api/budgets/2021/budget/differences?from=last-year')).json()
  expect(differences.find(({ path }: { path: string }) => path === 'totals/income')).toMatchObject({ was: '546.52万元', is: '' })
  expect(compareBudgets((await demonstrationBudget()).content, (await demonstrationBudget()).content)).toEqual([])
})
