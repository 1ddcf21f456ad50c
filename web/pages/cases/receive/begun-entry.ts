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

/** In this tab's memory only: it is somebody's personal data, and no other person at this screen is shown it. */
let kept: Kept | undefined

/** The entry that this person left to look at another page. */
export const begunBy = (who: string): Kept | undefined => (kept?.by === who ? kept : undefined)

export const keepBegun = (by: string, line: ItemLine, entry: BegunEntry): void => {
  kept = { by, line, entry }
}

export const forgetBegun = (): void => {
  kept = undefined
}
