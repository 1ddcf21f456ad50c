import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applicantForm } from '../../contract/receipt-form.ts'
import { sampleInput } from '../../rules/service-item/sample-input.ts'
import { readItemFiles } from '../../server/desks/catalogue/item-files.ts'
import { atTheDesk, ensureConsole, settled } from './console-house.ts'
import { bestWaits, fillByKeyboard, walkInPerson } from './console-walk-in.ts'
import { type OpenedPortal, openPortal } from './portal-house.ts'

const items = readItemFiles()
let house: OpenedPortal

beforeAll(async () => {
  await ensureConsole()
  house = await openPortal()
})
afterAll(() => house.close())

const firm = {
  kind: 'enterprise',
  firm: '秦皇岛某某有限公司',
  uscc: '91350100M000100Y43',
  phone: '0335-8012345',
  legalRepresentative: '欧阳若䶮',
  address: '秦皇岛开发区',
  agent: false,
}

/** Chooses the matter by its name, with the keyboard alone. */
async function begin(page: Page, name: string): Promise<void> {
  await page.keyboard.press('2')
  await page.getByRole('combobox', { name: '事项' }).waitFor()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await page.getByText('收到的材料').waitFor()
}

describe('a walk-in by keyboard alone', () => {
  it.each([
    ['special-equipment-registration', walkInPerson],
    ['food-business-permit', firm],
    // Its founders are a table of three.
    ['social-organisation-establishment', walkInPerson],
  ] as const)('of %s has every next box ready within 100 ms, and is taken in', { timeout: 400_000 }, async (code, applicant) => {
    const item = items.find((one) => one.code === code)!
    const { page, complaints } = await atTheDesk(house.browser, house.address, 'chuangkou')
    await settled(page)
    const walk = async () => {
      await page.goto('/console/')
      await settled(page)
      await begin(page, item.name)
      const who = await fillByKeyboard(page, applicantForm(item.applicants), applicant, 'kind', 'applicant-')
      return [...who, ...(await fillByKeyboard(page, item.form, sampleInput(item, 7).answers, item.form[0]!.fields[0]!.id))]
    }
    page.on('dialog', (dialog) => void dialog.accept())
    const waits = await bestWaits(walk, 100, 5)
    expect(waits.length).toBeGreaterThan(15)
    expect(waits.filter(({ shown }) => shown >= 100)).toEqual([])
    await page.getByRole('button', { name: '必交的纸质材料都收到了' }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+Enter')
    await page.getByText('收件编号').waitFor()
    // The menu's key leads to the next one, as it does from everywhere else.
    await page.keyboard.press('2')
    await page.getByRole('combobox', { name: '事项' }).waitFor()
    // And so from another page, where everything is at hand at once: one can type straight away.
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: '今日办件' }).press('Enter')
    await settled(page)
    await page.keyboard.press('2')
    await page.getByRole('combobox', { name: '事项' }).waitFor()
    await page.waitForTimeout(200)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox')
    expect(complaints).toEqual([])
    await page.context().close()
  })
})

describe('a walk-in that is disturbed', () => {
  const item = items.find(({ code }) => code === 'labour-dispatch-permit')!
  const name = (page: Page) => page.getByLabel('单位名称').first()
  const fillRest = async (page: Page) => {
    await page.getByLabel('统一社会信用代码').first().fill(firm.uscc)
    await page.getByLabel('联系电话').first().fill(firm.phone)
    const first = item.form[0]!.fields[0]!.id
    await page.locator(`#answer-${first}`).focus()
    await fillByKeyboard(page, item.form, sampleInput(item, 7).answers, first)
  }
  /** How many cases of this name the book has. */
  const taken = async (page: Page, applicant: string): Promise<number> =>
    ((await (await page.request.get('/api/cases', { params: { of: 'office', state: 'all', text: applicant } })).json()) as { rows: unknown[] }).rows
      .length

  it('by a network that breaks in the middle, and again before the answer is there, loses nothing and is taken in once', {
    timeout: 240_000,
  }, async () => {
    const { page } = await atTheDesk(house.browser, house.address, 'chuangkou')
    await settled(page)
    await begin(page, item.name)
    await name(page).fill('断网了的公司')
    await page.context().setOffline(true)
    await fillRest(page)
    await page.keyboard.press('Control+Enter')
    await page.getByText('网络不通').waitFor()
    await page.context().setOffline(false)
    let lost = false
    await page.route('**/api/cases/at-counter', async (route) => {
      if (lost) return route.continue()
      lost = true
      await route.fetch()
      await route.abort()
    })
    const unheard = page.waitForEvent('requestfailed')
    await page.keyboard.press('Control+Enter')
    await unheard
    await page.getByText('网络不通').waitFor()
    expect(await taken(page, '断网了的公司')).toBe(1)
    await page.keyboard.press('Control+Enter')
    await page.getByText('收件编号').waitFor()
    expect(await taken(page, '断网了的公司')).toBe(1)
    await page.context().close()
  })

  it('by a number typed one box too early, on a choice, stays where it is', { timeout: 240_000 }, async () => {
    const { page } = await atTheDesk(house.browser, house.address, 'chuangkou')
    await settled(page)
    await begin(page, item.name)
    await page.getByRole('radio').first().focus()
    await page.keyboard.type('110105')
    await page.waitForTimeout(200)
    expect(await page.getByText('收到的材料').isVisible()).toBe(true)
    await page.context().close()
  })

  it('by a reload is there again for the same person, and for nobody else', { timeout: 240_000 }, async () => {
    const { page } = await atTheDesk(house.browser, house.address, 'chuangkou')
    page.on('dialog', (dialog) => void dialog.accept())
    await settled(page)
    await begin(page, item.name)
    await name(page).fill('刷新了的公司')
    await page.reload()
    await page.getByText('上次没有收完的一件，接着填。').waitFor()
    expect(await name(page).inputValue()).toBe('刷新了的公司')
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
    await page.getByRole('link', { name: '工作日历' }).click()
    await page.getByRole('heading', { name: '工作日历' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: '工作日历' }).waitFor()
    await page.getByRole('button', { name: '退出' }).click()
    await page.getByLabel('登录名').waitFor()
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
    await page.context().close()
  })

  it('by another in a second tab is taken in beside it', { timeout: 240_000 }, async () => {
    const { page } = await atTheDesk(house.browser, house.address, 'chuangkou')
    await settled(page)
    const other = await page.context().newPage()
    await other.goto('/console/')
    await settled(other)
    await page.bringToFront()
    await begin(page, item.name)
    await name(page).fill('先开始的公司')
    await other.bringToFront()
    await begin(other, item.name)
    await name(other).fill('后开始的公司')
    for (const tab of [other, page]) {
      await tab.bringToFront()
      await fillRest(tab)
      await tab.keyboard.press('Control+Enter')
      await tab.getByText('收件编号').waitFor()
    }
    expect([await taken(page, '先开始的公司'), await taken(page, '后开始的公司')]).toEqual([1, 1])
    await page.context().close()
  })
})
