import { readFileSync } from 'node:fs'
import exceljs from 'exceljs'
import { expect, test } from 'vitest'
import { compareBudgets } from '../../../rules/budget/compare-budgets.ts'
import { blankPublicTables } from '../../../rules/budget/public-tables.ts'
import { takenIn } from '../../../rules/budget/take-in-file.ts'
import type { Client } from '../../testing/client.ts'
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
  expect(imported.json()).toMatchObject({ faults: expect.any(Number), mustDecide: 26 })

  const page = (await officer.get(base)).json()
  expect(page.content.totals.expenditure).toBe(546_520_000)
  expect(page.content.projects).toHaveLength(16)
  expect(page.acts).toContain('submit-budget')
  expect(page.decisions).toEqual([])
  expect(page.faults).toEqual({ undecided: imported.json().faults, mustDecide: 26 })
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
  // The figures, and the two paragraphs of the original that told them.
  expect(edit.json().answer).toEqual({ changed: 4 })
  const edited = (await officer.get(base)).json()
  expect(edited.decisions[0]).toMatchObject({
    title: '收支 · 人员经费',
    was: '326.63万元',
    becomes: '326.64万元',
    reason: '与批复核对后更正',
    by: { name: '蒋燕' },
  })
  expect((await officer.post(`${base}/acts/edit-budget`, { seq: page.seq, changes, reason: '再改' })).statusCode).toBe(409)

  expect((await officer.post(`${base}/acts/submit-budget`)).json()).toMatchObject({ title: expect.stringMatching(/还有 26 处差错.*第1行/) })
  await decideWhatMustBe(officer)
  expect((await officer.post(`${base}/acts/submit-budget`)).statusCode).toBe(200)
  expect((await officer.post(`${base}/acts/review-budget`)).statusCode).toBe(403)
  expect((await head.post(`${base}/acts/approve-budget`)).statusCode).toBe(409)
  expect((await reviewer.post(`${base}/acts/review-budget`)).json().answer).toEqual({ phase: 'reviewed' })
  expect((await bureau.stranger.get('/disclosure/2020')).statusCode).toBe(404)
  expect((await head.post(`${base}/acts/approve-budget`)).json().answer).toEqual({ phase: 'approved' })
  const reply = await officer.post(`${base}/acts/record-budget-reply`, { on: '2026-02-20', document: '秦开财〔2026〕1号' })
  expect(reply.json().answer).toEqual({ due: '2026-03-12' })
  expect((await officer.get('/api/budgets')).json().budgets[0]).toMatchObject({
    year: 2020,
    phase: 'approved',
    next: { leg: 'unit-reply', due: '2026-03-09', light: 'green' },
  })
  expect((await head.post(`${base}/acts/publish-budget`)).json().answer).toEqual({ phase: 'published' })

  const open = await bureau.stranger.get('/disclosure/2020')
  expect(open.statusCode).toBe(200)
  expect(open.body).toContain('326.64万元')
  expect(open.body).toContain('公开日期：2026年3月2日')
  expect(open.body).toContain('最迟2026年3月12日，按期公开')
  expect(open.body).toContain('2026年2月20日：本级政府财政部门批复，公开期限自次日起算，法定20日（自然日）（预算法 第十四条）。')
  expect(open.body).not.toContain('<script')
  expect((await bureau.stranger.get('/disclosure')).body).toContain('/disclosure/2020')
  const table = await bureau.stranger.get('/disclosure/2020/tables/project-1.csv')
  expect(table.body).toContain('442-0601-YBN-GIF6')
  for (const format of ['docx', 'pdf', 'xlsx', 'json', 'csv', 'html'])
    expect((await bureau.stranger.get(`/disclosure/2020/files/${format}`)).statusCode, format).toBe(200)

  // Opened again and changed: the public page stays as it was published until the next publication.
  expect((await head.post(`${base}/acts/return-budget`, { reason: '人员经费还须核对' })).statusCode).toBe(200)
  const again = (await officer.get(base)).json()
  const more = { seq: again.seq, changes: { operatingCost: 30_000_000 }, reason: '补列取暖费' }
  expect((await officer.post(`${base}/acts/edit-budget`, more)).statusCode).toBe(200)
  expect((await bureau.stranger.get('/disclosure/2020')).body).toContain('29.37万元')
  expect((await officer.get(`${base}/differences?from=published`)).json().differences).toEqual([
    { path: 'operatingCost', title: '机关运行经费', was: '29.37万元', is: '30.00万元' },
    { path: 'asPublished/operatingCost/0', title: '原文 · 机关运行经费 · 第1段', was: expect.stringContaining('29.37万元'), is: '' },
  ])
})

