import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { readConfig } from '../../server/config.ts'
import { seedDemonstration } from '../../server/demonstration.ts'
import { type Served, serve } from '../../server/serve.ts'

export interface OpenedPortal {
  readonly served: Served
  readonly browser: Browser
  readonly address: string
  close(): Promise<void>
}

/** The demonstration on a free port with a data folder of its own, and a browser in front of it. */
export async function openPortal(): Promise<OpenedPortal> {
  const folder = mkdtempSync(join(tmpdir(), 'oneseal-browser-'))
  const settings = readConfig({ ONESEAL_DATA: folder, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'silent' })
  const served = await serve(settings, seedDemonstration)
  const browser = await chromium.launch({
    executablePath: process.env.TEST_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run', '--disable-component-update', '--disable-sync'],
  })
  return {
    served,
    browser,
    address: `http://127.0.0.1:${served.port}`,
    async close() {
      await browser.close()
      await served.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A phone on which scripts are switched off. */
export const phoneWithoutScripts = (browser: Browser, baseURL: string): Promise<BrowserContext> =>
  browser.newContext({ baseURL, viewport: { width: 390, height: 844 }, javaScriptEnabled: false, locale: 'zh-CN' })

/** The widths at which every page is looked at: a phone's and a desk's. */
const widths = [390, 1280]

/**
 * What axe finds against WCAG 2.2 AA, at both widths. axe itself needs scripts, so the page is drawn once more in `copy`, as it was sent, where they run; the house's
 * own stay out.
 */
export async function axeFindings(copy: Page, page: Page): Promise<readonly string[]> {
  const href = (await page.locator('link[rel=stylesheet]').getAttribute('href'))!
  const styles = await page.context().request.get(new URL(href, page.url()).href)
  const markup = (await page.content())
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<link rel="stylesheet"[^>]*>/, `<style>${await styles.text()}</style>`)
  await copy.setContent(markup)
  const found: string[] = []
  for (const width of widths) {
    await copy.setViewportSize({ width, height: 844 })
    const { violations } = await new AxeBuilder({ page: copy }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
    const told = (nodes: readonly { readonly html: string }[]) => nodes.map(({ html }) => html).join(' | ')
    found.push(...violations.map(({ id, nodes }) => `${page.url()} at ${width}: ${id}: ${told(nodes).slice(0, 400)}`))
  }
  return found
}
