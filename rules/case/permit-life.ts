import type { Refusal } from '../refusal.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { CaseState, IntendedMeasure } from './state.ts'

export const permitStandings = ['not-yet', 'in-force', 'lapsed', 'revoked', 'cancelled'] as const
export type PermitStanding = (typeof permitStandings)[number]

type Permit = Pick<CaseState, 'outcome' | 'decision' | 'permit'>

/** How a permit that was granted stands on a day; null where none was. Cancelling is the register's last word, whatever went before. */
export function permitStanding({ outcome, decision, permit }: Permit, today: PlainDate): PermitStanding | null {
  if (outcome !== 'granted' || decision === null) return null
  if (permit?.cancelled) return 'cancelled'
  if (permit?.revoked) return 'revoked'
  if (decision.validity === null) return 'in-force'
  const { from, to } = decision.validity
  return today < from ? 'not-yet' : to !== 'unlimited' && to < today ? 'lapsed' : 'in-force'
}

/** A permit that may still be taken away: granted, neither revoked nor cancelled. Refusals: `no-permit`, `permit-ended`. */
export function permitFault({ outcome, permit }: Pick<CaseState, 'outcome' | 'permit'>): Refusal | undefined {
  if (outcome !== 'granted') return { code: 'no-permit' }
  const ended = permit?.cancelled ?? permit?.revoked
  return ended ? { code: 'permit-ended', detail: { on: ended.on } } : undefined
}

/** What the bureau has said that it means to do and has neither done nor dropped. */
export const openMeasure = ({ measures }: Pick<CaseState, 'measures'>): IntendedMeasure | undefined => measures?.find(({ ended }) => ended === null)

/** Nobody is burdened unheard: whoever was told may answer until the day has passed, or has answered. Refusal: `measure-may-still-be-answered`. */
export function measureFault(state: Pick<CaseState, 'measures' | 'statements'>, today: PlainDate): Refusal | undefined {
  const open = openMeasure(state)
  if (!open || today > open.replyBy || (state.statements?.length ?? 0) > open.statementsBefore) return undefined
  return { code: 'measure-may-still-be-answered', article: '行政许可法 第七条', detail: { due: open.replyBy } }
}
