import type { CancellationGround, RevocationGround, WithdrawalGround } from '../../paper/permit-grounds.ts'
import type { PlainDate } from '../../time/plain-date.ts'
import type { StaffName } from './staff-name.ts'

/** The permit in hand that the application would change, renew or give up (行政许可法 49, 50, 70), as this bureau's own register has it. */
export interface PermitInHand {
  readonly case: string
  /** 办件编号 under which it was granted. */
  readonly number: string
  readonly itemName: string
  readonly how: 'change' | 'renewal' | 'cancellation'
  readonly endsOn: PlainDate | 'unlimited'
  readonly on: PlainDate
  /** Null where the application itself names it. */
  readonly by: StaffName | null
}

/** What the organ that punishes decided of a permit (行政处罚法 9), as the register notes it. */
export interface Penalty {
  readonly organ: string
  readonly number: string
  readonly decidedOn: PlainDate
}

/** The permit may not be used for a time (暂扣): to its last day, if one was set, or until the organ lifts it. */
export interface Suspension extends Penalty {
  readonly id: string
  readonly from: PlainDate
  readonly until: PlainDate | null
  readonly lifted: { readonly on: PlainDate; readonly number: string } | null
}

/** What the bureau changed of a permit that stays in force (行政许可法 8), and its paper: where that was voided, the one in its place. */
export interface PermitChange {
  readonly on: PlainDate
  readonly by: StaffName
  readonly ground: WithdrawalGround
  readonly content: string
  readonly conditions: readonly string[]
  /** Its last day from then on, where that was brought forward. */
  readonly validTo?: PlainDate
  readonly paper: string
}

/** The permit in hand as whoever names it found it in the register. */
export type FoundInHand = Omit<PermitInHand, 'on' | 'by'>

/** What another case granted, at the holder's own wish, in change, renewal or cancellation of this permit (行政许可法 49, 50, 70). */
export interface PermitFollower {
  readonly how: PermitInHand['how']
  readonly on: PlainDate
  readonly case: string
  readonly number: string
  readonly from: PlainDate
  readonly to: PlainDate | 'unlimited'
}

/** What became of a permit that was granted. What older entries do not know of is absent. */
export interface PermitLife {
  readonly revoked: { readonly on: PlainDate; readonly by: StaffName; readonly ground: RevocationGround } | null
  readonly cancelled: { readonly on: PlainDate; readonly by: StaffName; readonly ground: CancellationGround } | null
  readonly withdrawn?: { readonly on: PlainDate; readonly by: StaffName; readonly ground: WithdrawalGround }
  readonly forfeited?: Penalty
  readonly suspensions?: readonly Suspension[]
  readonly changes?: readonly PermitChange[]
  readonly followed?: readonly PermitFollower[]
}
