import exceljs from 'exceljs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { BatchLine } from '../../../contract/case-batch.ts'
import type { CaseCounts, CaseList, CasePage } from '../../../contract/cases.ts'
import { anItem } from '../../../rules/case/testing/an-item.ts'
import type { Client } from '../../testing/client.ts'
import { type CaseBureau, counterApplication, openCaseBureau } from './testing/case-bureau.ts'

const item = anItem()
const other = anItem({ code: 'other-permit', name: '劳务派遣经营许可', office: 'investment-projects' })
let bureau: CaseBureau
let clerk: Client
const ids = new Map<string, string>()

const person = (name: string) => ({ applicant: { ...counterApplication(item).applicant, name } })
const list = async (who: Client, query = ''): Promise<CaseList> => {
  const response = await who.get(`/api/cases${query}`)
  expect(response.statusCode, response.body).toBe(200)
  return response.json()
}
const sheetOf = async ({ rawPayload }: { rawPayload: Buffer }) => {
  const book = new exceljs.Workbook()
  await book.xlsx.load(new Uint8Array(rawPayload).buffer)
  return book.worksheets[0]!
}
const names = (page: CaseList) => page.rows.map(({ applicantName }) => applicantName)

beforeAll(async () => {
  bureau = await openCaseBureau([item, other])
  // Five cases, one each working day from 3-02 on; two are accepted, one of the other item.
  for (const [day, name, which] of [
    ['2026-03-02', '张伟', item],
    ['2026-03-03', '张小伟', item],
    ['2026-03-04', '欧阳娜娜', other],
    ['2026-03-05', '曾𠮷', item],
    ['2026-03-06', '秦皇岛海港餐饮有限公司', item],
  ] as const) {
    bureau.clock.set(day)
    ids.set(name, (await bureau.receive(which, person(name))).id)
  }
  // A session ends when nobody moves for long: time has passed here.
  clerk = await bureau.as('s-chuangkou')
  await bureau.act(clerk, ids.get('张伟')!, 'accept-case')
  await bureau.act(clerk, ids.get('张小伟')!, 'accept-case')
})

describe('the day’s list', () => {
  it('stands in the order of the running leg’s date', async () => {
    const page = await list(clerk)
    expect(names(page).slice(0, 3)).toEqual(['欧阳娜娜', '曾𠮷', '秦皇岛海港餐饮有限公司'])
    const { rows } = page
    expect(rows.map(({ promisedDue, statutoryDue }) => promisedDue ?? statutoryDue)).toEqual([
      '2026-03-11',
      '2026-03-12',
      '2026-03-13',
      '2026-03-20',
      '2026-03-20',
    ])
  })

  it('turns pages without losing or doubling a row, both ways of sorting', async () => {
    for (const sort of ['due', 'newest']) {
      const seen: string[] = []
      let after: string | null = ''
      for (let turn = 0; after !== null && turn < 9; turn++) {
        const page: CaseList = await list(clerk, `?sort=${sort}&limit=2${after && `&after=${after}`}`)
        seen.push(...page.rows.map(({ id }) => id))
        after = page.next
      }
      expect(seen.length).toBe(5)
      expect(new Set(seen).size).toBe(5)
    }
    expect(names(await list(clerk, '?sort=newest&limit=2'))).toEqual(['秦皇岛海港餐饮有限公司', '曾𠮷'])
  })

  it('shows each its own: the clerk’s office, the reviewer’s office, the whole to the head, nothing to an administrator', async () => {
    expect((await list(clerk)).rows.length).toBe(5)
    expect((await list(await bureau.as('s-bohai'))).rows.length).toBe(0)
    expect((await list(await bureau.as('s-shencha'))).rows.length).toBe(4)
    expect((await list(await bureau.as('s-shencha2'))).rows.length).toBe(1)
    expect((await list(await bureau.as('s-juzhang'))).rows.length).toBe(5)
    expect((await (await bureau.as('s-xitong')).get('/api/cases')).statusCode).toBe(403)
    expect((await bureau.stranger.get('/api/cases')).statusCode).toBe(401)
  })

  it('filters by phase, item, light, handler', async () => {
    expect(names(await list(clerk, '?phase=in-review'))).toEqual(['张伟', '张小伟'])
    expect(names(await list(clerk, '?item=other-permit'))).toEqual(['欧阳娜娜'])
    expect((await list(clerk, '?light=red')).rows).toEqual([])
    expect((await list(clerk, '?light=green')).rows.length).toBe(5)
    expect((await list(clerk, '?of=mine')).rows).toEqual([])
    const reviewer = await bureau.as('s-shencha')
    await bureau.act(reviewer, ids.get('张伟')!, 'claim-case')
    expect(names(await list(reviewer, '?of=mine'))).toEqual(['张伟'])
  })

  it('filters by handler, by day of receipt and by the date it is due, and the spreadsheet with it', async () => {
    expect(names(await list(clerk, '?handler=s-shencha'))).toEqual(['张伟'])
    expect(names(await list(clerk, '?handler=nobody'))).toEqual(['欧阳娜娜', '曾𠮷', '秦皇岛海港餐饮有限公司', '张小伟'])
    expect(names(await list(clerk, '?receivedFrom=2026-03-03&receivedTo=2026-03-04'))).toEqual(['欧阳娜娜', '张小伟'])
    expect(names(await list(clerk, '?dueFrom=2026-03-12&dueTo=2026-03-13'))).toEqual(['曾𠮷', '秦皇岛海港餐饮有限公司'])
    expect(names(await list(clerk, `?text=${encodeURIComponent('张')}&receivedTo=2026-03-02`))).toEqual(['张伟'])
    const sheet = await sheetOf(await clerk.get('/api/cases/export?dueTo=2026-03-12&handler=nobody'))
    expect([2, 3, 4].map((n) => sheet.getRow(n).getCell(3).value)).toEqual(['欧阳娜娜', '曾𠮷', null])
  })

  it.each(['?receivedFrom=2026-02-30', '?dueTo=2026-13-01'])('says that the day of %s does not exist', async (query) => {
    for (const path of ['/api/cases', '/api/cases/export'])
      expect((await clerk.get(`${path}${query}`)).json()).toMatchObject({ code: 'date-invalid', detail: { date: query.split('=')[1] } })
  })

  it.each(['?phase=nothing', '?limit=0', '?limit=x', '?unknown=1', '?light=pink', '?step=slow'])('refuses %s', async (query) => {
    expect((await clerk.get(`/api/cases${query}`)).statusCode).toBe(400)
  })

  it('begins again at a cursor that it did not write', async () => {
    for (const cursor of ['x', Buffer.from('["2026-99-99","a"]').toString('base64url'), Buffer.from('[1]').toString('base64url')])
      expect((await list(clerk, `?after=${cursor}`)).rows.length).toBe(5)
  })
})

