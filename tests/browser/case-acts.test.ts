import type { Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actTitles } from '../../contract/case-texts.ts'
import type { CasePage } from '../../contract/cases.ts'
import { actForms } from '../../web/pages/cases/act-forms.ts'
import { axeFaults } from './axe.ts'
import { atTheDesk, ensureConsole, settled } from './console-house.ts'
import { type OpenedPortal, openPortal } from './portal-house.ts'

const acts = Object.keys(actForms) as (keyof typeof actForms)[]
let house: OpenedPortal

beforeAll(async () => {
  await ensureConsole()
  house = await openPortal()
})
afterAll(() => house.close())

const withLongFile = (material: CasePage['materials'][number]) => ({
  ...material,
  handedIn: {
    form: 'electronic' as const,
    files: [{ name: `${'Scan'.repeat(20)}.pdf`, digest: 'a'.repeat(64), size: 1, mediaType: 'application/pdf' }],
    originals: 0,
    copies: 0,
    on: '2026-03-02',
  },
})

/** A case of the book whose page offers every act at once, with something to be done in each. */
async function offerEveryAct(route: Route): Promise<void> {
  const answer = await route.fetch()
  const page = (await answer.json()) as CasePage
  const [first, ...rest] = page.materials
  const json: CasePage = {
    ...page,
    acts: acts.map((act) => ({ act, title: actTitles[act].title, article: actTitles[act].article ?? null, blocked: null, onBehalfOf: null })),
    materials: [
      { ...first!, name: '法定代表人签署的申请书和有关部门的审查意见'.repeat(3), handedIn: null, necessary: true },
      ...rest.map(withLongFile),
    ],
    thirdParties: [{ id: 'neighbour', name: '开发区某居民委员会', informedOn: '2026-03-02', replyBy: '2026-03-09', moved: [], statements: [] }],
    statements: [{ id: 'said', on: '2026-03-02', text: '已经改好了，请再来看一次。'.repeat(6), answer: null }],
    dataRequests: [{ id: 'asked', kind: 'correction', on: '2026-03-02', answerBy: '2026-04-01', moved: [], wish: '电话写错了', answer: null }],
  }
  await route.fulfill({ json })
}

const open = async (page: Page, act: keyof typeof actForms) => {
  await page.locator('.more-acts').evaluate((more) => more.setAttribute('open', ''))
  await page
    .locator('.act-bar button')
    .filter({ hasText: new RegExp(`^${actTitles[act].title}`) })
    .first()
    .press('Enter')
  await page.locator('.act-drawer .drawer-foot').waitFor()
  await page.waitForFunction(() => document.activeElement?.closest('.act-drawer form, .drawer-foot'))
}

describe('every act on a case', () => {
  it.each([320, 1440])(
    'at %i: its form fits, says what is left out in words that fit, and gives the keyboard back',
    { timeout: 400_000 },
    async (width) => {
      const { page, complaints } = await atTheDesk(house.browser, house.address, 'juzhang', width)
      await page.goto('/console/?of=all&state=all')
      await settled(page)
      const way = await page.getByRole('link', { name: /^1303/ }).first().getAttribute('href')
      await page.route(`**/api/cases/${way!.split('/').pop()}`, offerEveryAct)
      await page.goto(way!)
      await settled(page)
      for (const act of acts) {
        await open(page, act)
        const drawer = page.locator('.act-drawer')
        const wide = await drawer.locator('.ant-drawer-body').evaluate((body) => body.scrollWidth - body.clientWidth)
        expect(wide, `${act} overflows`).toBeLessThanOrEqual(0)
        expect(await drawer.locator('input[type=file]:visible').count(), act).toBe(0)
        // The page behind the form stays the same: it is looked at with the first form.
        if (width > 900) expect(await axeFaults(page, act === acts[0] ? undefined : '.act-drawer')).toEqual([])
        await page.keyboard.press('Escape')
        await drawer.locator('.drawer-foot').waitFor({ state: 'detached' })
        expect(await page.evaluate(() => document.activeElement?.textContent), act).toContain(actTitles[act].title)
      }
      await open(page, 'announce-hearing')
      await page.keyboard.press('Control+Enter')
      await page.getByText('请选择听证日期').waitFor()
      expect(await page.locator('.ant-form-item-explain-error').allTextContents()).toEqual([
        '请选择听证日期',
        '请选择开始时间',
        '请填写地点',
        '请选择主持人',
      ])
      expect(complaints).toEqual([])
      await page.context().close()
    },
  )
})
