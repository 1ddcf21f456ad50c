import { type WithdrawalGround, withdrawalArticle } from '../../paper/permit-grounds.ts'
import type { Refusal } from '../../refusal.ts'
import { type Known, refuse } from '../standing/known.ts'
import { openMeasure, permitStanding, renewedElsewhere, termOf } from '../standing/permit-life.ts'
import { statedReasons } from '../standing/stated-reasons.ts'
import { takingFault } from './taking-permit.ts'

/** What a permit that was rightly granted is withdrawn or changed for (行政许可法 8), in the words of whoever decides. */
export interface PublicInterestInput {
  readonly id: string
  readonly reasons: readonly string[]
  /** What the public interest demands. */
  readonly publicInterest: string
  /** The holder's loss of property: that there is none, and how that was found; or how it is compensated. */
  readonly compensation: { readonly loss: boolean; readonly words: string }
}

/** Only as it was announced, after the holder was heard, and while the permit has not run out or gone on elsewhere. Refusals: those of `takingFault`, `permit-lapsed`, `permit-renewed`. */
export function interestHindrance(known: Known, kind: 'withdrawal' | 'change'): Refusal | undefined {
  const { state, context } = known
  const fault = takingFault(known, kind)
  if (fault) return fault
  const standing = permitStanding(state, context.today)
  if (standing === 'renewed') return renewedElsewhere(state)
  return standing === 'lapsed' ? { code: 'permit-lapsed', detail: { to: termOf(state)!.to } } : undefined
}

/** Reasons, public interest and what becomes of the loss, none of them empty. Refusals: `reasons-missing`, `public-interest-missing`, `compensation-missing`. */
export function statedInterest({ reasons, publicInterest, compensation: { loss, words } }: PublicInterestInput, { state }: Known) {
  const stated = statedReasons(reasons)
  if (stated === undefined) return refuse('reasons-missing')
  const interest = publicInterest.trim()
  if (interest === '') return refuse('public-interest-missing', { article: withdrawalArticle })
  const paid = { loss, words: words.trim() }
  if (paid.words === '') return refuse('compensation-missing', { article: withdrawalArticle })
  const measure = openMeasure(state)!
  return { measure, told: { ground: measure.ground as WithdrawalGround, reasons: stated, publicInterest: interest, compensation: paid } }
}
