import type { HandedIn } from '../../../../contract/case-parts.ts'
import type { ItemLine } from '../../../../contract/catalogue.ts'
import type { Answers } from '../../../../rules/service-item/condition.ts'
import type { ReceiptDay } from './receipt-day.tsx'

/** What was filled in of a walk-in that is not yet taken in. */
export interface BegunEntry {
  readonly applicant: Answers
  readonly answers: Answers
  readonly materials: readonly HandedIn[]
  readonly day: ReceiptDay
  readonly electronic: boolean
  /** The key under which it is taken in once, however often it is sent. */
  readonly key: string
}

interface Kept {
  readonly by: string
  readonly line: ItemLine
  readonly entry: BegunEntry
}

const place = 'begun-walk-in'

/**
 * In this tab only: it is somebody's personal data, and no other person at this screen is shown it. It lies in the tab's memory, and in its storage for no longer
 * than a reload takes.
 */
let kept: Kept | undefined = afterReload()

function afterReload(): Kept | undefined {
  const text = sessionStorage.getItem(place)
  sessionStorage.removeItem(place)
  return text === null ? undefined : (JSON.parse(text) as Kept)
}

/** The page goes away, by a reload or for good: what is kept outlives a reload. */
export const holdOverReload = (): void => {
  if (kept) sessionStorage.setItem(place, JSON.stringify(kept))
}
window.addEventListener('pagehide', holdOverReload)
// A page that comes back as it was has all in memory.
window.addEventListener('pageshow', () => sessionStorage.removeItem(place))

/** The entry that this person left to look at another page. */
export const begunBy = (who: string): Kept | undefined => (kept?.by === who ? kept : undefined)

export const keepBegun = (by: string, line: ItemLine, entry: BegunEntry): void => {
  kept = { by, line, entry }
}

export const forgetBegun = (): void => {
  kept = undefined
}