describe('search', () => {
  it.each([
    ['张伟', ['张伟']],
    ['小伟', ['张小伟']],
    ['张', ['张小伟', '张伟']],
    ['伟', []],
    ['娜娜', ['欧阳娜娜']],
    ['𠮷', []],
    ['曾𠮷', ['曾𠮷']],
    ['餐饮有限', ['秦皇岛海港餐饮有限公司']],
    ['有限餐饮', []],
    ['hgcy', ['秦皇岛海港餐饮有限公司']],
    ['OYNN', ['欧阳娜娜']],
    ['劳务派遣', ['欧阳娜娜']],
    ['测试经营', ['秦皇岛海港餐饮有限公司', '曾𠮷', '张小伟', '张伟']],
    ['李四', []],
    ["' or 1=1 --", []],
  ])('%s finds %j', async (text, found) => {
    expect(names(await list(clerk, `?text=${encodeURIComponent(text)}`))).toEqual(found)
  })

  it('finds a case by its number or the beginning of it', async () => {
    const [first] = (await list(clerk)).rows
    expect((await list(clerk, `?text=${first!.number}`)).rows.map(({ id }) => id)).toEqual([first!.id])
    expect((await list(clerk, `?text=${first!.number.slice(0, 18)}`)).rows.length).toBe(1)
    const all = (await list(clerk, '?state=all')).rows.map(({ number }) => number)
    for (let digits = 6; digits <= first!.number.length; digits++) {
      const typed = first!.number.slice(0, digits)
      const found = (await list(clerk, `?text=${typed}`)).rows.map(({ number }) => number)
      expect(found.toSorted(), typed).toEqual(all.filter((number) => number.startsWith(typed)).toSorted())
    }
    expect((await list(clerk, '?text=1303712002')).rows.length).toBe(5)
  })

  it('turns pages, newest first', async () => {
    const one = await list(clerk, `?text=${encodeURIComponent('测试经营')}&limit=3`)
    const two = await list(clerk, `?text=${encodeURIComponent('测试经营')}&limit=3&after=${one.next}`)
    expect([...names(one), ...names(two)]).toEqual(['秦皇岛海港餐饮有限公司', '曾𠮷', '张小伟', '张伟'])
    expect(two.next).toBeNull()
  })

  it('keeps to the visitor’s scope', async () => {
    expect(names(await list(await bureau.as('s-shencha2'), `?text=${encodeURIComponent('张')}`))).toEqual([])
    expect(names(await list(await bureau.as('s-juzhang'), `?text=${encodeURIComponent('张')}`))).toEqual(['张小伟', '张伟'])
  })

  it('follows a corrected name', async () => {
    const { id } = await bureau.receive(item, person('王改名'))
    await bureau.act(clerk, id, 'correct-applicant-data', { applicant: { name: '王更名' }, reason: '笔误' })
    expect(names(await list(clerk, `?text=${encodeURIComponent('改名')}`))).toEqual([])
    expect(names(await list(clerk, `?text=${encodeURIComponent('更名')}`))).toEqual(['王更名'])
    await bureau.act(clerk, id, 'withdraw-application', { reason: '测试完毕' })
  })
})

