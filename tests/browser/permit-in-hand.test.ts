import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applicantForm } from '../../contract/receipt-form.ts'
import type { Actor } from '../../rules/act.ts'
import { sampleInput } from '../../rules/service-item/sample-input.ts'
import { instantOfMillis, plainDateOfInstant } from '../../rules/time/instant.ts'
import { readItemFiles } from '../../server/desks/catalogue/item-files.ts'
import { axeFaults } from './axe.ts'
import { atTheDesk, ensureConsole, settled } from './console-house.ts'
import { fillByKeyboard } from './console-walk-in.ts'
import { type OpenedPortal, openPortal } from './portal-house.ts'

const items = new Map(readItemFiles().map((item) => [item.code, item]))
const permit = items.get('food-business-permit')!
const change = items.get('food-business-change')!
const firm = {
  kind: 'enterprise',
  firm: '秦皇岛海诺餐饮有限公司',
  uscc: '91350100M000100Y43',
  phone: '0335-8012345',
  legalRepresentative: '欧阳若䶮',
  address: '秦皇岛开发区',
  agent: false,
}
let house: OpenedPortal
/** The case under which the firm got its permit, and the number of the decision. */
let granted: { readonly id: string; readonly decision: string }

/** Pictures are kept where this names a folder. */
const picture = async (page: Page, name: string) => {
  const folder = process.env.PORTAL_PICTURES
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

async function act(name: string, input: object, roles: readonly string[], id: string): Promise<{ id: string; papers: { number: string }[] }> {
  const actor: Actor = { kind: 'staff', id, name: id, roles, office: permit.office }
  const done = await house.served.house.writer.submit({ bureau: 'demo', act: name, input, actor, channel: 'console' })
  if (!done.ok) throw new Error(`${name}: ${JSON.stringify(done.refusal)}`)
  return done.answer as never
}

/** The firm's permit, on the road that the item has. */
async function grantPermit(): Promise<typeof granted> {
  const { answers, materials } = sampleInput(permit)
  const applicant = {
    ...{ name: firm.firm, idType: 'uscc', idNumber: firm.uscc, phone: firm.phone, address: null, legalRepresentative: firm.legalRepresentative },
    ...{ agentName: null, agentIdNumber: null, agentPhone: null },
  }
  const brought = materials.map((material) => ({ material, form: 'paper', files: [], originals: 1, copies: 0 }))
  const application = {
    item: permit.code,
    itemVersion: 1,
    applicantKind: 'enterprise',
    applicant,
    answers,
    materials: brought,
    consentsToElectronicService: true,
  }
  const today = plainDateOfInstant(instantOfMillis(Date.now()))
  const { id } = await act('receive-at-counter', application, ['window-clerk'], 'w-1')
  await act('accept-case', { id }, ['window-clerk'], 'w-1')
  for (const [n, step] of permit.steps.slice(0, -1).entries()) {
    const ticked = step.checklist.map((point) => point.id)
    if (step.siteInspection)
      await act(
        'record-site-inspection',
        {
          ...{ id, on: today, startedAt: '09:00', endedAt: '09:30', place: '一号', present: [], rightsTold: true, photos: [] },
          inspectors: [{ name: '王敏' }, { name: '李强' }],
          findings: [{ point: '场所', found: '相符', conforms: true }],
        },
        [step.role],
        `w-${n + 2}`,
      )
    await act('pass-step', { id, step: step.id, ticked, opinion: '符合条件。' }, [step.role], `w-${n + 2}`)
  }
  const last = permit.steps.at(-1)!
  const { rows } = await house.served.database.query<{ seq: number }>(`select seq from case_row where bureau = 'demo' and id = $1`, [id])
  const grant = {
    id,
    basedOnSeq: rows[0]!.seq,
    content: '准予经营',
    conditions: [],
    opinion: '准予。',
    ticked: last.checklist.map((point) => point.id),
  }
  return { id, decision: (await act('grant-case', grant, [last.role], 'w-9')).papers[0]!.number }
}

beforeAll(async () => {
  await ensureConsole()
  house = await openPortal()
  granted = await grantPermit()
})
afterAll(() => house.close())

describe('a change at the window, by keyboard alone', () => {
  it('finds the permit of whoever stands there, a key takes it, and a number that nobody knows is told', { timeout: 300_000 }, async () => {
    const { page, complaints } = await atTheDesk(house.browser, house.address, 'chuangkou')
    await settled(page)
    page.on('dialog', (dialog) => void dialog.accept())
    await page.keyboard.press('2')
    await page.getByRole('combobox', { name: '事项' }).waitFor()
    await page.keyboard.type(change.name)
    await page.keyboard.press('Enter')
    await page.getByText('收到的材料').waitFor()
    await fillByKeyboard(page, applicantForm(change.applicants), firm, 'kind', 'applicant-')
    const offered = page.getByRole('radio', { name: new RegExp(granted.decision.replace(/[〔〕]/g, '.')) })
    await offered.waitFor()
    const fields = change.form[0]!.fields
    const before = fields.slice(
      0,
      fields.findIndex(({ id }) => id === 'permitNumber'),
    )
    await fillByKeyboard(page, [{ ...change.form[0]!, fields: before }], sampleInput(change).answers, before[0]!.id)
    // The next box of the keyboard is the permit.
    await page.waitForFunction(() => (document.activeElement as HTMLInputElement).name === 'permit-in-hand')
    await page.keyboard.press('Space')
    expect(await page.locator('#answer-permitNumber').inputValue()).toBe(granted.decision)
    expect(await page.locator('#answer-permitEnd').inputValue()).toMatch(/^20\d\d-\d\d-\d\d$/)
    expect(await axeFaults(page)).toEqual([])
    await picture(page, 'walk-in-permit')
    await page.locator('#answer-permitNumber').fill('JY11303')
    await page.getByText('登记簿里没有这个编号').waitFor()
    await picture(page, 'walk-in-unknown')
    expect(complaints).toEqual([])
    await page.context().close()
  })
})

describe('the reasons of a case, as the head reads them', () => {
  it.each([390, 1440])('at %i stand with the clocks, each with its day and article', { timeout: 300_000 }, async (width) => {
    const { page, complaints } = await atTheDesk(house.browser, house.address, 'juzhang', width)
    await page.goto(`/console/cases/${granted.id}`)
    await settled(page)
    const reasons = page.locator('.reasons')
    await reasons.getByText(/准予，自.+至.+有效（行政许可法 第三十八条第一款）。/).waitFor()
    await reasons.getByText(/受理，受理审查期限终止，共用0个工作日（行政许可法 第三十二条第一款第五项）。/).waitFor({ state: 'attached' })
    expect(await page.locator('body').evaluate((body) => body.scrollWidth - body.clientWidth)).toBeLessThanOrEqual(0)
    expect(await axeFaults(page)).toEqual([])
    await picture(page, `reasons-${width}`)
    expect(complaints).toEqual([])
    await page.context().close()
  })
})
