import { beforeAll, describe, expect, test } from 'vitest'
import type { CaseAsks } from '../../contract/cases.ts'
import type { ServiceItem } from '../../rules/service-item/item.ts'
import { sampleInput } from '../../rules/service-item/sample-input.ts'
import { readItemFiles } from '../../server/desks/catalogue/public.ts'
import { fillDraft, handIn, page, send } from '../../server/portal/testing/fill-draft.ts'
import { formTo } from '../../server/portal/testing/paper-form.ts'
import type { Client } from '../../server/testing/client.ts'
import type { TestBureau } from '../../server/testing/test-bureau.ts'
import { aCitizen, does, good, openJourneyBureau, pageOf, tries } from './testing/journey-bureau.ts'
import { review } from './testing/one-case.ts'

const item = readItemFiles().find(({ code }) => code === 'private-non-enterprise-establishment') as ServiceItem
let house: TestBureau
let citizen: Client
let staff: Record<'clerk' | 'reviewer' | 'decider' | 'head', Client>

beforeAll(async () => {
  house = await openJourneyBureau()
  citizen = (await aCitizen(house, 5)).client
  const of = (login: string) => house.as(login)
  staff = { clerk: await of('s-chuangkou'), reviewer: await of('reviewer'), decider: await of('decision-maker'), head: await of('head') }
})

async function apply(): Promise<string> {
  const filled = await fillDraft(citizen, item, sampleInput(item), 'self')
  return /\/my\/cases\/([^/]+)/.exec(await handIn(citizen, filled))![1]!
}
/** Sends the form that stands at this address of the case, as a browser without scripts does. */
async function fill(id: string, path: string, fields: Readonly<Record<string, string>>): Promise<string> {
  const form = formTo(await page(citizen, `/my/cases/${id}/${path}`), `/my/cases/${id}/${path}`)
  return send(citizen, form.action, { ...form.hidden, ...fields })
}
const asks = async (who: Client): Promise<CaseAsks> => good<CaseAsks>(await who.get('/api/cases/asks'), 'asks')
const inbox = async (): Promise<string> => {
  await house.settle()
  return page(citizen, '/my/messages')
}

describe('an applicant who is heard', () => {
  test('says what she has to say; nobody decides before it was answered; the answer is in her inbox', async () => {
    const id = await apply()
    await does(staff.clerk, id, 'accept-case')
    const said = '<b>场地</b>已经重新签约，\r\n请再核。'
    expect(await fill(id, 'statement', { statement: said })).toBe(`/my/cases/${id}?done=statement`)
    const shown = await page(citizen, `/my/cases/${id}?done=statement`)
    expect(shown).toContain('您的意见收到了')
    expect(shown).toContain('&lt;b&gt;场地&lt;/b&gt;已经重新签约，<br>请再核。')
    expect(shown).toContain('答复后才能作出决定')

    const seen = await pageOf(staff.reviewer, id)
    expect(seen.statements).toMatchObject([{ text: '<b>场地</b>已经重新签约，\n请再核。', answer: null }])
    expect(seen.next).toContain('陈述申辩，答复后才能作出决定')
    expect((await asks(staff.reviewer)).filter((ask) => ask.id === id)).toMatchObject([{ kind: 'statement', on: '2026-03-02', answerBy: null }])

    await review({ item }, staff, id, '2026-03-02')
    const decision = async () => ({
      basedOnSeq: (await pageOf(staff.decider, id)).seq,
      content: '准予登记',
      conditions: [],
      opinion: '准予。',
      ticked: seen.steps.at(-1)!.checklist.map((point) => point.id),
    })
    expect(await tries(staff.decider, id, 'grant-case', await decision())).toBe('statement-not-considered')
    const statement = seen.statements[0]!.id
    await does(staff.reviewer, id, 'answer-statement', { statement, accepted: true, reasons: '租约已核对。' })
    await does(staff.decider, id, 'grant-case', await decision())

    const after = await page(citizen, `/my/cases/${id}`)
    expect(after).toMatch(/<strong>采纳<\/strong>（2026年3月2日）：租约已核对。/)
    expect(await inbox()).toContain('答复书')
    expect((await asks(staff.reviewer)).filter((ask) => ask.id === id)).toEqual([])
  })

  test('keeps what she wrote when it was empty, too long, or sent after the session had ended', async () => {
    const id = await apply()
    const path = `/my/cases/${id}/statement`
    expect((await citizen.form(path, { statement: ' ' })).body).toContain('请写下您的意见。')
    const long = await citizen.form(path, { statement: '长'.repeat(5001) })
    expect(long.statusCode).toBe(422)
    expect(long.body).toContain('写了 5001 个字')
    expect(long.body).toContain('长'.repeat(5001))
    const ended = await house.stranger.form(path, { statement: '我写到一半' })
    const next = new URL(`http://x${ended.headers.location}`).searchParams.get('next')!
    expect(next).toMatch(new RegExp(`^${path}\\?held=`))
    expect(await page(citizen, next)).toContain('我写到一半')
    expect((await pageOf(staff.clerk, id)).statements).toEqual([])
  })

  test('pressed twice is said once', async () => {
    const id = await apply()
    const form = formTo(await page(citizen, `/my/cases/${id}/statement`), `/my/cases/${id}/statement`)
    const press = () => send(citizen, form.action, { ...form.hidden, statement: '一次' })
    expect(await press()).toBe(await press())
    expect((await pageOf(staff.clerk, id)).statements).toHaveLength(1)
  })
})

