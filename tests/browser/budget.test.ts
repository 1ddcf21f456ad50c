import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demonstrationPassword } from '../../server/demonstration.ts'
import { axeFaults } from './axe.ts'
import { atTheDesk, ensureConsole, settled } from './console-house.ts'
import { type OpenedPortal, openPortal } from './portal-house.ts'

let house: OpenedPortal

beforeAll(async () => {
  await ensureConsole()
  house = await openPortal()
})
afterAll(() => house.close())

const widths = [
  [1440, 900],
  [390, 844],
] as const

/** axe, and nothing wider than the screen, on the desk and on a phone. */
async function soundAtBothWidths(page: Page, address: string, ready: () => Promise<unknown>): Promise<void> {
  for (const [width, height] of widths) {
    await page.setViewportSize({ width, height })
    await page.goto(address)
    await ready()
    expect(await axeFaults(page), `${address} at ${width}`).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `${address} at ${width}`).toBeLessThanOrEqual(width)
  }
}

const opened = async (page: Page): Promise<void> => {
  await settled(page)
  await page.getByRole('navigation', { name: '这份文件的各部分' }).waitFor()
}

/** Asked before it is done: what the rules still find is said there. */
async function passOn(page: Page): Promise<void> {
  await page.getByRole('button', { name: '送复核' }).click()
  const asked = page.getByRole('dialog')
  await asked.getByText(/检查发现错误 \d+ 条/).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.keyboard.press('Enter')
}

describe('the budget desk', () => {
  it('opens a year from the one before, in which every room is right for WCAG 2.2 AA and fits a phone', { timeout: 600_000 }, async () => {
    const { page, complaints } = await atTheDesk(house.browser, house.address, 'caiwu')
    await soundAtBothWidths(page, '/console/budgets', () => settled(page))
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.getByRole('button', { name: '新建一年' }).click()
    await page.getByLabel('年度').fill('2021')
    await page.getByText('沿用上年的文字和项目').click()
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { name: '2021年部门预算' }).waitFor()
    for (const tab of ['text', 'projects&at=3', 'tables&at=2', 'check', 'changes', 'history'])
      await soundAtBothWidths(page, `/console/budgets/2021/budget?tab=${tab}`, () => opened(page))
    for (const tab of ['text', 'faults', 'history']) await soundAtBothWidths(page, `/console/budgets/2020/budget?tab=${tab}`, () => opened(page))
    expect(complaints).toEqual([])
  })

  it('checks a table while it is filled in, keeps what was not saved, and merges what two people changed at once', { timeout: 600_000 }, async () => {
    const [one, other] = [await atTheDesk(house.browser, house.address, 'caiwu'), await atTheDesk(house.browser, house.address, 'caiwu')]
    const here = '/console/budgets/2021/budget'
    for (const { page } of [one, other]) {
      await page.goto(here)
      await opened(page)
    }
    // One fills in a table by keyboard; a word where an amount belongs is told at once.
    await one.page.goto(`${here}?tab=tables&at=3`)
    await one.page.getByRole('button', { name: '加一行' }).click()
    await one.page.getByLabel('第1行合计').fill('六十')
    await one.page.getByText('有 1 格应填金额的不是数字').waitFor()
    await one.page.getByLabel('第1行合计').fill('60.00')
    await one.page.getByText('有 1 格应填金额的不是数字').waitFor({ state: 'detached' })
    await one.page.getByRole('link', { name: '文字和数字' }).click()
    await one.page.getByLabel('机关运行经费（万元）').fill('31.50')
    // Away and back again: the draft is still there.
    await one.page.waitForFunction(() => Object.keys(localStorage).some((name) => localStorage.getItem(name)?.includes('31500000')))
    one.page.on('dialog', (dialog) => void dialog.accept())
    await one.page.goto('/console/budgets')
    await settled(one.page)
    await one.page.goto(here)
    await one.page.getByText('这里有您上次没有保存的改动').waitFor()
    expect(await one.page.getByLabel('机关运行经费（万元）').inputValue()).toBe('31.50')

    // The other saves first, in the same place and in another one.
    await other.page.getByLabel('机关运行经费（万元）').fill('29.00')
    await other.page.getByLabel('收入（万元）').fill('500')
    await other.page.getByRole('button', { name: '保存' }).click()
    await other.page.getByText('已保存。').waitFor()
    await one.page.getByRole('button', { name: '保存' }).click()
    const clash = one.page.getByRole('alert').filter({ hasText: '别人也改了同样的地方：机关运行经费' })
    await clash.waitFor()
    expect(await one.page.getByLabel('收入（万元）').inputValue()).toBe('500.00')
    expect(await axeFaults(one.page)).toEqual([])
    await clash.getByRole('button', { name: '用我填的' }).click()
    await one.page.getByRole('button', { name: '保存' }).click()
    await one.page.getByText('已保存。').waitFor()
    await other.page.reload()
    await opened(other.page)
    expect(await other.page.getByLabel('机关运行经费（万元）').inputValue()).toBe('31.50')
  })

  it('asks an officer whose session ended to sign in where they stand, and loses nothing', { timeout: 300_000 }, async () => {
    const { page } = await atTheDesk(house.browser, house.address, 'caiwu')
    await page.goto('/console/budgets/2021/budget')
    await opened(page)
    await page.getByLabel('项目支出（万元）').fill('12.34')
    await page.context().clearCookies()
    await page.keyboard.press('Control+s')
    const asked = page.getByRole('dialog').filter({ hasText: '登录已失效' })
    await asked.getByLabel('登录名').fill('caiwu')
    await asked.getByLabel('口令').fill(demonstrationPassword)
    await page.keyboard.press('Enter')
    await asked.waitFor({ state: 'detached' })
    expect(await page.getByLabel('项目支出（万元）').inputValue()).toBe('12.34')
    await page.keyboard.press('Control+s')
    await page.getByText('已保存。').waitFor()
  })

  it('takes an original in with its faults, and lets nobody pass it on before they are decided', { timeout: 600_000 }, async () => {
    const { page } = await atTheDesk(house.browser, house.address, 'caiwu')
    await page.goto('/console/budgets')
    await settled(page)
    await page.locator('input[type=file]').setInputFiles(new URL('../../data/demonstration/budget-2020.txt', import.meta.url).pathname)
    await page.getByText('决算', { exact: true }).click()
    await page.getByText('这是已经公开的原文件').click()
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { name: '2020年部门决算' }).waitFor()
    await passOn(page)
    await page.getByText(/还有 26 处差错/).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: '原文件差错（26）' }).click()
    await page.getByRole('button', { name: '选中列出的 26 处' }).click()
    await page.getByRole('button', { name: '按统一格式更正' }).click()
    await page.getByLabel('原因').fill('序号和域代码按统一格式')
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('Control+Enter')
    await page.getByRole('link', { name: '原文件差错', exact: true }).waitFor()
    expect(await axeFaults(page)).toEqual([])
    await passOn(page)
    await page.locator('.phase', { hasText: '待复核' }).waitFor()
  })
})

describe('the public pages', () => {
  it.each(['/disclosure', '/disclosure/2020'])('%s is right for WCAG 2.2 AA, on the desk and on a phone', { timeout: 300_000 }, async (address) => {
    const context = await house.browser.newContext({ baseURL: house.address, bypassCSP: true, locale: 'zh-CN' })
    const page = await context.newPage()
    for (const [width, height] of widths) {
      await page.setViewportSize({ width, height })
      await page.goto(address)
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
    await context.close()
  })
})
