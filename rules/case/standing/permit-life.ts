import type { Refusal } from '../../refusal.ts'
import type { PlainDate } from '../../time/plain-date.ts'
import { isDeemedRenewal } from './renewal.ts'
import type { CaseState, IntendedMeasure } from './state.ts'
import type { PermitFollower, PermitLife, Suspension } from './permit-state.ts'

export const permitStandings = [
  'not-yet',
  'in-force',
  'changed',
  'suspended',
  'renewed',
  'lapsed',
  'revoked',
  'withdrawn',
  'forfeited',
  'cancelled',
] as const
export type PermitStanding = (typeof permitStandings)[number]

type Permit = Pick<CaseState, 'outcome' | 'decision' | 'permit'>

/** The permit may be used on the day: as it was granted, or as it was changed since. */
export const isInForce = (standing: PermitStanding): boolean => standing === 'in-force' || standing === 'changed'

/** What ended a permit before its time, and when; cancelling is the register's last word, whatever went before. */
export function endOfPermit(permit: PermitLife | undefined) {
  if (permit?.cancelled) return { how: 'cancelled', on: permit.cancelled.on } as const
  if (permit?.revoked) return { how: 'revoked', on: permit.revoked.on } as const
  if (permit?.withdrawn) return { how: 'withdrawn', on: permit.withdrawn.on } as const
  if (permit?.forfeited) return { how: 'forfeited', on: permit.forfeited.decidedOn } as const
  const givenUp = followerOf(permit, 'cancellation')
  return givenUp && ({ how: 'cancelled', on: givenUp.on } as const)
}

type Span = Pick<Suspension, 'from' | 'until'> & { readonly lifted: Pick<NonNullable<Suspension['lifted']>, 'on'> | null }

/** Whether a suspension (暂扣) covers a day: from its first day through its last, if it has one, and until it was lifted. */
export const covers = ({ from, until, lifted }: Span, day: PlainDate): boolean =>
  from <= day && (until === null || day <= until) && (lifted === null || day < lifted.on)

/** A suspension that has not come to its end: it runs, or is still to begin. */
export const openSuspension = (permit: PermitLife | undefined, today: PlainDate): Suspension | undefined =>
  permit?.suspensions?.find(({ until, lifted }) => lifted === null && (until === null || today <= until))

/** What must be known of a permit to say how it stands on any day; `to` null where it has no end, `suspended` null where it never was. */
export interface StandingFacts {
  readonly from: PlainDate
  readonly to: PlainDate | null
  readonly ended: 'cancelled' | 'revoked' | 'withdrawn' | 'forfeited' | null
  readonly suspended: readonly Span[] | null
  readonly changed: boolean
  /** From this day on what renewed it stands in its place. */
  readonly renewedFrom: PlainDate | null
}

/** From when to when the permit holds: as granted, or to the earlier day to which a change brought its end. Undefined where none was granted, or one was given up. */
export function termOf({ outcome, decision, permit }: Permit): { readonly from: PlainDate; readonly to: PlainDate | 'unlimited' } | undefined {
  if (outcome !== 'granted' || decision === null || decision.givesUp) return undefined
  const { from, to } = decision.validity ?? { from: decision.on, to: 'unlimited' }
  return { from, to: permit?.changes?.findLast(({ validTo }) => validTo !== undefined)?.validTo ?? to }
}

/** What another case granted in change, renewal or cancellation of the permit, the newest. */
export const followerOf = (permit: PermitLife | undefined, how: PermitFollower['how']): PermitFollower | undefined =>
  permit?.followed?.findLast((one) => one.how === how)

/** Null where no permit was granted. */
export function standingFacts(granted: Permit): StandingFacts | null {
  const term = termOf(granted)
  if (term === undefined) return null
  const { permit } = granted
  const { from, to } = term
  const suspended = permit?.suspensions?.map((one) => ({ from: one.from, until: one.until, lifted: one.lifted && { on: one.lifted.on } }))
  return {
    from,
    to: to === 'unlimited' ? null : to,
    ended: endOfPermit(permit)?.how ?? null,
    suspended: suspended && suspended.length > 0 ? suspended : null,
    changed: permit?.changes !== undefined || followerOf(permit, 'change') !== undefined,
    renewedFrom: followerOf(permit, 'renewal')?.from ?? null,
  }
}

/** How the permit stands on a day. */
export function standingOn({ from, to, ended, suspended, changed, renewedFrom }: StandingFacts, today: PlainDate): PermitStanding {
  if (ended !== null) return ended
  if (today < from) return 'not-yet'
  if (renewedFrom !== null && renewedFrom <= today) return 'renewed'
  if (to !== null && to < today) return 'lapsed'
  if (suspended?.some((one) => covers(one, today))) return 'suspended'
  return changed ? 'changed' : 'in-force'
}

/** How a permit that was granted stands on a day; null where none was. */
export function permitStanding(permit: Permit, today: PlainDate): PermitStanding | null {
  const facts = standingFacts(permit)
  return facts && standingOn(facts, today)
}

/** A permit that was renewed goes on in another case, and what becomes of it becomes of it there. */
export const renewedElsewhere = ({ permit }: Pick<CaseState, 'permit'>): Refusal => ({
  code: 'permit-renewed',
  detail: { number: followerOf(permit, 'renewal')!.number },
})

/** A permit that may still be taken away: granted, and nothing has ended it before its time. Refusals: `no-permit`, `permit-ended`. */
export function permitFault({ outcome, decision, permit }: Permit): Refusal | undefined {
  if (outcome !== 'granted' || decision?.givesUp) return { code: 'no-permit' }
  const end = endOfPermit(permit)
  return end && { code: 'permit-ended', detail: { on: end.on } }
}

/** Papers by which a permit comes into being: somebody's decision, or word that the law itself renewed it. */
export const grantPapers: readonly string[] = ['grant-decision', 'renewal-notice']

/** The number of the paper by which a permit came into being, where that stands. */
export const grantNumber = ({ papers }: Pick<CaseState, 'papers'>): string | undefined =>
  papers.find(({ kind, voidedOn }) => grantPapers.includes(kind) && voidedOn === null)?.number

/** What granted it, as later papers name it: its day, whether the law itself did, and the number where its paper stands. */
export function grantOf(state: Pick<CaseState, 'decision' | 'papers'>) {
  const decisionNumber = grantNumber(state)
  return {
    grantedOn: state.decision!.on,
    ...(isDeemedRenewal(state.decision!) ? { deemed: true as const } : {}),
    ...(decisionNumber === undefined ? {} : { decisionNumber }),
  }
}

/** What the bureau has said that it means to do and has neither done nor dropped. */
export const openMeasure = ({ measures }: Pick<CaseState, 'measures'>): IntendedMeasure | undefined => measures?.find(({ ended }) => ended === null)

/** The holder said something to what was announced. */
export const wasHeard = ({ statements }: Pick<CaseState, 'statements'>, measure: IntendedMeasure): boolean =>
  (statements?.length ?? 0) > measure.statementsBefore

/** Nobody is burdened unheard: whoever was told may answer until the day has passed, or has answered. Refusal: `measure-may-still-be-answered`. */
export function measureFault(state: Pick<CaseState, 'measures' | 'statements'>, today: PlainDate): Refusal | undefined {
  const open = openMeasure(state)
  if (!open || today > open.replyBy || wasHeard(state, open)) return undefined
  return { code: 'measure-may-still-be-answered', article: '行政许可法 第七条', detail: { due: open.replyBy } }
}
