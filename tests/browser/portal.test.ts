import { mkdirSync } from 'node:fs'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { citizenOfPhone } from '../../server/desks/people/public.ts'
import { readItemFiles } from '../../server/desks/catalogue/public.ts'
import { sampleInput } from '../../rules/service-item/sample-input.ts'
import { sampleValue } from '../../rules/service-item/sample-values.ts'
import { typed } from '../../server/portal/testing/fill-draft.ts'
import { axeFindings, type OpenedPortal, openPortal, phoneWithoutScripts } from './portal-house.ts'

/** Pictures of every page are kept where this names a folder. */
const pictures = process.env.PORTAL_PICTURES

let portal: OpenedPortal
let phone: BrowserContext
let page: Page
/** Where axe looks: the same pages, with scripts allowed. */
let copy: Page
let drawn = 0
const found: string[] = []

beforeAll(async () => {
  portal = await openPortal()
  phone = await phoneWithoutScripts(portal.browser, portal.address)
  page = await phone.newPage()
  copy = await (await portal.browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })).newPage()
})
afterAll(() => portal?.close())

/** Each kind of page is held to WCAG 2.2 AA, to the phone's width, and photographed where pictures are wanted. */
async function inspect(name: string): Promise<void> {
  found.push(...(await axeFindings(copy, page)))
  if (pictures !== undefined) {
    mkdirSync(pictures, { recursive: true })
    const file = `${pictures}/${String(++drawn).padStart(2, '0')}-${name}`
    await page.screenshot({ path: `${file}-390.png`, fullPage: true })
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.screenshot({ path: `${file}-1280.png`, fullPage: true })
    await page.setViewportSize({ width: 390, height: 844 })
  }
}

const press = async (name: string | RegExp) => {
  await page.getByRole('button', { name }).first().click()
  await page.waitForLoadState()
}
const follow = async (name: string | RegExp) => {
  await page.getByRole('link', { name }).first().click()
  await page.waitForLoadState()
}

const item = readItemFiles().find(({ code }) => code === 'private-non-enterprise-establishment')!
const sample = sampleInput(item)

/** The clerk tells of every fault at once. */
async function askedToSupplement(id: string): Promise<void> {
  const { door } = portal.served.house
  const { token } = await door.sessions.begin({ bureau: 'demo', holder: 'staff', holderId: 's-chuangkou', kind: 'bearer', ip: '127.0.0.1' })
  const faults = ['form', item.materials[0]!.id].map((material) => ({ material, fault: '没有写到门牌号', correction: '写到门牌号' }))
  const told = await phone.request.post(`/api/cases/${id}/acts/request-supplement`, {
    headers: { authorization: `Bearer ${token}` },
    data: { faults },
  })
  expect(told.status(), await told.text()).toBe(200)
}