describe('counts and export', () => {
  it('counts lights, phases and what nobody claimed, and the lights agree with the list', async () => {
    bureau.clock.set('2026-03-12')
    clerk = await bureau.as('s-chuangkou')
    const counts = (await clerk.get('/api/cases/counts')).json<CaseCounts>()
    const { rows } = await list(clerk)
    for (const light of ['green', 'yellow', 'red-promise', 'red', 'stopped', 'none'] as const) {
      expect(counts.lights[light], light).toBe(rows.filter((row) => row.light === light).length)
      expect((await list(clerk, `?light=${light}`)).rows.length, light).toBe(counts.lights[light])
    }
    expect(counts.phases).toMatchObject({ 'pre-review': 3, 'in-review': 2, withdrawn: 0 })
    expect(counts.unclaimed).toBe(4)
  })

  it('exports what the list shows, as a real spreadsheet', async () => {
    const response = await clerk.get('/api/cases/export?phase=in-review')
    expect(response.statusCode).toBe(200)
    const sheet = await sheetOf(response)
    expect(sheet.getRow(1).values).toContain('办件编号')
    expect([2, 3].map((n) => sheet.getRow(n).getCell(3).value)).toEqual(['张伟', '张小伟'])
    expect(sheet.rowCount).toBe(3)
    expect((await (await bureau.as('s-xitong')).get('/api/cases/export')).statusCode).toBe(403)
  })

  it('a case whose clock stands still is due on no day', async () => {
    const { id } = await bureau.receive(item, person('停下来'))
    const fault = { material: 'lease', fault: '没有签字', correction: '请签字' }
    expect((await bureau.act(clerk, id, 'request-supplement', { faults: [fault] })).status).toBe(200)
    expect(names(await list(clerk, '?phase=supplementing'))).toEqual(['停下来'])
    expect(names(await list(clerk, '?dueFrom=2026-01-01'))).not.toContain('停下来')
    await bureau.act(clerk, id, 'withdraw-application', { reason: '测试完毕' })
  })
})

describe('many cases at once', () => {
  it('gives as many answers as commands, and the same ones to the same key', async () => {
    const one = await bureau.receive(item, person('批一'))
    const two = await bureau.receive(item, { ...person('批二'), materials: [] })
    const body = { act: 'accept-case', cases: [{ id: one.id }, { id: two.id }, { id: 'nothing' }], input: {} }
    const first = (await clerk.post('/api/cases/batch', body, { key: 'batch-0001' })).json()
    expect(first).toMatchObject({ done: 1, refused: 2 })
    expect(first.lines.map(({ refusal }: { refusal: { code: string } | null }) => refusal?.code ?? 'done')).toEqual([
      'done',
      'materials-missing',
      'case-not-found',
    ])
    const again = (await clerk.post('/api/cases/batch', body, { key: 'batch-0001' })).json()
    expect(again.lines).toEqual(first.lines.map((line: BatchLine) => ({ ...line, replayed: line.ok })))
    const more = await clerk.post('/api/cases/batch', { ...body, input: { more: 1 } })
    expect([more.statusCode, more.json()]).toEqual([400, expect.objectContaining({ code: 'unknown-field', detail: { field: 'more' } })])
    expect((await clerk.post('/api/cases/batch', { ...body, act: 'request-supplement', input: {} })).json()).toMatchObject({
      code: 'wrong-value',
      detail: { expects: '必填' },
    })
    expect((await clerk.post('/api/cases/batch', { ...body, act: 'grant-case' })).statusCode).toBe(403)
  })

  it('takes in several applications and tells which were refused', async () => {
    const good = counterApplication(item)
    const answer = (await clerk.post('/api/cases/at-counter/batch', { applications: [good, { ...good, itemVersion: 9 }] })).json()
    expect(answer.lines.map(({ ok }: { ok: boolean }) => ok)).toEqual([true, false])
  })
})

