import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demonstrationPassword } from '../../server/demonstration.ts'
import { readItemFiles } from '../../server/desks/catalogue/item-files.ts'
import { sampleInput } from '../../rules/service-item/sample-input.ts'
import { applicantForm } from '../../contract/receipt-form.ts'
import { axeFaults } from './axe.ts'
import { atTheDesk, ensureConsole, settled } from './console-house.ts'
import { fillByKeyboard, walkInPerson } from './console-walk-in.ts'
import { type OpenedPortal, openPortal } from './portal-house.ts'

const item = readItemFiles().find(({ code }) => code === 'special-equipment-registration')!
let house: OpenedPortal
let address = ''

beforeAll(async () => {
  await ensureConsole()
  house = await openPortal()
})
afterAll(() => house.close())

describe('a case from the counter to the decision, by keyboard alone', () => {
  it('the clerk takes it in and accepts it', { timeout: 400_000 }, async () => {
    const { page, complaints } = await atTheDesk(house.browser, house.address, 'chuangkou')
    await settled(page)
    await page.keyboard.press('2')
    await page.getByRole('combobox', { name: '事项' }).waitFor()
    // First letters of 特种设备使用登记; Enter before the answer is there still takes the right one.
    await page.keyboard.type('tzsbsydj')
    await page.keyboard.press('Enter')
    await page.getByText('收到的材料').waitFor()

    const { answers } = sampleInput(item, 7)
    const first = await fillByKeyboard(page, applicantForm(item.applicants), walkInPerson, 'kind', 'applicant-')
    const second = await fillByKeyboard(page, item.form, answers, item.form[0]!.fields[0]!.id)
    // The page's own work; what the clock shows is held to the same in walk-in.test.ts.
    expect([...first, ...second].filter(({ work }) => work >= 100)).toEqual([])

    await page.getByRole('button', { name: '必交的纸质材料都收到了' }).focus()
    await page.keyboard.press('Enter')
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('Control+Enter')
    await page.getByText('收件编号').waitFor()
    await page.getByTitle(/^收件凭证 /).waitFor()
    expect(await axeFaults(page)).toEqual([])

    await page.keyboard.press('o')
    await page.getByRole('heading', { name: /特种设备使用登记 · 欧阳若䶮/ }).waitFor()
    address = new URL(page.url()).pathname
    await page.getByRole('button', { name: /^受理/ }).waitFor()
    await page.keyboard.press('a')
    await page.getByRole('dialog').waitFor()
    await page.waitForFunction(() => document.activeElement?.tagName === 'BUTTON' && document.activeElement.closest('.drawer-foot') !== null)
    await page.keyboard.press('Enter')
    await page.locator('.phase', { hasText: '审查中' }).waitFor()
    await page
      .getByText(/审查环节办理中|环节办理中/)
      .first()
      .waitFor()
    expect(await axeFaults(page)).toEqual([])
    expect(complaints).toEqual([])
  })

  it('the reviewer finds it by j and Enter, ticks and passes', { timeout: 300_000 }, async () => {
    const { page } = await atTheDesk(house.browser, house.address, 'shencha3')
    await page.getByRole('link', { name: /^1303/ }).first().waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('欧阳若䶮')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.querySelectorAll('.grid tbody tr').length === 1)
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /^环节通过/ }).waitFor()
    await page.keyboard.press('p')
    await page.getByRole('dialog').waitFor()
    const points = item.steps[0]!.checklist.length
    for (let n = 0; n < points; n++) {
      await page.waitForFunction(() => document.activeElement?.getAttribute('type') === 'checkbox')
      await page.keyboard.press('Space')
      await page.keyboard.press('Tab')
    }
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA')
    await page.keyboard.type('材料真实，符合登记条件。')
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('Control+Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByText('材料真实，符合登记条件。').first().waitFor()
  })

  it('the decision-maker grants it, the paper is set, and whoever looked before is told', { timeout: 300_000 }, async () => {
    const late = await atTheDesk(house.browser, house.address, 'juzhang')
    await late.page.goto(address)
    await late.page.getByRole('button', { name: /^准予/ }).waitFor()
    await late.page.keyboard.press('g')
    await late.page.getByLabel('决定意见').waitFor()

    const { page } = await atTheDesk(house.browser, house.address, 'jueding')
    await page.goto(address)
    await page.getByRole('button', { name: /^准予/ }).waitFor()
    await page.keyboard.press('g')
    await page.getByLabel('决定意见').waitFor()
    for (const box of await page.getByRole('dialog').getByRole('checkbox').all()) {
      await box.focus()
      await page.keyboard.press('Space')
    }
    await page.getByLabel('决定意见').focus()
    await page.keyboard.type('准予登记。')
    await page.keyboard.press('Control+Enter')
    await page.locator('.phase', { hasText: '准予' }).waitFor()
    expect(await axeFaults(page)).toEqual([])

    await late.page.getByLabel('决定意见').fill('准予。')
    await late.page.keyboard.press('Control+Enter')
    const told = late.page.getByRole('dialog').getByRole('alert')
    await told.waitFor()
    expect(await told.textContent()).toContain('陈志远')
    await told.getByRole('button', { name: '刷新办件' }).click()
    await late.page.locator('.phase', { hasText: '准予' }).waitFor()

    await page.getByRole('link', { name: /准予决定书/ }).waitFor()
  })
})

