import { beforeAll, describe, expect, test } from 'vitest'
import { anItem, aRenewal } from '../../rules/case/testing/an-item.ts'
import type { ServiceItem } from '../../rules/service-item/item.ts'
import { sampleValue } from '../../rules/service-item/sample-values.ts'
import { type CaseBureau, counterApplication, openCaseBureau } from '../desks/cases/testing/case-bureau.ts'
import type { Client } from '../testing/client.ts'
import { page, send } from './testing/fill-draft.ts'
import { formsOf, formTo } from './testing/paper-form.ts'

const number = { id: 'permitNumber', label: '原许可编号', required: true, type: 'text', max: 60 } as const
const asking = ({ form }: ServiceItem): ServiceItem['form'] => [{ ...form[0]!, fields: [...form[0]!.fields, number] }]
const permit = anItem({ result: { certificate: '测试经营许可证', validMonths: 12 } })
const other = anItem({ code: 'test-other', name: '别的许可' })
const renewal = aRenewal({
  code: 'test-renewal',
  name: '测试经营许可（延续）',
  form: asking(aRenewal()),
  renewal: { ...aRenewal().renewal!, of: ['test-permit'], numberField: 'permitNumber' },
})
const givingUp = anItem({
  code: 'test-cancel',
  name: '测试经营许可（注销）',
  form: asking(permit),
  cancellation: { of: ['test-permit'], numberField: 'permitNumber' },
})
const zhang = { name: '张伟', residentId: '11010519491231002X' }
const li = { name: '李娜', residentId: String(sampleValue({ id: 'x', label: '号码', required: true, type: 'resident-id' }, 5)) }

let bureau: CaseBureau
let citizen: Client
/** Numbers of the decisions: two of her permits, another kind of hers, one of somebody else's. */
let held: { first: string; second: string; firstCase: string; ofOther: string; ofAnother: string; cancelled: string }

async function granted(item: ServiceItem, { name, residentId }: typeof zhang): Promise<{ id: string; number: string; decision: string }> {
  const own = { ...counterApplication(item).applicant, name, idNumber: residentId }
  const { id, number: caseNumber } = await bureau.receive(item, { applicant: own })
  await bureau.act(await bureau.as('s-chuangkou'), id, 'accept-case')
  await bureau.act(await bureau.as('s-shencha'), id, 'pass-step', { step: 'review', ticked: ['place'], opinion: '符合条件。' })
  const decider = await bureau.as('s-jueding')
  const { seq } = await bureau.page(decider, id)
  const done = await bureau.act(decider, id, 'grant-case', {
    content: '准予经营',
    conditions: [],
    opinion: '准予。',
    ticked: ['lawful'],
    basedOnSeq: seq,
  })
  return { id, number: caseNumber, decision: done.body.answer.papers[0]!.number }
}

beforeAll(async () => {
  bureau = await openCaseBureau([permit, other, renewal, givingUp])
  citizen = await bureau.citizen('13800000001')
  await send(citizen, '/account/real-name', { ...zhang, next: '/account' })
  const first = await granted(permit, zhang)
  bureau.clock.set('2026-06-01')
  const second = await granted(permit, zhang)
  const ended = await granted(permit, zhang)
  await bureau.act(await bureau.as('s-juzhang'), ended.id, 'cancel-permit', { ground: 'other', reasons: ['不再经营'] })
  held = {
    first: first.decision,
    firstCase: first.id,
    second: second.decision,
    ofOther: (await granted(other, zhang)).decision,
    ofAnother: (await granted(permit, li)).decision,
    cancelled: ended.decision,
  }
  bureau.clock.set('2027-02-01')
  citizen = await bureau.citizen('13800000001')
})

