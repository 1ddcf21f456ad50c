import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applicantForm } from '../../contract/receipt-form.ts'
import { sampleInput } from '../../rules/service-item/sample-input.ts'
import { readItemFiles } from '../../server/desks/catalogue/item-files.ts'
import { atTheDesk, ensureConsole, settled } from './console-house.ts'
import { bestWaits, fillByKeyboard } from './console-walk-in.ts'
import { type OpenedPortal, openPortal } from './portal-house.ts'

const items = readItemFiles()
let house: OpenedPortal

beforeAll(async () => {
  await ensureConsole()
  house = await openPortal()
})
afterAll(() => house.close())

const person = {
  kind: 'natural-person',
  name: '欧阳若䶮',
  idType: 'resident-id',
  residentId: '11010519491231002X',
  phone: '13800000001',
  address: '秦皇岛开发区',
  agent: false,
}
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
    ['special-equipment-registration', person],
    ['food-business-permit', firm],
    // Its founders are a table of three.
    ['social-organisation-establishment', person],
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
    expect(complaints).toEqual([])
    await page.context().close()
  })
})
