import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import type { CasePage } from '../../contract/cases.ts'
import type { ServiceItem } from '../../rules/service-item/item.ts'
import { sampleInput } from '../../rules/service-item/sample-input.ts'
import { sampleValue } from '../../rules/service-item/sample-values.ts'
import { readItemFiles } from '../desks/catalogue/public.ts'
import type { Client } from '../testing/client.ts'
import type { TestBureau } from '../testing/test-bureau.ts'
import { fillDraft, handIn, page, send } from './testing/fill-draft.ts'
import { openPortalBureau } from './testing/portal-bureau.ts'
import { formsOf, formTo } from './testing/paper-form.ts'

let house: TestBureau
let citizen: Client
let other: Client
let clerk: Client
const items = new Map(readItemFiles().map((item) => [item.code, item]))
const item = items.get('private-non-enterprise-establishment') as ServiceItem
const permit = items.get('food-business-permit') as ServiceItem
const guarded = items.get('public-place-hygiene-permit') as ServiceItem
const number = (type: 'uscc' | 'resident-id', n: number): string => String(sampleValue({ id: 'x', label: '号码', required: true, type }, n))
const firm = number('uscc', 9)

async function register(phone: string, name: string, n: number): Promise<Client> {
  const client = await house.citizen(phone)
  await send(client, '/account/real-name', { name, residentId: number('resident-id', n), next: '/account' })
  return client
}

beforeAll(async () => {
  house = await openPortalBureau()
  citizen = await register('13800000001', '张秀兰', 3)
  other = await register('13800000002', '李志强', 4)
  clerk = await house.as('s-chuangkou')
})

/** Hands in an application and answers the case's id. */
async function apply(client = citizen, of = item, whom = 'self'): Promise<string> {
  const filled = await fillDraft(client, of, sampleInput(of), whom)
  return /\/my\/cases\/([^/]+)/.exec(await handIn(client, filled))![1]!
}
const act = async (who: Client, id: string, name: string, body: object): Promise<void> => {
  const answer = await who.post(`/api/cases/${id}/acts/${name}`, body)
  if (answer.statusCode !== 200) throw new Error(`${name}: ${answer.statusCode} ${answer.body}`)
}
const status = async (client: Client, url: string) => (await client.get(url, { accept: 'text/html' })).statusCode
const numberOn = (markup: string): string => /编号 (\S+?)</.exec(markup)![1]!