test('a fault of the original stays as it was published until an officer decides on it, each decision an entry of its own', async () => {
  const bureau = await openTestBureau()
  const officer = await bureau.as('finance-officer')
  await officer.upload(`${base}/acts/import-budget`, [{ name: '2020年预算.txt', bytes: original }], { original: 'yes' })
  const faults = await faultsOf(officer)
  const wrote = async (format: string) => (await officer.get(`${base}/files/${format}`)).body
  expect(await wrote('html')).toContain('基本支出470.9万元')
  expect(await wrote('html')).toContain('收入情况应至少包括')

  const decide = async (ids: readonly string[], decision: string, more: object) =>
    officer.post(`${base}/acts/decide-original-faults`, { seq: (await officer.get(base)).json().seq, faults: ids, decision, ...more })
  const fault = (rule: string) => faults.find((one) => one.rule === rule)!
  const precision = fault('PRECISION')
  expect(precision).toMatchObject({ line: 48, quote: '470.9万元', place: '原文 · 支出 · 第1段', carried: true, status: 'undecided' })

  // Refused, each with its sentence.
  const title = async (answer: Promise<{ json(): { title: string } }>) => (await answer).json().title
  expect(await title(decide([precision.id], 'correct', { becomes: precision.now!.replace('470.9万', '470.8万'), reason: '试' }))).toContain(
    '数字不一致',
  )
  expect(await title(decide([precision.id], 'correct', { becomes: precision.now!, reason: '试' }))).toContain('没有变化')
  expect(await title(decide([fault('FIELD-CODE').id], 'keep', { reason: '照旧' }))).toContain('无法照原样保留')
  expect(await title(decide([precision.id, fault('TYPO').id], 'correct', { becomes: 'x', reason: '试' }))).toContain('一处一处')
  expect(await title(decide([fault('TABLE-NONE').id], 'correct', { becomes: ' ', reason: '试' }))).toContain('相应的部分')
  expect(await title(decide(['9-9'], 'keep', { reason: '试' }))).toContain('刷新')
  expect(await title(decide([precision.id], 'keep', { reason: ' ' }))).toContain('原因')

  // One corrected, two kept for one reason, one cured by the correction of another.
  expect(
    (await decide([precision.id], 'correct', { becomes: precision.now!.replace('470.9万', '470.90万'), reason: '统一两位小数' })).statusCode,
  ).toBe(200)
  const kept = faults.filter(({ rule }) => rule === 'GOAL-DUTY').slice(0, 2)
  expect(
    (
      await decide(
        kept.map(({ id }) => id),
        'keep',
        { reason: '目标与职责一致是本局写法' },
      )
    ).json().answer,
  ).toEqual({ decided: 2 })
  const money = faults.find(({ rule, place }) => rule === 'PRECISION' && place.startsWith('资产'))!
  expect(await title(decide([money.id], 'correct', { becomes: '一百', reason: '试' }))).toContain('不是可以填在这里的数字')
  expect(await wrote('html')).toContain('基本支出470.90万元')

  const page = (await officer.get(base)).json()
  expect(page.decisions).toHaveLength(3)
  expect(page.decisions[0]).toMatchObject({
    title: '原文 · 支出 · 第1段',
    kept: false,
    reason: '统一两位小数',
    by: { name: '蒋燕' },
    on: '2026-03-02',
  })
  expect(page.decisions[0].was).toContain('470.9万元')
  expect(page.decisions[0].becomes).toContain('470.90万元')
  expect(page.decisions[1]).toMatchObject({ kept: true, reason: '目标与职责一致是本局写法' })
  expect(page.decisions[1].was).toBe(page.decisions[1].becomes)
  const later = new Map((await faultsOf(officer)).map((one) => [one.id, one]))
  expect(later.get(precision.id)).toMatchObject({ status: 'corrected', decision: { reason: '统一两位小数' } })
  expect(later.get(kept[0]!.id)).toMatchObject({ status: 'kept' })
  expect(page.faults).toEqual({ undecided: faults.length - 3, mustDecide: 26 })

  await decideWhatMustBe(officer)
  expect((await officer.get(base)).json().faults.mustDecide).toBe(0)
  const { rows } = await bureau.database.query(
    "select count(*)::int as n from journal where bureau = $1 and type = 'original-fault-decided' and actor->>'name' = '蒋燕'",
    [bureau.bureau],
  )
  expect(rows[0]).toEqual({ n: 29 })
})

