import { rmSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { inject } from 'vitest'
import type { Served } from '../../server/serve.ts'
import { axeFaults } from './axe.ts'
import { demonstrationFolder, serveDemonstration } from './seed-folder.ts'

export interface OpenedPortal {
  readonly served: Served
  readonly browser: Browser
  readonly address: string
  close(): Promise<void>
}

/** The demonstration on a free port with a data folder of its own, and a browser in front of it. */
export async function openPortal(): Promise<OpenedPortal> {
  const folder = await demonstrationFolder(inject('demonstrationShared'))
  const served = await serveDemonstration(folder)
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
    found.push(...(await axeFaults(copy)).map((fault) => `${page.url()} at ${width}: ${fault}`))
  }
  return found
}
