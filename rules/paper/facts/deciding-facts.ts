import type { PlainDate } from '../../time/plain-date.ts'
import type { BarFacts, LimitFacts, PaperFacts } from './shared-facts.ts'

export interface GrantFacts extends PaperFacts {
  readonly acceptedOn: PlainDate
  /** 依据: laws and articles by name. */
  readonly basis: readonly [string, ...string[]]
  /** What is granted, as a clause. */
  readonly content: string
  readonly conditions: readonly string[]
  readonly validity?: { readonly from: PlainDate; readonly to: PlainDate | 'unlimited' }
  /** The certificate that follows within ten days (44). */
  readonly certificate?: { readonly name: string; readonly number?: string; readonly deliverBy: LimitFacts }
  /** The title, where the item's result has its own: 准予社会团体成立登记决定书. */
  readonly resultName?: string
  readonly inHand?: InHandFacts
}

/** The permit that is changed, renewed or given up (行政许可法 49, 50, 70), by the number of the case that granted it. */
export interface InHandFacts {
  readonly how: 'change' | 'renewal' | 'cancellation'
  readonly number: string
}

/** The permit in hand ran out undecided: deemed renewed (行政许可法 50). */
export interface RenewalFacts extends PaperFacts {
  readonly acceptedOn: PlainDate
  readonly endedOn: PlainDate
  readonly validity: { readonly from: PlainDate; readonly to: PlainDate | 'unlimited' }
  readonly inHand?: InHandFacts
  readonly certificate?: { readonly name: string; readonly deliverBy: LimitFacts }
}

export interface RefusalFacts extends PaperFacts {
  readonly acceptedOn: PlainDate
  readonly basis: readonly [string, ...string[]]
  readonly reasons: readonly [string, ...string[]]
  /** Turned away for false statements: with a warning, in matters of public safety with a bar (行政许可法 78). */
  readonly falsehood?: BarFacts
  readonly resultName?: string
}

export interface FilingReceiptFacts extends PaperFacts {
  readonly filedOn: PlainDate
  readonly filingNumber?: string
  readonly content: readonly { readonly label: string; readonly value: string }[]
  readonly basis: readonly [string, ...string[]]
}