async function begun(item: ServiceItem): Promise<{ draft: string; url: string }> {
  const draft = (await send(citizen, `/apply/${item.code}`, { for: 'self' })).replace('/contact', '')
  const contact = formTo(await page(citizen, `${draft}/contact`), `${draft}/contact`)
  await send(citizen, contact.action, { ...contact.hidden, phone: '13800000001', address: '', do: 'next' })
  return { draft, url: `${draft}/form/place` }
}
const press = async (url: string, fields: Record<string, string>) => {
  const { hidden, filled } = formTo(await page(citizen, url), url)
  return send(citizen, url, { ...hidden, ...filled, ...fields })
}
/** Brings the materials, looks everything over and hands it in; the id of the case. */
async function handedIn(draft: string): Promise<string> {
  for (const { action, multipart } of formsOf(await page(citizen, `${draft}/materials`)))
    if (multipart) await citizen.upload(action, [{ name: '材料.pdf', bytes: `%PDF-1.4\n%${action}\n%%EOF\n` }], {}, { accept: 'text/html' })
  const submit = formTo(await page(citizen, `${draft}/review`), `${draft}/submit`)
  return (await send(citizen, submit.action, submit.hidden)).split('/')[3]!
}
const offeredOn = (shown: string) => [...shown.matchAll(/<div class="soft small">([^，]+)，有效期至/g)].map(([, one]) => one!)

describe('the permit in hand, named by the applicant without JavaScript', () => {
  test('is offered out of her own, the one that ends first before, and one press fills it in; the case then bears it', async () => {
    const { draft, url } = await begun(renewal)
    const shown = await page(citizen, url)
    expect(offeredOn(shown)).toEqual([held.first, held.second])
    expect(shown).toContain('有效期至2027年3月1日，有效')
    // Enter in a box must not take a permit: the first button of the form goes on.
    expect(/<button[^>]*>/.exec(shown.slice(shown.indexOf(`action="${url}"`)))![0]).toContain('value="next"')
    expect(await press(url, { a_address: '一号', do: `permit:${held.firstCase}` })).toBe(`${url}#in-hand`)
    const taken = await page(citizen, url)
    expect(formTo(taken, url).filled).toMatchObject({ a_address: '一号', a_permitNumber: held.first, a_permitEnd: '2027-03-01' })
    expect(taken).toContain('✓ 已经填好')
    expect(await press(url, { do: 'next' })).toBe(`${draft}/materials`)
    expect(await page(citizen, `${draft}/review`)).toContain('填的编号查到了：测试经营许可，有效期至2027年3月1日')
    const id = await handedIn(draft)
    const clerk = await bureau.as('s-chuangkou')
    const { inHand, timeline } = await bureau.page(clerk, id)
    expect(inHand).toMatchObject({ how: 'renewal', case: held.firstCase, endsOn: '2027-03-01' })
    expect(timeline[0]!.text).toContain('延续“测试经营许可”许可')
    expect(await page(citizen, `/my/cases/${id}`)).toContain('这件申请延续的是“测试经营许可”许可')
    // Staff may still correct it.
    expect((await bureau.act(clerk, id, 'name-permit-in-hand', { permit: held.second, how: 'renewal' })).status).toBe(200)
    // Accepted and not decided, it is deemed renewed by the end in the register.
    expect((await bureau.act(clerk, id, 'name-permit-in-hand', { permit: held.first, how: 'renewal' })).status).toBe(200)
    await bureau.act(clerk, id, 'accept-case')
    bureau.clock.set('2027-03-02')
    await bureau.fireTimers()
    expect((await bureau.page(await bureau.as('s-chuangkou'), id)).decision).toMatchObject({
      title: '视为准予延续',
      validity: { from: '2027-03-02' },
    })
    bureau.clock.set('2027-02-01')
  })

  test.each([
    ['not this bureau’s', () => 'JY11303710001234', '登记簿里没有这个编号'],
    ['another’s', () => held.ofAnother, '不是准予'],
    ['another kind', () => held.ofOther, '这是“别的许可”的许可'],
    ['cancelled', () => held.cancelled, '不能变更、延续、注销'],
  ])('typed by hand and %s is told in a sentence once, and she may go on', async (_what, numberOf, words) => {
    const { draft, url } = await begun(givingUp)
    const typed = { a_address: '一号', a_permitNumber: numberOf(), do: 'next' }
    expect(await press(url, typed)).toBe(`${url}#in-hand`)
    const told = await page(citizen, url)
    expect(told).toContain(words)
    expect(told).not.toContain('李娜')
    expect(await press(url, { do: 'next' })).toBe(`${draft}/materials`)
    expect(await page(citizen, `${draft}/review`)).toContain(words)
    const id = await handedIn(draft)
    expect((await bureau.page(await bureau.as('s-chuangkou'), id)).inHand).toBeNull()
  })

  test('typed as people type it, is found; given up, it stands as cancelled for all who see it', async () => {
    const { draft, url } = await begun(givingUp)
    const typed = held.second.replace('〔', ' (').replace('〕', ') ')
    expect(await press(url, { a_address: '一号', a_permitNumber: typed, do: 'next' })).toBe(`${draft}/materials`)
    const id = await handedIn(draft)
    await bureau.act(await bureau.as('s-chuangkou'), id, 'accept-case')
    await bureau.act(await bureau.as('s-shencha'), id, 'pass-step', { step: 'review', ticked: ['place'], opinion: '符合条件。' })
    const decider = await bureau.as('s-jueding')
    const { seq, inHand } = await bureau.page(decider, id)
    const done = await bureau.act(decider, id, 'grant-case', {
      content: '准予注销',
      conditions: [],
      opinion: '准予。',
      ticked: ['lawful'],
      basedOnSeq: seq,
    })
    expect(done.status).toBe(200)
    expect((await bureau.page(decider, inHand!.case)).permit).toMatchObject({
      standing: 'cancelled',
      since: '2027-02-01',
      ground: `由办件${done.body.answer.number}注销（行政许可法 第七十条）`,
    })
    const found = await bureau.stranger.get(`/grants?q=${encodeURIComponent(held.second)}`, { accept: 'text/html' })
    expect(found.body).toContain('已注销')
    expect((await bureau.page(decider, id)).permit).toBeNull()
    expect(offeredOn(await page(citizen, (await begun(givingUp)).url))).not.toContain(held.second)
  })
})

