import { beforeAll, describe, expect, it } from 'vitest'
import type { ServiceItem } from '../../../rules/service-item/item.ts'
import { openTestBureau, type TestBureau } from '../../testing/test-bureau.ts'
import type { Client } from '../../testing/client.ts'
import { catalogueDesk } from './desk.ts'
import { peopleDesk } from '../people/desk.ts'
import { readItemFiles } from './item-files.ts'
import { draftUpgradedItems, draftUpgradedItemsEverywhere, seedCatalogue } from './seed-catalogue.ts'

const items = readItemFiles()
const food = items.find((item) => item.code === 'food-business-permit')!
let bureau: TestBureau
let editor: Client
let approver: Client

beforeAll(async () => {
  bureau = await openTestBureau({ desks: [peopleDesk, catalogueDesk] })
  await seedCatalogue(bureau.writer, bureau.bureau)
  editor = await bureau.as('catalogue-editor')
  approver = await bureau.as('catalogue-approver')
})

const versionOf = async (code: string, version: number) => (await editor.get(`/api/catalogue/versions/${code}/${version}`)).json()

/** Draft, propose, approve and publish as two people do; answers the version number. */
async function publish(item: ServiceItem, effectiveFrom: string): Promise<number> {
  const { version } = (await editor.post('/api/catalogue/versions', { item, note: '测试修改' })).json()
  const at = `/api/catalogue/versions/${item.code}/${version}`
  for (const [client, act, body] of [
    [editor, 'propose', {}],
    [approver, 'approve', {}],
    [approver, 'publish', { effectiveFrom }],
  ] as const) {
    const done = await client.post(`${at}/${act}`, { ...body, seq: (await versionOf(item.code, version)).seq })
    expect(done.statusCode, `${act}: ${done.body}`).toBe(200)
  }
  return version
}

describe('the catalogue that everybody may read', () => {
  it('opens with every shipped item, once, and seeding again changes nothing', async () => {
    const again = await seedCatalogue(bureau.writer, bureau.bureau)
    expect(again).toEqual({ written: [], kept: items.map((item) => item.code) })
    const list = (await bureau.stranger.get('/api/catalogue/items?limit=500')).json()
    expect(list.total).toBe(items.length)
    expect(list.fields.reduce((sum: number, one: { items: number }) => sum + one.items, 0)).toBe(items.length)
    expect(list.fields.length).toBeGreaterThanOrEqual(9)
  })

  it('is searched by plain words and filtered', async () => {
    const first = async (q: string) => (await bureau.stranger.get(`/api/catalogue/items?q=${encodeURIComponent(q)}`)).json().items[0]
    expect(await first('lwpq')).toMatchObject({ code: 'labour-dispatch-permit', matched: expect.any(String) })
    expect(await first('劳务派潜')).toMatchObject({ code: 'labour-dispatch-permit' })
    const some = (await bureau.stranger.get(`/api/catalogue/items?applicant=social-organisation&field=${encodeURIComponent('社会组织')}`)).json()
    expect(some.items.length).toBeGreaterThan(0)
    expect(some.items.every((one: { field: string }) => one.field === '社会组织')).toBe(true)
    expect((await bureau.stranger.get(`/api/catalogue/items?q=${encodeURIComponent('今天天气')}`)).json().items).toEqual([])
  })

  it('shows a guide whose unverified bases say so and whose limits are explained', async () => {
    const guide = (await bureau.stranger.get('/api/catalogue/items/private-non-enterprise-establishment')).json()
    expect(guide.limits.statutory).toBe('自收到全部有效文件之日起60日（自然日）（民办非企业单位登记管理暂行条例 第十一条）')
    expect(guide.limits.explained.map((one: { title: string }) => one.title)).toContain('从哪天起算')
    const recalled = (await bureau.stranger.get('/api/catalogue/items/special-equipment-registration')).json()
    for (const basis of [...guide.basis, ...recalled.basis]) expect(basis.note === '').toBe(basis.verified)
    expect(recalled.basis.some((basis: { note: string }) => basis.note.startsWith('待核'))).toBe(true)
    expect(recalled.limits.statutory).toMatch(/条款待核$/)
    const food = (await bureau.stranger.get('/api/catalogue/items/food-business-permit')).json()
    expect(food.limits.statutory).not.toContain('待核')
    const fire = guide.materials.find((one: { id: string }) => one.id === 'fire-opinion')
    expect(fire.when).toBe('仅当“行业”为“养老服务”时需要')
    expect((await bureau.stranger.get('/api/catalogue/items/no-such-item')).statusCode).toBe(404)
  })

  it.each([
    ['food-business-change', '变更', '有效期不变，仍到原许可届满之日（行政许可法 第四十九条）。'],
    ['food-business-renewal', '延续', '最迟在有效期届满15个工作日前提出'],
    ['social-organisation-cancellation', '注销', '准予以后，原来的许可（登记）从作出决定之日起注销（行政许可法 第七十条）。'],
  ])('says of %s what becomes of the permit in hand', async (code, title, words) => {
    const { limits } = (await bureau.stranger.get(`/api/catalogue/items/${code}`)).json()
    const told = (limits.explained as { title: string; words: string }[]).find((one) => one.title === title)
    expect(told?.words).toContain(words)
  })

  it('says of a filing that it is a notice', async () => {
    const guide = (await bureau.stranger.get('/api/catalogue/items/enterprise-investment-filing')).json()
    expect(guide).toMatchObject({ procedureName: '备案', limits: { promised: '即时办结' } })
    expect(guide.result).toContain('备案回执')
    expect(JSON.stringify(guide.rights)).not.toContain('行政复议')
  })

  it('tells what answers lead to, keeping nothing', async () => {
    const check = async (answers: unknown) => (await bureau.stranger.post('/api/catalogue/items/food-business-permit/answers', { answers })).json()
    const sales = await check({ businessForm: 'sales', healthFood: true })
    expect(sales.materials.map((one: { id: string }) => one.id)).toContain('health-food-layout')
    expect(sales.questions).not.toContain('coldProcessing')
    expect(sales.faults).toContainEqual({ path: 'operatorName', code: 'answer-missing', sentence: '请填写“经营者名称”。' })
    expect((await check({})).faults).toContainEqual({
      path: 'businessForm',
      code: 'answer-not-chosen',
      sentence: expect.stringMatching(/^请选择“.+”。$/),
    })
    const wrong = await check({ operatorUscc: '91350100M000100Y44', salary: 1 })
    expect(wrong.faults).toContainEqual({
      path: 'operatorUscc',
      code: 'answer-bad-uscc',
      sentence: '“统一社会信用代码”不对：校验位不对，可能有一位输错。',
    })
    expect(wrong.faults).toContainEqual({ path: 'salary', code: 'answer-unknown-field', sentence: '没有“salary”这个问题，请刷新页面后重新填写。' })
  })

  it('advises before filing', async () => {
    const ask = async (answers: unknown) =>
      (await bureau.stranger.post('/api/catalogue/items/labour-dispatch-permit/eligibility', { answers })).json()
    expect(await ask({ capital: 'no' })).toMatchObject({ outcome: 'not-eligible', reasons: [{ sentence: expect.stringContaining('200万元') }] })
    expect(await ask({ capital: 'yes', company: 'yes', 'self-dispatch': 'no' })).toMatchObject({ outcome: 'eligible' })
  })

  it('can be taken away whole and checked by the same rules', async () => {
    const taken = (await bureau.stranger.get('/api/catalogue/export')).json()
    expect(taken.items).toHaveLength(items.length)
    expect(taken.items.find((item: ServiceItem) => item.code === food.code)).toEqual(food)
  })
})