test('a fault that stands nowhere alone is corrected where it belongs, and the decision says where', async () => {
  const bureau = await openTestBureau()
  const officer = await bureau.as('finance-officer')
  await officer.upload(`${base}/acts/import-budget`, [{ name: '2020年预算.txt', bytes: original }], { original: 'yes' })
  const missing = async () => (await faultsOf(officer)).find(({ rule }) => rule === 'TABLE-NONE')!
  const decide = async (told: string) => {
    const decision = { faults: [(await missing()).id], decision: 'correct', becomes: told, reason: '九张表须公开' }
    return officer.post(`${base}/acts/decide-original-faults`, { seq: (await officer.get(base)).json().seq, ...decision })
  }
  expect(await missing()).toMatchObject({ now: null, about: 'tables', status: 'undecided', remains: true })
  expect((await decide('在“公开表”中补列')).statusCode).toBe(200)
  // Said, but not done.
  expect(await missing()).toMatchObject({ status: 'corrected', remains: true, decision: { becomes: '在“公开表”中补列', reason: '九张表须公开' } })
  const { seq } = (await officer.get(base)).json()
  const tables = blankPublicTables('budget')
  expect((await officer.post(`${base}/acts/edit-budget`, { seq, changes: { tables }, reason: '补列' })).statusCode).toBe(200)
  expect(await missing()).toMatchObject({ status: 'corrected', remains: false })
})

test('a file that was filled in is read for the draft and changes nothing by itself; a draft is replaced only where that is asked for', async () => {
  const bureau = await openTestBureau()
  const officer = await bureau.as('finance-officer')
  const importing = (fields: Record<string, string>) =>
    officer.upload(`${base}/acts/import-budget`, [{ name: '2020年预算.txt', bytes: original }], { original: 'yes', ...fields })
  await importing({})
  const before = (await officer.get(base)).json()
  const book = new exceljs.Workbook()
  await book.xlsx.load((await officer.get(`${base}/files/xlsx`)).rawPayload as never)
  const read = async () => {
    const bytes = Buffer.from(await book.xlsx.writeBuffer())
    return officer.upload(`${base}/readings`, [{ name: '填好的表.xlsx', bytes }])
  }
  expect(compareBudgets(before.content, takenIn(before.content, (await read()).json().content))).toEqual([])
  // Amounts are numbers, so that officers can add them up.
  cellWith(book, 27.5).value = 28.5
  const { content } = (await read()).json()
  expect(compareBudgets(before.content, takenIn(before.content, content))).toMatchObject([{ was: '27.50万元', is: '28.50万元' }])
  expect((await officer.get(base)).json().seq).toBe(before.seq)
  const other = await officer.upload('/api/budgets/2021/budget/readings', [{ name: '填好的表.xlsx', bytes: original }])
  expect(other.statusCode).toBe(404)
  await officer.post('/api/budgets/2021/budget/acts/open-budget', { department: '某局', from: 'blank' })
  const wrongYear = await officer.upload('/api/budgets/2021/budget/readings', [{ name: '2020.txt', bytes: original }])
  expect(wrongYear.json().title).toContain('2020 年')

  expect((await importing({})).json().title).toContain('替换正在编制的内容')
  expect((await importing({ replace: 'yes' })).statusCode).toBe(200)
})

test('the history tells every step by whom, why, and in how many places the content changed', async () => {
  const bureau = await openTestBureau()
  const officer = await bureau.as('finance-officer')
  await officer.upload(`${base}/acts/import-budget`, [{ name: '2020年预算.txt', bytes: original }], { original: 'yes' })
  await decideWhatMustBe(officer)
  const { seq } = (await officer.get(base)).json()
  await officer.post(`${base}/acts/edit-budget`, { seq, changes: { safeguards: ['一', '二'] }, reason: '精简' })
  await officer.post(`${base}/acts/submit-budget`)
  await (await bureau.as('finance-reviewer')).post(`${base}/acts/return-budget`, { reason: '三公经费再核' })
  const { events } = (await officer.get(`${base}/history`)).json()
  expect(events.map(({ title, by, note }: { title: string; by: string; note: string | null }) => [title, by, note])).toEqual([
    ['退回', '沈涛', '三公经费再核'],
    ['送复核', '蒋燕', null],
    [expect.stringMatching(/^决定原文件差错/), '蒋燕', '精简'],
    ['修改', '蒋燕', null],
    ['决定原文件差错 26 处', '蒋燕', expect.any(String)],
    ['导入文件', '蒋燕', '2020年预算.txt'],
  ])
  const edit = events.find(({ title }: { title: string }) => title === '修改')
  const compared = (await officer.get(`${base}/differences?from=${edit.seq - 1}&to=${edit.seq}`)).json().differences
  expect(compared).toHaveLength(edit.changed)
  expect(edit.changed).toBeGreaterThan(0)
})