describe('the same help at the counter', () => {
  const asked = (holder: object, answers: object, item = renewal) => ({ item: item.code, itemVersion: 1, holder, answers })
  const holder = { name: zhang.name, idType: 'resident-id', idNumber: zhang.residentId }

  test('offers the applicant’s permits, and tells of the number typed', async () => {
    const clerk = await bureau.as('s-chuangkou')
    const look = async (body: object) => (await clerk.post('/api/cases/permits-in-hand', body)).json()
    expect(await look(asked(holder, { permitNumber: held.first }))).toMatchObject({
      how: 'renewal',
      numberField: 'permitNumber',
      endField: 'permitEnd',
      offered: expect.arrayContaining([expect.objectContaining({ number: held.first, endsOn: '2027-03-01' })]),
      typed: { permit: { number: held.first }, sentence: null },
    })
    const another = await look(asked(holder, { permitNumber: held.ofAnother }))
    expect(another.typed).toMatchObject({ permit: null, sentence: expect.stringContaining('不是准予') })
    expect(JSON.stringify(another)).not.toContain(li.name)
    // A namesake with another number holds nothing.
    expect(await look(asked({ ...holder, idNumber: li.residentId }, {}))).toMatchObject({ offered: [], typed: null })
    expect(await look(asked(holder, {}, permit))).toBeNull()
    expect((await clerk.post('/api/cases/permits-in-hand', asked(holder, {}, { ...permit, code: 'nothing' }))).statusCode).toBe(404)
  })

  test('is borne by the walk-in from its receipt', async () => {
    const answers = { ...counterApplication(renewal).answers, permitNumber: held.first, permitEnd: '2029-01-01' }
    const { id } = await bureau.receive(renewal, { answers })
    expect((await bureau.page(await bureau.as('s-chuangkou'), id)).inHand).toMatchObject({ case: held.firstCase, endsOn: '2027-03-01' })
  })
})