describe('every room', () => {
  const rooms: readonly (readonly [string, readonly string[]])[] = [
    [
      'chuangkou',
      ['/', '/?text=没有这个人', '/?handler=nobody&dueTo=2026-01-01', '/?of=office&state=concluded', '/receive', '/receive/batch', '/me'],
    ],
    ['jiancha', ['/', '/board', '/people']],
    ['caiwu', ['/budgets', '/me']],
    ['shenhe', ['/catalogue?q=没有这个事项', '/catalogue?tab=versions']],
    [
      'juzhang',
      [
        '/board',
        '/people',
        '/people?tab=offices',
        '/people?tab=divisions',
        '/catalogue',
        '/catalogue/labour-dispatch-permit',
        '/calendar',
        '/budgets',
      ],
    ],
    ['shixiang', ['/catalogue?tab=versions', '/catalogue/versions/labour-dispatch-permit/1', '/catalogue/edit/labour-dispatch-permit/1']],
    ['xitong', ['/people/s-chuangkou', '/bureau', '/calendar']],
    ['anquan', ['/people', '/people?q=没有这个人', '/people/s-chuangkou']],
    ['shenji', ['/audit', '/audit?actor=nobody']],
  ]
  it.each(rooms)('of %s is right for WCAG 2.2 AA and fits a phone', { timeout: 400_000 }, async (login, paths) => {
    const { page, complaints } = await atTheDesk(house.browser, house.address, login)
    for (const path of paths) {
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.goto(`/console${path}`)
      await settled(page)
      expect(await page.getByText('没有这个页面').count(), path).toBe(0)
      expect(await axeFaults(page)).toEqual([])
      await page.setViewportSize({ width: 390, height: 844 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390)
    }
    expect(complaints).toEqual([])
  })

  it.each([
    ['xitong', '/people', '增加人员'],
    ['xitong', '/people/s-chuangkou', '修改资料'],
    ['xitong', '/people/s-chuangkou', '登记请假'],
    ['xitong', '/people?tab=offices', '增设机构或科室'],
    ['xitong', '/people?tab=divisions', '增加区划'],
    ['xitong', '/bureau', '启用印章图样'],
    ['xitong', '/calendar', '特殊日'],
    ['anquan', '/people/s-chuangkou', '授予、收回角色'],
    ['chuangkou', '/me', '制发接口令牌'],
    ['chuangkou', '/me', '修改口令'],
    ['caiwu', '/budgets', '新建一年'],
  ])(
    'of %s at %s has the form “%s”, right for WCAG 2.2 AA, that fits a phone and gives the keyboard back',
    { timeout: 240_000 },
    async (login, path, name) => {
      const { page, complaints } = await atTheDesk(house.browser, house.address, login, 320)
      await page.goto(`/console${path}`)
      await settled(page)
      await page.getByRole('button', { name }).first().press('Enter')
      await page.locator('.ant-drawer-body').waitFor()
      await page.waitForFunction(() => document.activeElement?.closest('.ant-drawer form, .drawer-foot'))
      expect(await axeFaults(page)).toEqual([])
      expect(await page.locator('.ant-drawer-body').evaluate((body) => body.scrollWidth - body.clientWidth)).toBeLessThanOrEqual(0)
      await page.keyboard.press('Escape')
      await page.locator('.ant-drawer-body').waitFor({ state: 'detached' })
      expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(name)
      expect(complaints).toEqual([])
      await page.context().close()
    },
  )

  it('is shut to whoever has no business there, and the sign-in says why it refuses', { timeout: 300_000 }, async () => {
    const { page } = await atTheDesk(house.browser, house.address, 'shenji')
    await page.goto('/console/receive')
    await page.getByRole('heading', { level: 1, name: '没有这个页面' }).waitFor()
    expect(await axeFaults(page)).toEqual([])
    const clerk = await atTheDesk(house.browser, house.address, 'chuangkou')
    await clerk.page.goto('/console/cases/none')
    await clerk.page.getByRole('heading', { level: 1, name: '没有找到这一件' }).waitFor()
    expect(await axeFaults(clerk.page)).toEqual([])
    await clerk.page.context().close()
    const stranger = await (await house.browser.newContext({ baseURL: house.address, locale: 'zh-CN' })).newPage()
    await stranger.goto('/console/')
    await stranger.getByLabel('登录名').fill('chuangkou2')
    await stranger.getByLabel('口令', { exact: true }).fill('wrong')
    await stranger.keyboard.press('Enter')
    await stranger.getByText('登录名或口令不对').waitFor()
    expect(await axeFaults(stranger)).toEqual([])
  })

  it('keeps a walk-in that is looked away from, until it is taken in or given up', { timeout: 240_000 }, async () => {
    const { page } = await atTheDesk(house.browser, house.address, 'chuangkou2')
    await settled(page)
    const name = page.locator('#answer-applicant-name')
    const begin = async () => {
      await page.getByRole('link', { name: '窗口收件' }).click()
      await page.getByRole('combobox', { name: '事项' }).fill('特种设备使用登记')
      await page.keyboard.press('Enter')
    }
    await begin()
    await page.locator('select#answer-applicant-kind').selectOption('natural-person')
    // The applicant's fields and the item's own stand apart, though some are called the same.
    const ids = await page.locator('.walk-in [id]').evaluateAll((all) => all.map(({ id }) => id))
    expect(ids.filter((id, n) => ids.indexOf(id) !== n)).toEqual([])
    await name.fill('张半途')
    await page.getByRole('button', { name: '必交的纸质材料都收到了' }).click()
    const counts = () => page.locator('.hand-in input[type=number]').evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value))
    const counted = await counts()
    await page.getByRole('link', { name: '工作日历' }).click()
    await page.getByRole('heading', { name: '工作日历' }).waitFor()
    await page.getByRole('link', { name: '窗口收件' }).click()
    await page.getByText('上次没有收完的一件，接着填。').waitFor()
    expect(await name.inputValue()).toBe('张半途')
    expect(await counts()).toEqual(counted)
    // Another matter of the same person: only the matter is asked again.
    await page.getByRole('button', { name: '换一个事项' }).click()
    await page.getByRole('combobox', { name: '事项' }).fill('特种设备使用登记')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => (document.querySelector('#answer-applicant-name') as HTMLInputElement | null)?.value === '张半途')
    await page.getByRole('link', { name: '工作日历' }).click()
    await page.getByRole('heading', { name: '工作日历' }).waitFor()
    await page.getByRole('link', { name: '窗口收件' }).click()
    await page.getByRole('button', { name: '不要了，重新开始' }).click()
    await page.getByRole('link', { name: '工作日历' }).click()
    await page.getByRole('heading', { name: '工作日历' }).waitFor()
    await page.getByRole('link', { name: '窗口收件' }).click()
    await page.getByRole('combobox', { name: '事项' }).waitFor()
    await page.close()
  })

  it('keeps what is being filled in when the session ends', { timeout: 240_000 }, async () => {
    const { page } = await atTheDesk(house.browser, house.address, 'chuangkou2')
    await page.getByRole('link', { name: '窗口收件' }).click()
    await page.getByRole('combobox', { name: '事项' }).fill('特种设备')
    await page.getByRole('option').first().click()
    await page.getByLabel('申请人类型').selectOption('natural-person')
    await page.getByLabel('姓名', { exact: true }).first().fill('写到一半')
    await page.context().clearCookies()
    // Any question to the server now finds the session gone: here, a scan that is uploaded.
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: '申请表.txt', mimeType: 'text/plain', buffer: Buffer.from('申请表') })
    const again = page.getByRole('dialog', { name: '登录已失效，请重新登录' })
    await again.getByLabel('登录名').fill('chuangkou2')
    await again.getByLabel('口令', { exact: true }).fill(demonstrationPassword)
    await page.keyboard.press('Enter')
    await again.waitFor({ state: 'detached' })
    expect(await page.getByLabel('姓名', { exact: true }).first().inputValue()).toBe('写到一半')
  })
})
