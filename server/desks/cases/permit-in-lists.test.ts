import exceljs from 'exceljs'
import { expect, it } from 'vitest'
import type { CaseList } from '../../../contract/cases.ts'
import { anItem } from '../../../rules/case/testing/an-item.ts'
import { openCaseBureau } from './testing/case-bureau.ts'

const item = anItem()
const grant = { content: '准予经营', conditions: [], opinion: '准予。', ticked: ['lawful'] }

it('the list and its spreadsheet say how each permit stands that day, running cases and refusals nothing', async () => {
  const bureau = await openCaseBureau([item])
  const [clerk, decider, reviewer, head] = await Promise.all(['s-chuangkou', 's-jueding', 's-shencha', 's-juzhang'].map((who) => bureau.as(who)))
  const reviewed = async () => {
    const { id } = await bureau.receive(item)
    await bureau.act(clerk!, id, 'accept-case')
    await bureau.act(reviewer!, id, 'pass-step', { step: 'review', ticked: ['place'], opinion: '符合条件。' })
    return id
  }
  const granted = async () => {
    const id = await reviewed()
    expect((await bureau.act(decider!, id, 'grant-case', { ...grant, basedOnSeq: (await bureau.page(decider!, id)).seq })).status).toBe(200)
    return id
  }
  const [running, refused, plain, suspended, cancelled, archived] = [
    await reviewed(),
    await reviewed(),
    await granted(),
    await granted(),
    await granted(),
    await granted(),
  ]
  const basedOnSeq = (await bureau.page(decider!, refused)).seq
  await bureau.act(decider!, refused, 'refuse-case', { basedOnSeq, reasons: ['不符'], opinion: '不予。' })
  const penalty = { penalty: 'suspension', organ: '市场监督管理局', number: '罚〔2026〕3号', decidedOn: '2026-03-02', until: '2026-03-31' }
  expect((await bureau.act(reviewer!, suspended, 'record-penalty', penalty)).status).toBe(200)
  expect((await bureau.act(head!, cancelled, 'cancel-permit', { ground: 'other', reasons: ['自愿交回'] })).status).toBe(200)
  const papers = (await bureau.page(clerk!, archived)).papers.filter(({ kind }) => kind === 'grant-decision').map(({ id }) => id)
  const served = { papers, method: 'direct', receiver: '张伟', place: '大厅', servedOn: '2026-03-02', servers: ['王'] }
  expect((await bureau.act(clerk!, archived, 'serve-papers', served)).status).toBe(200)
  expect((await bureau.act(clerk!, archived, 'archive-case', { location: null })).status).toBe(200)

  const standings = async (who = head!) => {
    const { rows } = (await who.get('/api/cases?of=all&state=all')).json<CaseList>()
    return [running, refused, plain, suspended, cancelled, archived].map((id) => rows.find((row) => row.id === id)!.permit)
  }
  expect(await standings()).toEqual([null, null, 'in-force', 'suspended', 'cancelled', 'in-force'])
  const sheet = async () => {
    const book = new exceljs.Workbook()
    await book.xlsx.load(new Uint8Array((await head!.get('/api/cases/export?of=all&state=all')).rawPayload).buffer)
    const rows = book.worksheets[0]!.getSheetValues() as unknown[][]
    const at = rows[1]!.indexOf('许可现状')
    return rows.slice(2).map((row) => row[at])
  }
  const shown = await sheet()
  expect(shown.filter((one) => one === '有效')).toHaveLength(2)
  expect(shown).toEqual(expect.arrayContaining(['暂扣期间，不得使用', '已注销']))
  expect(shown.filter((one) => one === undefined || one === null)).toHaveLength(2)
  // Nothing was written: the day alone ends the suspension, and the permits of five years with their last day.
  bureau.clock.set('2026-04-01')
  expect((await standings(await bureau.as('s-juzhang')))[3]).toBe('in-force')
  bureau.clock.set('2031-03-02')
  await bureau.fireTimers()
  const again = await bureau.as('s-juzhang')
  const { rows } = (await again.get('/api/cases?of=all&state=all')).json<CaseList>()
  expect(rows.find(({ id }) => id === plain)!.permit).toBe('lapsed')
  expect(rows.find(({ id }) => id === cancelled)!.permit).toBe('cancelled')
})
