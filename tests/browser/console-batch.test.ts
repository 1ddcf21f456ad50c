import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sheetColumns } from '../../contract/receipt-sheet.ts'
import { sampleInput } from '../../rules/service-item/sample-input.ts'
import { readItemFiles } from '../../server/desks/catalogue/item-files.ts'
import { axeFaults } from './axe.ts'
import { atTheDesk, ensureConsole, settled } from './console-house.ts'
import { type OpenedPortal, openPortal } from './portal-house.ts'

const item = readItemFiles().find(({ code }) => code === 'special-equipment-registration')!
const columns = sheetColumns(item)
const sample = sampleInput(item, 7)
const address = `/console/receive/batch?item=${item.code}&version=${item.version}`
let house: OpenedPortal

beforeAll(async () => {
  await ensureConsole()
  house = await openPortal()
})
afterAll(() => house.close())

/** A row as a spreadsheet copies it. */
const row = (name: string, phone: string): string =>
  columns
    .map(({ id, reads }) => {
      const own: Readonly<Record<string, string>> = {
        'applicant/kind': '自然人',
        'applicant/name': name,
        'applicant/residentId': '11010519491231002X',
        'applicant/phone': phone,
      }
      if (reads.part === 'material') return sample.materials.includes(reads.material.id) ? '齐' : ''
      const answer = reads.part === 'answers' ? sample.answers[reads.field.id] : undefined
      const option = reads.part === 'answers' ? reads.field.options?.find(({ value }) => value === answer)?.label : undefined
      return own[id] ?? option ?? (typeof answer === 'boolean' ? (answer ? '是' : '否') : String(answer ?? ''))
    })
    .join('\t')

const names = Array.from({ length: 12 }, (_, n) => `批量${String.fromCharCode(0x4e00 + n * 11)}`)
const sheet = [columns.map(({ title }) => title).join('\t'), ...names.map((name, n) => row(name, n === 2 ? '12' : '13800000001'))].join('\n')
const stands = (page: Page, text: string) => page.locator('.batch-bar').getByText(text).waitFor()

describe('many applications at once', () => {
  it('are pasted, put right in place, sent again over a dead network, and their receipts printed together', { timeout: 400_000 }, async () => {
    const { page } = await atTheDesk(house.browser, house.address, 'chuangkou')
    await page.goto('/console/receive')
    await page.getByRole('link', { name: '批量收件' }).click()
    await page.getByRole('combobox', { name: '事项' }).fill(item.name)
    await page.getByRole('option').first().click()
    await page.getByLabel(/复制，粘贴到这里/).fill(sheet)
    await stands(page, '共 12 行：可以收 11')
    expect(await axeFaults(page)).toEqual([])

    // The second portion reaches the server, and its answer never comes back.
    let sent = 0
    await page.route('**/api/cases/at-counter/batch', async (route) => {
      if (++sent !== 2) return route.continue()
      await route.fetch()
      return route.abort()
    })
    await page.getByRole('button', { name: /^收件（11 件）/ }).click()
    await page.getByRole('alert').getByText('网络不通').waitFor()
    await stands(page, '没有等到答复 1')
    await page.getByRole('button', { name: /^接着收/ }).click()
    await stands(page, '已收 11')
    expect(await page.getByText('以前收过').count()).toBe(1)

    await page.locator('.batch-row[data-state=faulty]').getByLabel('联系电话').fill('13900000000')
    await page.getByRole('button', { name: /^接着收（1 件）/ }).click()
    await stands(page, '已收 12')
    await page.getByRole('button', { name: '一起打印收件凭证（12 份）' }).click()
    await page.waitForFunction(
      (count) => document.querySelector<HTMLIFrameElement>('iframe.printing')?.contentDocument?.images.length === count,
      names.length,
    )
    expect(await axeFaults(page)).toEqual([])
  })

  it('of a sheet that was read before are not taken in twice', { timeout: 300_000 }, async () => {
    const { page } = await atTheDesk(house.browser, house.address, 'chuangkou')
    await page.goto(address)
    await settled(page)
    await page.getByLabel(/复制，粘贴到这里/).fill(sheet)
    await page.getByRole('button', { name: /^收件（11 件）/ }).click()
    await stands(page, '已收 11')
    expect(await page.getByText('以前收过').count()).toBe(11)
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  })
})
