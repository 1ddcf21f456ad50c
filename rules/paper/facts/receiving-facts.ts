import type { PlainDate } from '../../time/plain-date.ts'
import type { BarFacts, LimitFacts, MaterialFacts, PaperFacts } from './shared-facts.ts'

export interface ReceiptFacts extends PaperFacts {
  readonly materials: readonly MaterialFacts[]
  /** HH:MM, Asia/Shanghai. */
  readonly receivedAt: string
  readonly channel: 'portal' | 'counter' | 'post'
  /** The clerk or, for the portal, the system's own name. */
  readonly receivedBy: string
  /** The working day from which it counts, where it came after hours. */
  readonly countsFrom?: PlainDate
  /** By when the applicant is told of acceptance or of all faults (行政许可法 32(1)(4)); a filing has its own. */
  readonly answerBy: LimitFacts
  /** Who may not apply again yet was turned away in the same breath: there is nothing left to answer. */
  readonly turnedAway?: true
}

export interface NotPermitMatterFacts extends PaperFacts {
  /** Why the matter needs no permit, as a clause without a full stop. */
  readonly reason: string
  /** 法律依据 in words, without 《行政许可法》第三十二条, which the paper names itself. */
  readonly basis?: string
  /** What the applicant may do instead. */
  readonly advice?: string
}

export interface FaultFacts {
  readonly material: string
  readonly fault: string
  /** What to hand in so that the fault is cured. */
  readonly correction: string
}

export interface SupplementFacts extends PaperFacts {
  /** Complete: whatever is not listed may not be asked for later (一次性告知). */
  readonly faults: readonly [FaultFacts, ...FaultFacts[]]
  /** A second notice needs its reason (the first correction was bad). */
  readonly round: { readonly first: true } | { readonly first: false; readonly ordinal: number; readonly reason: string }
  /** Where and how the correction may be handed in. */
  readonly handIn: string
  /** The last day to correct; older notices named none. */
  readonly within?: LimitFacts
  /** Only where the item's own law lets an application lapse uncorrected. */
  readonly lapse?: { readonly on: PlainDate; readonly basis: string }
}

export interface AcceptanceFacts extends PaperFacts {
  /** complete 材料齐全 · corrected 全部补正 · deemed 逾期未告知视为受理. */
  readonly ground: 'complete' | 'corrected' | 'deemed'
  readonly acceptedOn: PlainDate
  readonly statutory: LimitFacts
  readonly promised: LimitFacts
  /** Procedures whose time will not be counted, as far as known now: 听证、专家评审. */
  readonly excluded: readonly string[]
  /** The higher organ that decides, where this one only examines (行政许可法 35): the limits are then those of examining. */
  readonly superior?: string
}

export interface ShortfallFacts extends Omit<AcceptanceFacts, 'ground'> {
  readonly missing: readonly [MissingMaterialFacts, ...MissingMaterialFacts[]]
}

export interface MissingMaterialFacts {
  readonly material: string
  readonly due: PlainDate
}

export interface DeclineFacts extends PaperFacts {
  /** other-organ: not this organ's power, name the right one (32(1)(2)); otherwise a reason with its basis. */
  readonly ground:
    | { readonly kind: 'other-organ'; readonly rightOrgan: string; readonly rightOrganAddress?: string }
    | { readonly kind: 'other'; readonly basis: string }
  readonly reasons: readonly [string, ...string[]]
  /** For false statements, as with a refusal. */
  readonly falsehood?: BarFacts
}