test('the periods of the law run from the replies; what time crosses is an entry of its own, with its day', async () => {
  const bureau = await openTestBureau({ today: '2026-03-02' })
  // Sessions end while the clock goes on: the officer signs in for every step.
  const officer = () => bureau.as('finance-officer')
  const path = '/api/budgets/2026/budget'
  await (await officer()).post(`${path}/acts/open-budget`, { department: '某局', from: 'blank' })
  const { seq, content } = (await (await officer()).get(path)).json()
  const document = { ...content.document, unitCodes: ['442002', '442003'] }
  await (await officer()).post(`${path}/acts/edit-budget`, { seq, changes: { document } })
  const act = (name: string, body: object) => officer().then((one) => one.post(`${path}/acts/${name}`, body))
  const leg = async (name: string) => (await (await officer()).get(path)).json().legs.find((one: { name: string }) => one.name === name)
  const crossed = async () => {
    const sql =
      "select type, data->>'leg' as leg, data->>'on' as day from journal where bureau = $1 and subject_kind = 'budget' and data->'line' is not null order by position"
    return (await bureau.database.query<{ type: string; leg: string; day: string }>(sql, [bureau.bureau])).rows
  }

  expect((await act('record-budget-reply', { on: '2026-03-03', document: '财〔2026〕1号' })).json().title).toContain('不能晚于今天')
  expect((await act('record-unit-reply', { on: '2026-03-02', document: '局〔2026〕1号' })).json().title).toContain('没有正在计算')
  // Twenty days end on Sunday, 22 March: they end on Monday.
  expect((await act('record-budget-reply', { on: '2026-03-02', document: '财〔2026〕1号' })).json().answer).toEqual({ due: '2026-03-23' })
  expect(await leg('disclosure')).toMatchObject({ due: '2026-03-23', light: 'green', endedOn: null })
  expect(await leg('unit-reply')).toMatchObject({ due: '2026-03-17' })

  bureau.clock.set('2026-03-18')
  await bureau.fireTimers()
  expect(await crossed()).toEqual([
    { type: 'yellow-line-crossed', leg: 'unit-reply', day: '2026-03-14' },
    { type: 'yellow-line-crossed', leg: 'disclosure', day: '2026-03-18' },
    { type: 'statute-overdue', leg: 'unit-reply', day: '2026-03-18' },
  ])
  expect(await leg('unit-reply')).toMatchObject({
    light: 'red',
    reasons: expect.arrayContaining([{ on: '2026-03-18', text: expect.stringContaining('已逾期') }]),
  })

  expect((await act('record-unit-reply', { on: '2026-03-01', document: '局〔2026〕1号' })).json().title).toContain('2026-03-02')
  expect((await act('record-unit-reply', { on: '2026-03-18', document: '局〔2026〕1号' })).json().answer).toEqual({ due: '2026-04-07' })
  expect(await leg('unit-reply')).toMatchObject({ light: null, endedOn: '2026-03-18', late: true })
  expect((await act('record-unit-disclosure', { on: '2026-03-18', where: '政府网站' })).statusCode).toBe(200)
  expect(await leg('unit-disclosure')).toMatchObject({ endedOn: '2026-03-18', late: false })

  bureau.clock.set('2026-03-25')
  await bureau.fireTimers()
  expect((await crossed()).slice(3)).toEqual([{ type: 'statute-overdue', leg: 'disclosure', day: '2026-03-24' }])
  expect((await (await officer()).get('/api/budgets')).json().budgets[0].next).toEqual({ leg: 'disclosure', due: '2026-03-23', light: 'red' })
  expect(await bureau.submit('note-budget-deadline', { subject: { kind: 'budget', id: '2026' }, timer: 'disclosure/statutory' })).toMatchObject({
    refusal: { code: 'line-already-noted' },
  })
})

interface FaultSeen {
  readonly id: string
  readonly rule: string
  readonly line: number
  readonly quote: string
  readonly place: string
  readonly now: string | null
  readonly carried: boolean
  readonly status: string
}
const faultsOf = async (officer: Client): Promise<readonly FaultSeen[]> => (await officer.get(`${base}/faults`)).json().faults

/** Decides as an officer would on what the new form cannot carry. */
async function decideWhatMustBe(officer: Client): Promise<void> {
  const faults = (await faultsOf(officer)).filter(({ status }) => status === 'must-decide').map(({ id }) => id)
  const { seq } = (await officer.get(base)).json()
  const done = await officer.post(`${base}/acts/decide-original-faults`, { seq, faults, decision: 'correct', reason: '序号和域代码按统一格式' })
  expect(done.json().answer).toEqual({ decided: 26 })
}

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

/** The first cell of a table that holds this number. */
function cellWith(book: exceljs.Workbook, amount: number): exceljs.Cell {
  for (const sheet of book.worksheets)
    for (let row = 1; row <= sheet.rowCount; row++)
      for (let column = 1; column <= sheet.columnCount; column++) if (sheet.getCell(row, column).value === amount) return sheet.getCell(row, column)
  throw new Error(`no cell holds ${amount}`)
}
