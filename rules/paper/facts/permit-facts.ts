import type { PlainDate } from '../../time/plain-date.ts'
import type { CancellationGround, RevocationGround, TakingGround, WithdrawalGround } from '../permit-grounds.ts'
import type { LimitFacts, PaperFacts } from './shared-facts.ts'

export interface IntendedMeasureFacts extends PaperFacts {
  readonly measure: 'refusal' | 'revocation' | 'withdrawal' | 'change'
  /** Of a permit: of revoking it which of 行政许可法 69, of withdrawing or changing it which of 8. */
  readonly ground?: TakingGround
  /** What a changed permit is to say. */
  readonly changeTo?: string
  readonly validTo?: PlainDate
  readonly facts: string
  /** The measure will bar from applying again. */
  readonly bars: boolean
  readonly reply: LimitFacts
}

/** What granted a permit, as a later paper about it names it. */
export interface GrantedFacts {
  readonly grantedOn: PlainDate
  /** The law itself did: nobody decided by the end of the permit to be renewed (行政许可法 50). */
  readonly deemed?: true
  /** The paper that granted it, where it stands. */
  readonly decisionNumber?: string
}

export interface RevocationFacts extends PaperFacts, GrantedFacts {
  readonly ground: RevocationGround
  readonly reasons: readonly [string, ...string[]]
  readonly basis: readonly [string, ...string[]]
  /** The holder said something to what was announced. */
  readonly heard: boolean
  readonly barredUntil: PlainDate | null
}

export interface WithdrawalFacts extends Omit<RevocationFacts, 'ground' | 'barredUntil'> {
  readonly ground: WithdrawalGround
  readonly publicInterest: string
  readonly compensation: { readonly loss: boolean; readonly words: string }
}

export interface ChangeFacts extends WithdrawalFacts {
  readonly content: string
  readonly conditions: readonly string[]
  /** Its last day, where that was brought forward. */
  readonly validTo?: PlainDate
}

export interface CancellationFacts extends PaperFacts, GrantedFacts {
  readonly ground: CancellationGround
  readonly reasons: readonly [string, ...string[]]
}