describe('an applicant who changes her mind about electronic service', () => {
  test('is served electronically only while she agrees', async () => {
    const id = await apply()
    const press = async (consents: string) => {
      const form = formTo(await page(citizen, `/my/cases/${id}`), `/my/cases/${id}/consent`)
      expect(form.hidden.consents).toBe(consents)
      return send(citizen, form.action, form.hidden)
    }
    expect(await press('false')).toBe(`/my/cases/${id}?done=no-consent`)
    const { papers } = await pageOf(staff.clerk, id)
    const serve = { papers: [papers[0]!.id], method: 'electronic', receiver: '张', place: '网上', servedOn: '2026-03-02', servers: ['王敏'] }
    expect(await tries(staff.clerk, id, 'serve-papers', serve)).toBe('no-consent-to-electronic-service')
    expect(await press('true')).toBe(`/my/cases/${id}?done=consent`)
    await does(staff.clerk, id, 'serve-papers', serve)
  })
})

describe('an applicant who asks what is kept of her to be put right or taken out', () => {
  const requestOf = async (id: string) => (await pageOf(staff.clerk, id)).dataRequests.at(-1)!

  test('has it corrected by a clerk, and reads the answer in her inbox', async () => {
    const id = await apply()
    expect((await citizen.form(`/my/cases/${id}/data-request`, { wish: '没有选' })).body).toContain('没有选')
    expect(await fill(id, 'data-request', { kind: 'correction', wish: '姓名少了一个字' })).toBe(`/my/cases/${id}?done=data-request`)
    expect(await page(citizen, `/my/cases/${id}`)).toContain('最迟2026年4月1日答复')
    expect((await asks(staff.clerk)).filter((ask) => ask.id === id)).toMatchObject([{ kind: 'correction', answerBy: '2026-04-01' }])
    const { id: request } = await requestOf(id)
    await does(staff.clerk, id, 'answer-data-request', { request, done: true, reasons: '已照身份证更正。', applicant: { name: '张秀兰花' } })
    expect((await pageOf(staff.clerk, id)).applicant.name).toBe('张秀兰花')
    expect(await page(citizen, `/my/cases/${id}`)).toContain('<strong>已经照办</strong>')
    expect(await inbox()).toContain('答复书')
  })

  test('is refused erasure with the reason while the law keeps the file, and has it once a head agrees', async () => {
    const id = await apply()
    await fill(id, 'withdraw', { reason: '不办了' })
    await fill(id, 'data-request', { kind: 'erasure', wish: '全部删掉' })
    expect((await asks(staff.head)).filter((ask) => ask.id === id)).toMatchObject([{ kind: 'erasure' }])
    const first = await requestOf(id)
    expect(await tries(staff.clerk, id, 'answer-data-request', { request: first.id, done: true, reasons: '删' })).toBe('erasure-needs-head')
    await does(staff.head, id, 'answer-data-request', { request: first.id, done: false, reasons: '法定保存期限还没有届满。' })
    expect(await page(citizen, `/my/cases/${id}`)).toContain('法定保存期限还没有届满。')

    await fill(id, 'data-request', { kind: 'erasure', wish: '期满了，请删' })
    await does(staff.head, id, 'answer-data-request', { request: (await requestOf(id)).id, done: true, reasons: '保存期满，已经删除。' })
    const erased = await page(citizen, `/my/cases/${id}`)
    expect(erased).toContain('（已删除）')
    expect(erased).not.toContain('期满了，请删')
    expect(await inbox()).toContain('答复书')
  })
})