describe('changing the catalogue', () => {
  it('takes two people, and the new version answers from its day on while the old one stays readable', async () => {
    const version = await publish({ ...food, visits: 1 }, '2026-03-10')
    expect((await bureau.stranger.get(`/api/catalogue/items/${food.code}`)).json().version).toBe(1)
    bureau.clock.set('2026-03-10')
    editor = await bureau.as('catalogue-editor')
    approver = await bureau.as('catalogue-approver')
    expect((await bureau.stranger.get(`/api/catalogue/items/${food.code}`)).json()).toMatchObject({ version, visits: 1 })
    expect((await bureau.stranger.get(`/api/catalogue/items/${food.code}/versions/1`)).json()).toEqual(food)
  })

  it('shows the second person what changed and hides what may not be done', async () => {
    const drafted = (await editor.post('/api/catalogue/versions', { item: { ...food, visits: 2 }, note: '跑两次' })).json()
    const page = await versionOf(food.code, drafted.version)
    expect(page.differences).toEqual([{ path: 'visits', title: '到现场次数', kind: 'changed', before: '1', after: '2' }])
    expect(page.mayDo).toEqual(['draft-item-version', 'propose-item-version', 'retire-item-version'])
    const other = (await approver.get(`/api/catalogue/versions/${food.code}/${drafted.version}`)).json()
    expect(other.mayDo).toEqual(['retire-item-version'])
    await editor.post(`/api/catalogue/versions/${food.code}/${drafted.version}/propose`, { seq: page.seq })
    expect((await approver.get(`/api/catalogue/versions/${food.code}/${drafted.version}`)).json().mayDo).toContain('approve-item-version')
    expect((await editor.get(`/api/catalogue/versions/${food.code}/${drafted.version}`)).json().mayDo).not.toContain('approve-item-version')
  })

  it('refuses a draft that is no item, naming the field, and a proposal that breaks a rule', async () => {
    const malformed = await editor.post('/api/catalogue/versions', { item: { ...food, limits: {} }, note: '坏的' })
    expect(malformed.statusCode, malformed.body).toBe(400)
    expect(malformed.body).toContain('limits.statutory')
    const { steps, ...rest } = food
    const checked = (await editor.post('/api/catalogue/check', { item: { ...rest, steps: steps.map((step) => ({ ...step, days: 50 })) } })).json()
    expect(checked).toMatchObject({
      sound: false,
      findings: expect.arrayContaining([expect.objectContaining({ rule: 'limit-steps-over-promised', path: 'steps' })]),
    })
  })

  it('answers only those who may', async () => {
    const clerk = await bureau.as('window-clerk')
    for (const client of [bureau.stranger, await bureau.citizen(), clerk]) {
      expect([401, 403]).toContain((await client.get('/api/catalogue/versions')).statusCode)
      expect([401, 403]).toContain((await client.post('/api/catalogue/versions', { item: food, note: '…' })).statusCode)
    }
    expect((await approver.post('/api/catalogue/versions', { item: food, note: '…' })).statusCode).toBe(403)
    expect((await bureau.stranger.get(`/api/catalogue/items/${food.code}/versions/3`)).statusCode).toBe(404)
  })

  it('refuses who saw an older state', async () => {
    const { version } = (await editor.post('/api/catalogue/versions', { item: { ...food, visits: 5 }, note: '一' })).json()
    const { seq } = await versionOf(food.code, version)
    await editor.put(`/api/catalogue/versions/${food.code}/${version}`, { item: { ...food, visits: 6 }, note: '二', seq })
    const late = await editor.post(`/api/catalogue/versions/${food.code}/${version}/propose`, { seq })
    expect(late.statusCode).toBe(409)
    expect(late.json().code).toBe('subject-changed-since-seen')
  })

  it('pages through versions, newest first', async () => {
    const first = (await editor.get('/api/catalogue/versions?limit=10')).json()
    const second = (await editor.get(`/api/catalogue/versions?limit=10&after=${encodeURIComponent(first.next)}`)).json()
    const ids = [...first.versions, ...second.versions].map((one: { code: string; version: number }) => `${one.code}@${one.version}`)
    expect(new Set(ids).size).toBe(20)
    expect(
      (await editor.get('/api/catalogue/versions?status=proposed')).json().versions.every((one: { status: string }) => one.status === 'proposed'),
    ).toBe(true)
  })

  it('takes a product upgrade as drafts beside what the bureau has, never over it', async () => {
    const newer = items.map((item) => (item.code === 'clinic-filing' ? { ...item, visits: 7 } : item))
    const outcome = await draftUpgradedItems(
      bureau.writer,
      bureau.bureau,
      '0.2.0',
      newer.filter((item) => item.code.startsWith('clinic') || item.code.startsWith('drug')),
    )
    expect(outcome).toEqual({ written: ['clinic-filing'], kept: ['drug-retail-permit'] })
    expect(await versionOf('clinic-filing', 2)).toMatchObject({ status: 'draft', source: 'upgrade', comparedWith: 1 })
    expect((await bureau.stranger.get('/api/catalogue/items/clinic-filing')).json().version).toBe(1)
  })

  it('brings each change of the shipped items once, at whatever start', async () => {
    const newer = items.map((item) => (item.code === 'tree-felling-permit' ? { ...item, visits: 6 } : item))
    const drafts = async () => {
      const sql = `select code, version from item_version_row where bureau = $1 and source = 'upgrade' and code = 'tree-felling-permit'`
      return (await bureau.database.query<{ code: string; version: number }>(sql, [bureau.bureau])).rows
    }
    await Promise.all([1, 2].map(() => draftUpgradedItemsEverywhere(bureau.database, bureau.writer, '0.3.0', newer)))
    expect(await drafts()).toHaveLength(1)
    await draftUpgradedItemsEverywhere(bureau.database, bureau.writer, '0.4.0', newer)
    expect(await drafts()).toHaveLength(1)
    const page = await versionOf('tree-felling-permit', (await drafts())[0]!.version)
    expect(page).toMatchObject({ status: 'draft', comparedWith: 1, differences: [{ path: 'visits', after: '6' }] })
  })

  it('ends an item on its day, and it is gone from list and search', async () => {
    const road = '/api/catalogue/items/pesticide-business-permit'
    await editor.post(`${road}/propose-retirement`, { from: '2026-03-10', reason: '划转市级办理' })
    expect((await bureau.stranger.get(road)).statusCode).toBe(200)
    const proposed = await versionOf('pesticide-business-permit', 1)
    expect(proposed.retirement).toMatchObject({ from: '2026-03-10', reason: '划转市级办理' })
    expect(proposed.mayDo).toEqual(['drop-item-retirement'])
    await approver.post(`${road}/retire`, {})
    expect((await versionOf('pesticide-business-permit', 1)).retirement).toEqual({ from: '2026-03-10', reason: null, by: null })
    expect((await bureau.stranger.get('/api/catalogue/items/pesticide-business-permit')).statusCode).toBe(404)
    expect(
      (await bureau.stranger.get(`/api/catalogue/items?q=${encodeURIComponent('农药')}`)).json().items.map((one: { code: string }) => one.code),
    ).not.toContain('pesticide-business-permit')
  })
})
