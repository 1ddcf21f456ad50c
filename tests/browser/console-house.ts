import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { demonstrationPassword } from '../../server/demonstration.ts'

const web = fileURLToPath(new URL('../../web/', import.meta.url))
export const builtConsole = `${web}dist/`

/** The console as `npm test` and `npm start` build it; built here only where nobody did. */
export async function ensureConsole(): Promise<void> {
  if (!existsSync(`${builtConsole}index.html`)) await build({ configFile: `${web}vite.config.ts`, logLevel: 'warn' })
}

/** A desk with a keyboard: signs in without a mouse. What the browser's own console complains of is kept in `complaints`. */
export async function atTheDesk(browser: Browser, baseURL: string, login: string, width = 1440): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ baseURL, viewport: { width, height: 900 }, locale: 'zh-CN' })
  // Generous, for a machine that is busy with other tests: nothing here waits for time to pass, only for what must come.
  context.setDefaultTimeout(90_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto('/console/')
  await page.getByLabel('登录名').waitFor()
  await page.getByLabel('登录名').focus()
  await page.keyboard.type(login)
  await page.keyboard.press('Tab')
  await page.keyboard.type(demonstrationPassword)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: '主菜单' }).waitFor()
  return { page, complaints }
}

/** A page whose data has come: its heading stands and nothing is still loading. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForFunction(() => document.querySelector('.ant-skeleton, .ant-spin-spinning') === null)
}
