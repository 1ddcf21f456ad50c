import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { sampleInputs } from '../../rules/service-item/sample-input.ts'
import type { ServiceItem } from '../../rules/service-item/item.ts'
import { sampleValue } from '../../rules/service-item/sample-values.ts'
import { readItemFiles } from '../desks/catalogue/public.ts'
import type { Client } from '../testing/client.ts'
import type { TestBureau } from '../testing/test-bureau.ts'
import { openPortalBureau } from './testing/portal-bureau.ts'
import { fillDraft, handIn, page, send } from './testing/fill-draft.ts'
import { formsOf, formTo } from './testing/paper-form.ts'

let house: TestBureau
let citizen: Client
const number = (type: 'uscc' | 'resident-id', n: number): string => String(sampleValue({ id: 'x', label: '号码', required: true, type }, n))
const firm = number('uscc', 7)
const items = new Map(readItemFiles().map((item) => [item.code, item]))
const itemOf = (code: string): ServiceItem => items.get(code)!

/** A citizen with a real name, and a firm whose representative she says to be. */
async function register(phone: string, name: string, n: number, uscc?: string): Promise<Client> {
  const client = await house.citizen(phone)
  await send(client, '/account/real-name', { name, residentId: number('resident-id', n), next: '/account' })
  if (uscc !== undefined) await send(client, '/account/firms/new', { uscc, name: '秦皇岛海诺餐饮管理有限公司' })
  return client
}

beforeAll(async () => {
  house = await openPortalBureau()
  citizen = await register('13800000001', '张秀兰', 3, firm)
})

const whomOf = (item: ServiceItem): string => (item.applicants.includes('natural-person') ? 'self' : firm)