test('on a phone without scripts: register, find, read, check, apply, upload, hand in, receipt, messages', { timeout: 600_000 }, async () => {
  await page.goto('/')
  await inspect('home')
  await page.getByRole('searchbox').fill('民办非企业成立')
  await press('搜索')
  await inspect('search')
  await follow(item.name)
  await inspect('guide')
  // What only a script can do is not offered without one.
  expect(await page.getByRole('button', { name: '打印' }).count()).toBe(0)
  await follow('先看看我能不能办')
  await inspect('eligibility')
  for (const { id, pass } of item.eligibility) await page.locator(`input[name="q_${id}"][value="${pass}"]`).check()
  await press('看结果')
  expect(await page.locator('main').textContent()).toContain('看起来可以办')
  await inspect('eligible')

  await follow('在线申请')
  expect(page.url()).toContain('/sign-in')
  await inspect('sign-in')
  await page.getByLabel('手机号').fill('123')
  await press('获取验证码')
  await inspect('sign-in-wrong')
  await page.getByLabel('手机号').fill('138 0000 4321')
  await press('获取验证码')
  await inspect('code')
  const code = (await page.locator('#shown-code').textContent())!
  await page.getByLabel('验证码').fill(code === '000000' ? '111111' : '000000')
  await press('登录')
  expect(await page.locator('main').textContent()).toContain('验证码不对')
  await page.getByLabel('验证码').fill(code)
  await press('登录')
  expect(await page.locator('h1').textContent()).toBe('登记姓名和身份证号码')
  await inspect('real-name')
  await page.getByLabel('姓名').fill('欧阳娜娜')
  await page.getByLabel('身份证号码').fill(String(sampleValue({ id: 'x', label: '号码', required: true, type: 'resident-id' }, 5)))
  await press('登记')
  expect(page.url()).toContain(`/apply/${item.code}`)
  await inspect('apply')

  await press('开始填写')
  await inspect('contact')
  await press('保存并继续')
  const draft = /\/drafts\/[^/]+/.exec(page.url())![0]
  await press('保存并继续')
  expect(await page.locator('.errors').textContent()).toContain('处要改')
  await inspect('faults')
  for (let pages = 0; !page.url().includes('/materials'); pages++) {
    if (pages > 20) throw new Error(`walks in circles at ${page.url()}`)
    const names = await page.locator('main [name^="a_"]').evaluateAll((inputs) => inputs.map((input) => input.getAttribute('name') ?? ''))
    for (const [name, value] of Object.entries(typed(item, sample.answers, names))) {
      const input = page.locator(`[name="${name}"]`)
      if ((await input.first().getAttribute('type')) === 'radio') await page.locator(`[name="${name}"][value="${value}"]`).check()
      else if ((await input.evaluate((one) => one.tagName)) === 'SELECT') await input.selectOption(value)
      else await input.fill(value)
    }
    if (pages === 1) await inspect('questions')
    if (await page.getByRole('button', { name: '再加一行' }).count()) await inspect('table')
    await press('保存并继续')
  }
  await inspect('materials')
  for (const material of await page.locator('section.card').evaluateAll((parts) => parts.map(({ id }) => id))) {
    const part = page.locator(`#${material}`)
    await part
      .locator('input[type=file]')
      .setInputFiles({ name: '扫描件.pdf', mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4\n%${material}\n%%EOF\n`) })
    await part.getByRole('button', { name: '上传' }).click()
    await page.waitForLoadState()
  }
  await inspect('uploaded')
  await page.goto(`${draft}/saved`)
  await inspect('saved')
  await page.goto('/my/cases')
  await inspect('my-drafts')
  await page.goto(`${draft}/review`)
  await inspect('review')
  await page.getByLabel(/同意电子送达/).check()
  await press('提交申请')
  expect(page.url()).toMatch(/\/my\/cases\/[^/]+\/receipt$/)
  const number = (await page.locator('#case-number').textContent())!
  await inspect('receipt')
  await page.goto(`${draft}/review`)
  expect(page.url()).toContain('/receipt')

  await expect
    .poll(() => page.reload().then(() => page.getByRole('link', { name: '下载收件凭证' }).count()), { timeout: 60_000, interval: 1000 })
    .toBe(1)
  const pdf = await phone.request.get((await page.getByRole('link', { name: '下载收件凭证' }).getAttribute('href'))!)
  expect(pdf.headers()['content-type']).toBe('application/pdf')
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
  await follow('看这个办件')
  await inspect('case')
  const own = page.url()
  await follow('陈述、申辩')
  await press('提交')
  await inspect('statement')
  await page.getByLabel('您的意见').fill('场地已经重新签约，请按新合同核对。')
  await press('提交')
  await press('不再同意电子送达')
  await follow('请求更正或者删除个人信息')
  await press('提交请求')
  await inspect('data-request')
  await page.getByLabel(/更正：/).check()
  await page.getByLabel('要更正或者删除什么').fill('地址少写了门牌号')
  await press('提交请求')
  await inspect('case-asked')
  await askedToSupplement(own.split('/').at(-1)!)
  await page.goto('/')
  await inspect('home-waiting')
  await page.goto(own)
  await inspect('case-to-supplement')
  await press('现在补')
  await inspect('supplement-form')
  await page.goto(page.url().replace(/\/(form|materials).*/, '/materials'))
  await inspect('supplement')
  await page.goto(page.url().replace('/materials', '/review'))
  await inspect('supplement-review')
  await page.goto(own)
  await follow('更正电话和地址')
  await inspect('correct')
  await page.goto(own)
  await follow('撤回申请')
  await press('撤回申请')
  await inspect('withdraw')
  await page.getByLabel('为什么撤回').fill('先不办了')
  await press('撤回申请')
  await inspect('withdrawn')
  await page.goto('/my/messages')
  await inspect('messages')
  await follow('收件凭证')
  await inspect('message')
  await page.goto('/my/cases')
  await inspect('my-cases')
  await page.goto('/account')
  await inspect('account')
  await page.goto('/account/firms/new')
  await inspect('firm')
  await page.getByLabel('统一社会信用代码').fill(String(sampleValue({ id: 'x', label: '号码', required: true, type: 'uscc' }, 5)))
  await page.getByLabel('单位名称').fill('秦皇岛海诺餐饮管理有限公司')
  await press('登记')
  await follow('委托代理人')
  await press('委托')
  await inspect('agency')
  await page.goto('/account/close')
  await inspect('close')
  await page.goto(`/progress?number=${number}`)
  await inspect('progress')
  await page.getByLabel(/后四位/).fill('4321')
  await press('查询')
  expect(await page.locator('main').textContent()).toContain(number)
  await inspect('progress-found')
  await page.goto('/verify')
  await inspect('verify')
  await page.goto('/grants')
  await inspect('grants')
  await page.locator('ul.list a').first().click()
  await inspect('grant')
  await page.goto('/help')
  await inspect('help')
  await page.goto('/nothing-such')
  await inspect('not-found')
  await page.goto('/type-size?large=true&back=/')
  await inspect('large')
  await page.goto(`/items/${item.code}`)
  await inspect('large-guide')
})

test('axe finds nothing against WCAG 2.2 AA on any of these pages, and would find a fault', async () => {
  expect(found).toEqual([])
  await page.goto('/')
  const spoiled = (await page.content()).replace('aria-label="搜索办事事项"', '').replace(/placeholder="[^"]*"/, '')
  await page.setContent(spoiled)
  expect((await axeFindings(copy, page)).join()).toContain('label')
})

test('no page reaches beyond the edge of a small phone, in either size of type', { timeout: 120_000 }, async () => {
  const small = await portal.browser.newContext({ baseURL: portal.address, viewport: { width: 320, height: 640 }, locale: 'zh-CN' })
  const narrow = await small.newPage()
  for (const large of ['false', 'true'])
    for (const path of ['/', '/items', `/items/${item.code}`, '/sign-in', '/progress', '/verify', '/grants', '/help']) {
      await narrow.goto(`/type-size?large=${large}&back=${path}`)
      const width = await narrow.evaluate(() => document.documentElement.scrollWidth)
      expect(width, `${path} large=${large}`).toBeLessThanOrEqual(320)
    }
  await small.close()
})

test('with scripts: plainly wrong numbers are told at once, a form goes out once, an upload shows and stays; nothing is said against the policy', {
  timeout: 120_000,
}, async () => {
  const { door } = portal.served.house
  const citizen = await citizenOfPhone(door, 'demo', '13800005555')
  if (!citizen.ok) throw new Error(citizen.refusal.code)
  const { token } = await door.sessions.begin({ bureau: 'demo', holder: 'citizen', holderId: citizen.value.id, kind: 'cookie', ip: '127.0.0.1' })
  const context = await portal.browser.newContext({ baseURL: portal.address, viewport: { width: 390, height: 844 }, locale: 'zh-CN' })
  await context.addCookies([{ name: 'oneseal_citizen', value: token, url: portal.address }])
  const scripted = await context.newPage()
  const said: string[] = []
  scripted.on('console', (message) => message.type() === 'error' && said.push(message.text()))
  scripted.on('pageerror', (error) => said.push(error.message))

  await scripted.goto('/account/real-name')
  const right = String(sampleValue({ id: 'x', label: '号码', required: true, type: 'resident-id' }, 9))
  await scripted.getByLabel('身份证号码').fill(right.replace(/.$/, (last) => (last === '1' ? '2' : '1')))
  await scripted.getByLabel('姓名').fill('孙丽')
  expect(await scripted.locator('#residentId-live').textContent()).toContain('逐位核对')
  await scripted.getByLabel('身份证号码').fill(right)
  await scripted.getByLabel('姓名').fill('孙丽华')
  expect(await scripted.locator('#residentId-live').isVisible()).toBe(false)
  await scripted.getByRole('button', { name: '登记' }).click()
  await scripted.waitForURL('**/account')

  await scripted.goto('/apply/tree-felling-permit')
  const prevented = await scripted.evaluate(() => {
    const form = document.querySelector('main form')!
    return [1, 2].map(() => {
      const event = new SubmitEvent('submit', { cancelable: true })
      form.dispatchEvent(event)
      return event.defaultPrevented
    })
  })
  expect(prevented).toEqual([false, true])
  await scripted.reload()
  await scripted.getByRole('button', { name: '开始填写' }).click()
  await scripted.waitForURL('**/contact')
  await scripted.goto(scripted.url().replace('/contact', '/materials'))
  const first = scripted.locator('section.card').first()
  await first.locator('input[type=file]').setInputFiles({ name: '树木.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') })
  await first.getByRole('button', { name: '上传' }).click()
  await first.getByRole('link', { name: /树木\.pdf/ }).waitFor()
  await first.locator('input[type=file]').setInputFiles({ name: '假.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ not a pdf') })
  await first.getByRole('button', { name: '上传' }).click()
  await scripted.locator('.errors').waitFor()
  expect(await scripted.locator('.errors').textContent()).toMatch(/文件/)
  expect(said.filter((line) => !line.includes('415'))).toEqual([])
  await context.close()
})