describe('a step over its own days', () => {
  it('is marked on list and page though the whole is in time', async () => {
    const late = await openCaseBureau([item])
    late.clock.set('2026-03-06')
    const name = '慢一步'
    const { id } = await late.receive(item, person(name))
    await late.act(await late.as('s-chuangkou'), id, 'accept-case')
    for (const [day, overdue] of [
      ['2026-03-16', false],
      ['2026-03-17', true],
    ] as const) {
      late.clock.set(day)
      const who = await late.as('s-chuangkou')
      expect((await list(who)).rows, day).toMatchObject([{ id, light: 'green', promisedDue: '2026-03-20', stepOverdue: overdue }])
      expect(names(await list(who, '?step=late')), day).toEqual(overdue ? [name] : [])
      expect(names(await list(who, `?step=late&state=all&text=${encodeURIComponent(name)}`)), day).toEqual(overdue ? [name] : [])
      expect((await who.get('/api/cases/counts')).json<CaseCounts>().stepsLate, day).toBe(overdue ? 1 : 0)
      const sheet = await sheetOf(await who.get('/api/cases/export?step=late'))
      expect(sheet.getRow(2).getCell(3).value, day).toBe(overdue ? name : null)
      const { steps, legs } = (await who.get(`/api/cases/${id}`)).json()
      expect(steps[0], day).toMatchObject({ stands: 'running', due: '2026-03-16', overdue })
      expect(legs.map(({ name: leg }: { name: string }) => leg)).toEqual(['notice', 'review'])
    }
    // What was late before the clock stopped stays late; the next step has its own days.
    const reviewer = await late.as('s-shencha')
    const stop = { kind: 'expert-review', days: 5, reason: '需要专家评审' }
    expect((await late.act(reviewer, id, 'start-excluded-procedure', stop)).body).toMatchObject({ answer: { phase: 'stopped' } })
    expect((await list(reviewer, '?step=late')).rows).toMatchObject([{ light: 'stopped', stepOverdue: true }])
    await late.act(reviewer, id, 'end-excluded-procedure', { result: '通过' })
    await late.act(reviewer, id, 'claim-case')
    const passed = await late.act(reviewer, id, 'pass-step', { step: 'review', opinion: '符合条件。', ticked: ['place'] })
    expect(passed.status, JSON.stringify(passed.body)).toBe(200)
    expect((await list(reviewer, '?step=late')).rows).toEqual([])
    expect((await reviewer.get('/api/cases/counts')).json<CaseCounts>().stepsLate).toBe(0)
  })
})

describe('a correction that nobody brought by its day', () => {
  it('is counted, found and exported as such from the day after, with the clock of the office at rest', async () => {
    const house = await openCaseBureau([item])
    house.clock.set('2026-03-02')
    const name = '没来补'
    const { id } = await house.receive(item, person(name))
    const faults = [{ material: 'lease', fault: '没有签字', correction: '请签字' }]
    expect((await house.act(await house.as('s-chuangkou'), id, 'request-supplement', { faults })).status).toBe(200)
    const decline = { ground: { kind: 'other', basis: '行政许可法 第三十二条' }, reasons: ['没有补正'] }
    for (const [day, overdue] of [
      ['2026-03-16', false],
      ['2026-03-17', true],
    ] as const) {
      house.clock.set(day)
      const who = await house.as('s-chuangkou')
      expect((await list(who)).rows, day).toMatchObject([{ id, light: 'none', promisedDue: null, supplementOverdue: overdue }])
      expect(names(await list(who, '?supplement=late')), day).toEqual(overdue ? [name] : [])
      expect((await who.get('/api/cases/counts')).json<CaseCounts>().supplementsLate, day).toBe(overdue ? 1 : 0)
      const sheet = await sheetOf(await who.get('/api/cases/export?supplement=late'))
      expect(sheet.getRow(2).getCell(3).value, day).toBe(overdue ? name : null)
      const shown = (await who.get(`/api/cases/${id}`)).json<CasePage>()
      expect(shown.supplements, day).toMatchObject([{ lastDay: '2026-03-16', givenUpOn: null }])
      const leg = shown.legs.find((one) => one.name === 'supplement')!
      expect(leg, day).toMatchObject({ title: '申请人补正', promised: { days: 10, due: '2026-03-16', article: '本机关惯例，法律没有规定' } })
      expect(leg.reasons.map(({ text }) => text)).toEqual([
        '2026年3月2日：一次性告知补正，补正期限自次日起算，10个工作日（行政许可法 第三十二条第一款第四项）。',
        '2026年3月16日：补正期限的最后一日（本机关惯例，法律没有规定）。',
      ])
      const early = await house.act(who, id, 'decline-case', decline)
      expect([early.status, early.status === 200 ? early.body.answer.phase : early.body.code], day).toEqual(
        overdue ? [200, 'declined'] : [409, 'supplement-day-not-passed'],
      )
    }
    expect((await list(await house.as('s-chuangkou'), '?supplement=late&state=all')).rows).toEqual([])
  })
})
