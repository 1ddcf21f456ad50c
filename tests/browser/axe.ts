import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** A button that is just coming to life has a colour on its way, and nobody reads by that: what moves towards an end is let come to it. */
const letSettle = (page: Page): Promise<unknown> =>
  page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ playState, effect }) => playState === 'running' && Number.isFinite(Number(effect?.getComputedTiming().endTime)))
        .map(({ finished }) => finished),
    ).then(() => null),
  )

/**
 * What axe finds against WCAG 2.2 AA. Run within the page in one go (the other way opens a window for each run, only to join frames of other sites, of which
 * there are none here), and told no more of what it found right than that. `within` names the part of a page that is new, where the rest was looked at before.
 */
export async function axeFaults(page: Page, within?: string): Promise<readonly string[]> {
  await letSettle(page)
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).withTags(wcag)
  if (within !== undefined) axe.include(within)
  const { violations } = await axe.setLegacyMode().analyze()
  return violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`)
}