describe('an application without JavaScript', () => {
  test.each([
    'food-business-permit',
    'private-non-enterprise-establishment',
    'labour-dispatch-permit',
    'clinic-filing',
    'social-organisation-change',
    'tree-felling-permit',
  ])('%s goes page by page to a receipt, in each of its situations', async (code) => {
    const item = itemOf(code)
    for (const sample of sampleInputs(item).slice(0, 3)) {
      const filled = await fillDraft(citizen, item, sample, whomOf(item))
      expect(filled.met[0]).toBe('contact')
      const receipt = await handIn(citizen, filled)
      expect(receipt, sample.situation).toMatch(/^\/my\/cases\/[^/]+\/receipt$/)
      const shown = await page(citizen, receipt)
      expect(shown).toContain('收到您的申请了')
      expect(shown).toContain('接下来：')
      expect(shown).toContain('<svg')
    }
  })

  test('pressed twice is one case, and going back leads to the receipt', async () => {
    const item = itemOf('tree-felling-permit')
    const filled = await fillDraft(citizen, item, sampleInputs(item)[0]!, whomOf(item))
    const { action, hidden } = formTo(await page(citizen, `${filled.draft}/review`), `${filled.draft}/submit`)
    const [one, two] = await Promise.all([send(citizen, action, hidden), send(citizen, action, hidden)])
    expect(one).toBe(two)
    expect(await send(citizen, action, hidden)).toBe(one)
    expect((await citizen.get(`${filled.draft}/form/${item.form[0]!.id}`, { accept: 'text/html' })).headers.location).toBe(one)
  })

  test('leaves and comes back with everything typed, right or wrong', async () => {
    const item = itemOf('food-business-permit')
    const start = await send(citizen, `/apply/${item.code}`, { for: firm })
    const draft = start.replace('/contact', '')
    const form = formTo(await page(citizen, `${draft}/form/subject`), `${draft}/form/subject`)
    const saved = await send(citizen, form.action, {
      ...form.hidden,
      a_operatorName: '海诺饭店',
      a_operatorUscc: '12 34',
      a_contactPhone: '不知道',
      do: 'save',
    })
    expect(saved).toBe(`${draft}/saved`)
    const back = formTo(await page(citizen, `${draft}/form/subject`), `${draft}/form/subject`)
    expect(back.filled).toMatchObject({ a_operatorName: '海诺饭店', a_operatorUscc: '1234', a_contactPhone: '不知道' })
    expect(await page(citizen, '/my/cases')).toContain(draft)
  })

  test('does not ask again for what the account says of the firm, and keeps none of it until the page is saved', async () => {
    const draft = (await send(citizen, '/apply/food-business-permit', { for: firm })).replace('/contact', '')
    const contact = formTo(await page(citizen, `${draft}/contact`), `${draft}/contact`)
    await send(citizen, contact.action, { ...contact.hidden, phone: '13800000009', legalRepresentative: '张秀兰', address: '', do: 'next' })
    const url = `${draft}/form/subject`
    const shown = await page(citizen, url)
    expect(shown).toContain('您登记过的已经替您填上，请核对。')
    const known = {
      a_operatorName: '秦皇岛海诺餐饮管理有限公司',
      a_operatorUscc: firm,
      a_legalRepresentative: '张秀兰',
      a_contactPhone: '13800000009',
    }
    expect(formTo(shown, url).filled).toMatchObject(known)
    expect((await citizen.get(draft, { accept: 'text/html' })).headers.location).toBe(url)
    const { hidden, filled } = formTo(shown, url)
    await send(citizen, url, { ...hidden, ...filled, a_operatorName: '海诺饭店', do: 'save' })
    const again = await page(citizen, url)
    expect(formTo(again, url).filled).toMatchObject({ ...known, a_operatorName: '海诺饭店' })
    expect(again).not.toContain('替您填上')
  })

  test('shows every fault at the top with a link to its input, and beside it', async () => {
    const item = itemOf('food-business-permit')
    const draft = (await send(citizen, `/apply/${item.code}`, { for: firm })).replace('/contact', '')
    const form = formTo(await page(citizen, `${draft}/form/subject`), `${draft}/form/subject`)
    const answer = await citizen.form(form.action, { ...form.hidden, a_operatorName: '<script>alert(1)</script>', a_operatorUscc: '123', do: 'next' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).not.toContain('<script>alert')
    const wrongs = [...answer.body.matchAll(/<li><a href="#([^"]+)">/g)].map((match) => match[1]!)
    expect(wrongs).toEqual(['a_operatorUscc', 'a_legalRepresentative', 'a_legalRepresentativeId', 'a_contactPhone', 'a_byAgent'])
    for (const at of wrongs) expect(answer.body).toContain(`id="${at}"`)
    expect(answer.body).toContain('aria-describedby="a_operatorUscc-hint a_operatorUscc-wrong" aria-invalid="true"')
  })

  test('asks further questions that an answer leads to on the same page, and only then goes on', async () => {
    const item = itemOf('food-business-permit')
    const draft = (await send(citizen, `/apply/${item.code}`, { for: firm })).replace('/contact', '')
    const url = `${draft}/form/business`
    const before = formTo(await page(citizen, url), url)
    expect(before.names).not.toContain('a_diners')
    const given = { a_premisesAddress: '泰山路1号', a_area: '１２０', a_businessForm: 'canteen', a_onlineBusiness: 'false' }
    const more = await send(citizen, url, { ...before.hidden, ...given, do: 'next' })
    expect(more).toBe(`${url}?more=true`)
    const after = formTo(await page(citizen, more), url)
    expect(after.names).toEqual(expect.arrayContaining(['a_diners', 'a_entrusted', 'a_coldProcessing']))
    expect(after.filled).toMatchObject({ a_area: '120', a_businessForm: 'canteen' })
    const next = await send(citizen, url, { ...after.hidden, ...given, a_diners: '300', a_entrusted: 'true', a_coldProcessing: 'false', do: 'next' })
    expect(next).toBe(`${draft}/form/safety`)
    expect(formsOf(await page(citizen, `${draft}/materials`)).map(({ action }) => action)).toContain(`${draft}/materials/school-canteen-contract`)
  })

  test('adds and takes away rows of a table', async () => {
    const draft = (await send(citizen, '/apply/private-non-enterprise-establishment', { for: 'self' })).replace('/contact', '')
    const url = `${draft}/form/people`
    const first = formTo(await page(citizen, url), url)
    await send(citizen, url, { ...first.hidden, 'a_organisers.0.name': '王甲', do: 'add:organisers' })
    const two = formTo(await page(citizen, url), url)
    expect(two.hidden.rows_organisers).toBe('2')
    await send(citizen, url, {
      ...two.hidden,
      'a_organisers.0.name': '王甲',
      'a_organisers.1.name': '李乙',
      'a_organisers.1.contribution': '3万元',
      do: 'remove:organisers:0',
    })
    const left = formTo(await page(citizen, url), url)
    expect(left.filled).toMatchObject({ 'a_organisers.0.name': '李乙', 'a_organisers.0.contribution': '30000' })
  })

  test('open on two pages loses nothing of either: what only one changed stays, and where both did the second is told', async () => {
    const draft = (await send(citizen, '/apply/food-business-permit', { for: firm })).replace('/contact', '')
    const url = `${draft}/form/subject`
    const [one, two] = [formTo(await page(citizen, url), url), formTo(await page(citizen, url), url)]
    const sent = (form: typeof one, fields: Record<string, string>) => citizen.form(url, { ...form.hidden, ...form.filled, ...fields, do: 'save' })
    expect((await sent(one, { a_operatorName: '海诺饭店' })).statusCode).toBe(303)
    expect((await sent(two, { a_contactPhone: '13800000077' })).statusCode).toBe(303)
    expect(formTo(await page(citizen, url), url).filled).toMatchObject({ a_operatorName: '海诺饭店', a_contactPhone: '13800000077' })

    const third = formTo(await page(citizen, url), url)
    await sent(third, { a_operatorName: '海诺酒楼' })
    const told = await sent(third, { a_operatorName: '海诺<大>酒家' })
    expect(told.statusCode).toBe(422)
    expect(told.body).toContain('，另一页填的是：海诺酒楼')
    expect(formTo(told.body, url).filled.a_operatorName).toBe('海诺<大>酒家')
    // Looked at and sent again, it goes on.
    const again = formTo(told.body, url)
    expect((await citizen.form(url, { ...again.hidden, ...again.filled, do: 'save' })).statusCode).toBe(303)

    const place = `${draft}/contact`
    const [left, right] = [formTo(await page(citizen, place), place), formTo(await page(citizen, place), place)]
    await send(citizen, place, { ...left.hidden, ...left.filled, address: '黄河道1号', legalRepresentative: '王一', do: 'save' })
    await send(citizen, place, { ...right.hidden, ...right.filled, phone: '13800000088', do: 'save' })
    expect(formTo(await page(citizen, place), place).filled).toMatchObject({
      address: '黄河道1号',
      legalRepresentative: '王一',
      phone: '13800000088',
    })
    const clash = await citizen.form(place, { ...right.hidden, ...right.filled, address: '珠江道2号', do: 'save' })
    expect([clash.statusCode, clash.body.includes('“地址”，另一页填的是：黄河道1号')]).toEqual([409, true])
  })

  test('a row taken away on a page that is behind takes no other page’s row', async () => {
    const item = itemOf('private-non-enterprise-establishment')
    const group = item.form.find(({ fields }) => fields.some(({ type }) => type === 'list'))!
    const list = group.fields.find(({ type }) => type === 'list')!
    const draft = (await send(citizen, `/apply/${item.code}`, { for: firm })).replace('/contact', '')
    const url = `${draft}/form/${group.id}`
    const cell = (row: number) => `a_${list.id}.${row}.${list.columns![0]!.id}`
    const rows = async () => {
      const { filled } = formTo(await page(citizen, url), url)
      return [0, 1, 2].flatMap((row) => filled[cell(row)] ?? [])
    }
    const first = formTo(await page(citizen, url), url)
    await send(citizen, url, { ...first.hidden, [`rows_${list.id}`]: '2', [cell(0)]: '甲', [cell(1)]: '乙', do: 'save' })
    const [one, two] = [formTo(await page(citizen, url), url), formTo(await page(citizen, url), url)]
    await send(citizen, url, { ...one.hidden, ...one.filled, do: `remove:${list.id}:0` })
    expect(await rows()).toEqual(['乙'])
    await send(citizen, url, { ...two.hidden, ...two.filled, do: `remove:${list.id}:0` })
    expect(await rows()).toEqual(['乙'])
  })

  test('keeps what was typed when the session ended meanwhile', async () => {
    const draft = (await send(citizen, '/apply/food-business-permit', { for: firm })).replace('/contact', '')
    const url = `${draft}/form/safety`
    const answer = await house.stranger.form(url, { shown: 'safetyOfficer staff', a_safetyOfficer: '赵明', a_staff: '9' })
    expect(answer.statusCode).toBe(303)
    const next = new URL(String(answer.headers.location), 'http://localhost').searchParams.get('next')!
    const other = await register('13800000055', '钱多', 21)
    expect((await other.get(next, { accept: 'text/html' })).statusCode).toBe(404)
    const again = await page(citizen, next)
    expect(again).toContain('登录已过期过一次')
    expect(formTo(again, url).filled).toMatchObject({ a_safetyOfficer: '赵明', a_staff: '9' })
  })

  test('is nobody else’s: another citizen is told there is no such page', async () => {
    const draft = (await send(citizen, '/apply/food-business-permit', { for: firm })).replace('/contact', '')
    const other = await register('13800000056', '孙丁', 22)
    for (const path of ['', '/contact', '/form/subject', '/materials', '/review', '/saved'])
      expect((await other.get(`${draft}${path}`, { accept: 'text/html' })).statusCode, path).toBe(404)
    expect((await other.form(`${draft}/form/subject`, { shown: 'operatorName', a_operatorName: '我的' })).statusCode).toBe(404)
    expect((await other.form(`${draft}/submit`, {})).statusCode).toBe(404)
    expect((await other.upload(`${draft}/materials/application`, [{ name: 'a.pdf', bytes: '%PDF-1.4\n%%EOF' }])).statusCode).toBe(404)
    await other.form(`${draft}/drop`, {})
    expect(await page(citizen, `${draft}/saved`)).toContain('已经保存')
  })

  test('goes on with its materials as long as a necessary one is lacking', async () => {
    const item = itemOf('food-business-permit')
    const { draft } = await fillDraft(citizen, item, sampleInputs(item)[0]!, firm)
    const goesOn = async () => (await citizen.get(draft, { accept: 'text/html' })).headers.location
    expect(await goesOn()).toBe(`${draft}/review`)
    const remove = formsOf(await page(citizen, `${draft}/materials`)).find(({ action }) => action.endsWith('/remove'))!
    await send(citizen, remove.action, remove.hidden)
    expect(await goesOn()).toBe(`${draft}/materials`)
  })

  test('is deleted only after one more question', async () => {
    const draft = (await send(citizen, '/apply/food-business-permit', { for: firm })).replace('/contact', '')
    const list = await page(citizen, '/my/cases')
    expect(list).not.toContain(`action="${draft}/drop"`)
    expect(list).toContain(`href="${draft}/drop"`)
    const asked = formTo(await page(citizen, `${draft}/drop`), `${draft}/drop`)
    expect(await page(citizen, `${draft}/saved`)).toContain('已经保存')
    expect(await send(citizen, asked.action, asked.hidden)).toBe('/my/cases')
    expect((await citizen.get(draft, { accept: 'text/html' })).statusCode).toBe(404)
  })

  test('takes no program for a picture and says so beside the material', async () => {
    const draft = (await send(citizen, '/apply/food-business-permit', { for: firm })).replace('/contact', '')
    const answer = await citizen.upload(
      `${draft}/materials/application`,
      [{ name: '申请书.pdf', bytes: 'MZ not a pdf' }],
      {},
      { accept: 'text/html' },
    )
    expect(answer.statusCode).toBe(415)
    expect(answer.body).toContain('href="#f-application"')
  })

  test('stays under 15 KB on its longest pages', async () => {
    for (const code of ['social-organisation-establishment', 'food-business-permit', 'private-non-enterprise-establishment']) {
      const item = itemOf(code)
      const filled = await fillDraft(citizen, item, sampleInputs(item)[0]!, whomOf(item))
      for (const path of [...filled.met, 'materials', 'review']) {
        const { rawPayload } = await citizen.get(`${filled.draft}/${path}`, { accept: 'text/html' })
        expect(gzipSync(rawPayload).length + 4500, `${code} ${path}`).toBeLessThan(15 * 1024)
      }
    }
  })
})