describe('an own case', () => {
  test('tells where it stands, what comes next, by when and why, statutory and promised apart', async () => {
    const id = await apply()
    expect(await page(citizen, `/my/cases/${id}`)).toMatch(/接下来：<\/strong>窗口核对材料，最迟2026年3月9日/)
    await act(clerk, id, 'accept-case', {})
    const shown = await page(citizen, `/my/cases/${id}`)
    expect(shown).toContain('<dt>承诺</dt>')
    expect(shown).toContain('<dt>法定</dt>')
    expect(shown).toMatch(/承诺<\/dt>\s*<dd><strong>2026年4月1日/)
    expect(shown).toMatch(/法定<\/dt>\s*<dd><strong>2026年5月6日/)
    expect(shown).toContain('民办非企业单位登记管理暂行条例 第十一条')
    expect(shown).toContain('受理通知书')
  })

  test('of somebody who may not apply again yet is turned away at once, with a decision that says why, until when and what remedies there are', async () => {
    const once = await apply(citizen, guarded)
    const head = await house.as('s-juzhang')
    await act(head, once, 'tell-intended-measure', { facts: '租赁合同系伪造', replyDays: 1 })
    await act(clerk, once, 'make-statement', { statement: '没有要说的。' })
    const said = (await clerk.get(`/api/cases/${once}`)).json<CasePage>().statements[0]!.id
    await act(head, once, 'answer-statement', { statement: said, accepted: false, reasons: '已经核实。' })
    const decline = { ground: { kind: 'other', basis: '《行政许可法》第七十八条' }, reasons: ['材料虚假'], falsehood: true }
    await act(clerk, once, 'decline-case', decline)
    const again = await apply(citizen, guarded)
    await house.settle()
    const receipt = await page(citizen, `/my/cases/${again}/receipt`)
    expect(receipt).toContain('申请收到了，但是不能受理')
    expect(receipt).toContain('在2027年3月2日以前（含当日）不得再次申请')
    const shown = await page(citizen, `/my/cases/${again}`)
    expect(shown).toContain('不予受理决定书')
    expect(shown).not.toContain('视为受理')
    // Others, and other items, are not touched.
    expect(await page(citizen, `/my/cases/${await apply(citizen)}/receipt`)).toContain('收到您的申请了')
  })

  test('is nobody else’s', async () => {
    const id = await apply()
    for (const path of ['', '/receipt', '/withdraw']) expect(await status(other, `/my/cases/${id}${path}`), path).toBe(404)
    expect((await other.form(`/my/cases/${id}/withdraw`, { reason: 'x' })).statusCode).toBe(404)
    expect((await other.form(`/my/cases/${id}/supplement`, {})).statusCode).toBe(404)
    expect((await other.form(`/my/cases/${id}/hearing`, { answer: 'waive' })).statusCode).toBeGreaterThanOrEqual(403)
    await house.settle()
    const receipt = /\/my\/messages\/([^"]+)/.exec(await page(citizen, '/my/messages'))![1]!
    expect(await status(other, `/my/messages/${receipt}`)).toBe(404)
    expect(await status(other, `/my/cases/${id}/papers/${receipt}`)).toBe(404)
    expect(await page(other, '/my/cases')).not.toContain(id)
    expect((await house.stranger.get(`/my/cases/${id}`, { accept: 'text/html' })).headers.location).toBe(
      `/sign-in?next=${encodeURIComponent(`/my/cases/${id}`)}`,
    )
  })

  test('shows all faults of the notice, each with its upload; the full correction goes back to the window', async () => {
    const id = await apply()
    const faults = [
      { material: item.materials[0]!.id, fault: '没有盖章 <b>', correction: '盖章后重新上传' },
      { material: 'form', fault: '开办资金与验资报告不一致', correction: '按验资报告填写' },
    ]
    await act(clerk, id, 'request-supplement', { faults })
    expect(await page(citizen, '/')).toContain('请您补正材料')
    expect(await page(citizen, '/my/cases')).toContain('请您补正材料')
    const shown = await page(citizen, `/my/cases/${id}`)
    expect(shown).toContain('没有盖章 &lt;b&gt;')
    expect(shown).toContain('按验资报告填写')
    const draft = await send(citizen, `/my/cases/${id}/supplement`, {})
    expect(await send(citizen, `/my/cases/${id}/supplement`, {}), 'pressed twice').toBe(draft)
    expect((await citizen.get(draft)).headers.location, 'the form at fault comes first').toBe(`${draft}/form/${item.form[0]!.id}`)
    const funds = item.form.find((group) => group.fields.some((field) => field.id === 'startingFunds'))!.id
    const asked = await page(citizen, `${draft}/form/${funds}`)
    expect(asked).toContain('开办资金与验资报告不一致')
    const form = formTo(asked, `${draft}/form/${funds}`)
    await send(citizen, form.action, { ...form.hidden, ...form.filled, a_startingFunds: '88万元', do: 'next' })
    const materials = await page(citizen, `${draft}/materials`)
    expect(
      formsOf(materials)
        .filter(({ multipart }) => multipart)
        .map(({ action }) => action),
    ).toEqual([`${draft}/materials/${faults[0]!.material}`])
    const sent = await citizen.upload(`${draft}/materials/${faults[0]!.material}`, [{ name: '新.pdf', bytes: '%PDF-1.4\n%new\n%%EOF' }])
    expect(sent.statusCode).toBe(303)
    const review = formTo(await page(citizen, `${draft}/review`), `${draft}/submit`)
    expect(await send(citizen, review.action, review.hidden)).toBe(`/my/cases/${id}?done=supplement`)
    const after = await page(citizen, `/my/cases/${id}?done=supplement`)
    expect(after).toContain('补交的材料收到了')
    expect(after).toContain('<span class="tag state">待受理</span>')
    expect(after).toContain('880000.00元')
  })

  test('says until when the faults are to be cured, and lets her say that she will not', async () => {
    const id = await apply()
    await act(clerk, id, 'request-supplement', { faults: [{ material: 'form', fault: '面积不符', correction: '更正' }] })
    expect(await page(citizen, `/my/cases/${id}`)).toMatch(/最迟<strong>2026年3月16日<\/strong>补齐/)
    expect(await page(citizen, '/my/cases')).toContain('请您补正材料，最迟2026年3月16日')
    expect(await page(citizen, `/my/cases/${id}/give-up`)).toContain('表示不再补正')
    expect(await status(other, `/my/cases/${id}/give-up`)).toBe(404)
    expect((await other.form(`/my/cases/${id}/give-up`, {})).statusCode).toBe(404)
    expect(await send(citizen, `/my/cases/${id}/give-up`, {})).toBe(`/my/cases/${id}?done=give-up`)
    const after = await page(citizen, `/my/cases/${id}?done=give-up`)
    expect(after).toContain('您表示不再补正')
    expect(after, 'she may change her mind').toContain(`/my/cases/${id}/supplement`)
    expect(after).not.toContain(`/my/cases/${id}/give-up`)
  })

  test('lets her ask that who handles it stand aside, and shows her own requests and papers, not a neighbour’s', async () => {
    const id = await apply()
    expect(await page(citizen, `/my/cases/${id}`)).not.toContain(`/my/cases/${id}/recusal`)
    await act(clerk, id, 'accept-case', {})
    const form = await page(citizen, `/my/cases/${id}/recusal`)
    const [, against] = /name="against" value="([^"]+)"/.exec(form)!
    expect((await citizen.form(`/my/cases/${id}/recusal`, { reason: '亲属' })).statusCode).toBe(422)
    expect((await citizen.form(`/my/cases/${id}/recusal`, { against: against!, reason: ' ' })).statusCode).toBe(422)
    expect((await other.form(`/my/cases/${id}/recusal`, { against: against!, reason: '亲属' })).statusCode).toBe(404)
    expect(await send(citizen, `/my/cases/${id}/recusal`, { against: against!, reason: '她是<b>隔壁商户的妹妹' })).toBe(
      `/my/cases/${id}?done=recusal`,
    )
    const asked = await page(citizen, `/my/cases/${id}`)
    expect(asked).toContain('她是&lt;b&gt;隔壁商户的妹妹')
    expect(asked).toMatch(/等待决定，其间[^<]+不主持听证、不审查、不决定/)
    expect(await page(citizen, `/my/cases/${id}/recusal`)).toContain('您都已经申请过了')

    const reviewer = await house.as('s-shencha')
    await act(reviewer, id, 'inform-third-party', { name: '李邻居', kind: 'person', interest: '采光', gist: '开店', replyDays: 1 })
    const party = (await clerk.get(`/api/cases/${id}`)).json<CasePage>().thirdParties[0]!.id
    await act(clerk, id, 'request-recusal', { party, against: against!, reason: '邻居的秘密理由' })
    await act(reviewer, id, 'inform-hearing-right', { party, ground: { kind: 'interests', interest: '采光' } })
    const head = await house.as('s-juzhang')
    const recusals = (await head.get(`/api/cases/${id}`)).json<CasePage>().recusals
    expect(recusals.map(({ asker, answer }) => [asker, answer])).toEqual([
      ['申请人', null],
      ['李邻居', null],
    ])
    for (const { id: recusal } of recusals) await act(head, id, 'decide-recusal', { recusal, granted: true, reasons: '查明属实' })
    const after = await page(citizen, `/my/cases/${id}`)
    expect(after).toContain('同意回避')
    expect(after).not.toContain('邻居的秘密理由')
    const own = (await citizen.get(`/api/cases/${id}`)).json<CasePage>()
    const all = (await head.get(`/api/cases/${id}`)).json<CasePage>()
    const kinds = (shown: CasePage) =>
      shown.papers.map(({ kind }) => kind).filter((kind) => kind === 'reply-letter' || kind === 'hearing-right-notice')
    expect(kinds(own)).toEqual(['reply-letter'])
    expect(kinds(all)).toEqual(['hearing-right-notice', 'reply-letter', 'reply-letter'])
    expect((await page(citizen, '/my/messages')).match(/听证告知书/g)).toBeNull()
  })

  test('can be withdrawn, with a word why', async () => {
    const id = await apply()
    const empty = await citizen.form(`/my/cases/${id}/withdraw`, { reason: ' ' })
    expect(empty.statusCode).toBe(422)
    expect(await send(citizen, `/my/cases/${id}/withdraw`, { reason: '不办了' })).toBe(`/my/cases/${id}?done=withdraw`)
    expect(await page(citizen, `/my/cases/${id}`)).toContain('申请人撤回')
    const again = await citizen.form(`/my/cases/${id}/withdraw`, { reason: '再撤一次' })
    expect(again.statusCode).toBe(409)
    expect(again.body).toMatch(/class="wrong"[^>]*>[^<]*[\u4e00-\u9fff]/)
  })

  test('has its phone and address put right by the applicant, and tells of the phone only its ends', async () => {
    const id = await apply()
    const wrong = await citizen.form(`/my/cases/${id}/correct`, { phone: '12', address: '' })
    expect(wrong.statusCode).toBe(422)
    expect((await citizen.form(`/my/cases/${id}/correct`, { phone: '', address: '' })).body).toMatch(/class="wrong"/)
    expect(await send(citizen, `/my/cases/${id}/correct`, { phone: '139 1111 2222', address: '泰山路1号' })).toBe(`/my/cases/${id}?done=correct`)
    expect(await page(citizen, `/my/cases/${id}`)).toContain('139****2222')
    expect((await other.form(`/my/cases/${id}/correct`, { phone: '13911113333', address: '' })).statusCode).toBe(404)
  })

  test('has its papers as messages: new until opened, then a PDF', async () => {
    const mine = await register('13800000021', '王海燕', 31)
    await apply(mine)
    await house.settle()
    const list = await page(mine, '/my/messages')
    expect(list).toContain('<span class="count">新</span>')
    expect(await page(mine, '/help')).toContain('<span class="count">1<')
    const message = /\/my\/messages\/([^"]+)/.exec(list)![0]
    const file = /href="(\/my\/cases\/[^"]+\/papers\/[^"?]+)"/.exec(await page(mine, message))![1]!
    const pdf = await mine.get(file)
    expect(pdf.headers['content-type']).toBe('application/pdf')
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect(await page(mine, '/my/messages')).not.toContain('<span class="count">新</span>')
  })

  test('keeps every page under 15 KB', async () => {
    const id = await apply()
    await act(clerk, id, 'accept-case', {})
    for (const url of [`/my/cases/${id}`, `/my/cases/${id}/receipt`, '/my/cases', '/my/messages', '/account', `/my/cases/${id}/withdraw`]) {
      const { rawPayload } = await citizen.get(url, { accept: 'text/html' })
      expect(gzipSync(rawPayload).length + 4500, url).toBeLessThan(15 * 1024)
    }
  })
})

describe('without an account', () => {
  test('progress is told for the number and the last four, and nothing else; a wrong number and wrong figures sound alike', async () => {
    const id = await apply()
    const caseNumber = numberOn(await page(citizen, `/my/cases/${id}`))
    const right = await house.stranger.form('/progress', { number: caseNumber, last: '0001' })
    expect(right.statusCode).toBe(200)
    expect(right.body).toContain('待受理')
    expect(right.body).not.toContain('张秀兰')
    const wrong = await house.stranger.form('/progress', { number: caseNumber, last: '9999' })
    const unknown = await house.stranger.form('/progress', { number: `${caseNumber.slice(0, -1)}9`, last: '9999' })
    const said = (body: string) => /class="wrong"[^>]*>([^<]+)</.exec(body)![1]
    expect([wrong.statusCode, said(wrong.body)]).toEqual([unknown.statusCode, said(unknown.body)])
    let last = 200
    for (let tries = 0; tries < 12; tries++)
      last = (await house.stranger.form('/progress', { number: caseNumber, last: String(1000 + tries) })).statusCode
    expect(last).toBe(429)
  })

  test('a paper is verified by its code and by its numbers, its holder’s name shortened', async () => {
    const id = await apply()
    const caseNumber = numberOn(await page(citizen, `/my/cases/${id}`))
    const { papers } = (await citizen.get(`/api/cases/${id}`)).json()
    const byCode = await page(house.stranger, `/verify/${papers[0].id}`)
    expect(byCode).toContain('有效，由本局出具')
    expect(byCode).toContain('张**')
    expect(byCode).not.toContain('张秀兰')
    const byNumbers = await house.stranger.form('/verify', { paper: ` ${papers[0].number} `, number: caseNumber })
    expect(byNumbers.body).toContain('有效，由本局出具')
    const forged = await house.stranger.form('/verify', { paper: papers[0].number.replace(/\d+号/, '999号'), number: caseNumber })
    expect(forged.statusCode).toBe(404)
    expect(forged.body).toContain('本局没有这份文书')
    expect(await status(house.stranger, '/verify/none')).toBe(404)
  })
})

describe('a firm and its agent', () => {
  test('the agent applies within scope and days, and no more once it is taken back; markup in names does no harm', async () => {
    const name = '秦皇岛<img src=x onerror=alert(1)>餐饮有限公司'
    await send(citizen, '/account/firms/new', { uscc: firm, name })
    expect(await page(citizen, '/account')).toContain('秦皇岛&lt;img src=x onerror=alert(1)&gt;餐饮有限公司')
    const late = await citizen.form(`/account/firms/${firm}/agent`, { agentPhone: '13800000002', until: '2020-01-01', scope: 'all' })
    expect(late.body).toContain('委托的截止日期已经过去')
    await send(citizen, `/account/firms/${firm}/agent`, { agentPhone: '138 0000 0002', until: '2026-12-31', scope: 'some', items: permit.code })
    expect(await page(other, `/apply/${permit.code}`)).toContain('我是代理人')
    expect(await page(other, '/apply/labour-dispatch-permit')).not.toContain(firm)
    const id = await apply(other, permit, firm)
    const shown = await page(other, `/my/cases/${id}`)
    expect(shown).not.toContain('<img src=x')
    const filled = await fillDraft(other, permit, sampleInput(permit), firm)
    const revoke = /\/account\/firms\/[^"]+\/revoke/.exec(await page(citizen, '/account'))![0]
    await send(citizen, revoke, {})
    const form = formTo(await page(other, `${filled.draft}/review`), `${filled.draft}/submit`)
    const refused = await other.form(form.action, form.hidden)
    expect(refused.statusCode).toBe(409)
    expect(refused.body).toContain('没有对该事项有效的委托')
  })
})

describe('the own account', () => {
  test('gives a whole copy of what is kept, unmasked, and shows it masked', async () => {
    const shown = await page(citizen, '/account')
    expect(shown).toContain('138****0001')
    expect(shown).not.toContain(number('resident-id', 3))
    const copy = await citizen.get('/account/copy')
    expect(copy.headers['content-disposition']).toContain('attachment')
    expect(copy.json()).toMatchObject({ 账户: { 手机号: '13800000001', 姓名: '张秀兰', 身份证号码: number('resident-id', 3) } })
    expect(copy.json().办件.length).toBeGreaterThan(3)
  })

  test('says beside the input what is wrong with a name or number', async () => {
    const fresh = await house.citizen('13800000031')
    const answer = await fresh.form('/account/real-name', { name: '王一', residentId: '123456', next: '/account' })
    expect(answer.statusCode).toBe(400)
    expect(answer.body).toContain('id="residentId-wrong">身份证号码不对')
    expect(answer.body).toContain('value="王一"')
  })

  test('ends everywhere, and closes with drafts swept away', async () => {
    const here = await register('13800000041', '陈建国', 41)
    const there = await house.citizen('13800000041')
    await send(here, '/sign-out', { everywhere: 'true' })
    expect(await status(there, '/account')).toBe(303)
    const again = await house.citizen('13800000041')
    const draft = await send(again, `/apply/${item.code}`, { for: 'self' })
    const told = (await again.get('/account/close')).body
    for (const words of ['马上删除，不能恢复', '账户里的姓名、身份证号码、手机号', '依法留下']) expect(told).toContain(words)
    expect(told).not.toContain('正在办')
    await send(again, '/account/close', { reason: '不用了' })
    await house.settle()
    expect(await status(again, draft)).toBe(303)
    const { rows } = await house.database.query('select id from draft where bureau = $1 and citizen = $2', [house.bureau, again.id])
    expect(rows).toEqual([])
  })
})
