import type { Act } from '../../act.ts'
import { type Citizen, citizenRef } from '../../people/citizen.ts'
import { instantAtStartOfDay } from '../../time/instant.ts'
import { parsePlainDate, type PlainDate } from '../../time/plain-date.ts'
import type { CaseAnswer } from '../case-act.ts'
import { refuse } from '../standing/known.ts'
import { type ApplicationInput, neededToOpen, openApplication } from './open-application.ts'

export interface ReceiveAtCounterInput extends ApplicationInput {
  /** The applicant's account, if there is one: the case then stands in that inbox. */
  readonly account?: string
  /** Day of receipt where it was not today. */
  readonly receivedOn?: string
  readonly backdatedBecause?: string
}

/** How far back a receipt may be dated, in working days. */
const furthest = 5

/**
 * A window clerk takes in a walk-in (收件). Only here may an act be dated back: at most five working days, with a reason, and flagged for ever.
 * Refusals: `not-permitted`, `date-invalid`, `received-in-future`, `backdated-too-far`, `backdating-needs-reason`, `citizen-not-found`,
 * and those of `openApplication`.
 */
export const receiveAtCounter: Act<ReceiveAtCounterInput, CaseAnswer> = {
  name: 'receive-at-counter',
  needs: (input, loaded) => [...neededToOpen(input, loaded), ...(input.account ? [citizenRef(input.account)] : [])],
  decide(input, loaded, context) {
    const { actor, today, calendar } = context
    if (actor.kind !== 'staff' || !actor.roles.includes('window-clerk')) return refuse('not-permitted')
    if (input.account !== undefined && !loaded<Citizen>(citizenRef(input.account))) return refuse('citizen-not-found')
    const receivedOn: PlainDate | undefined = input.receivedOn === undefined ? today : parsePlainDate(input.receivedOn)
    if (receivedOn === undefined) return refuse('date-invalid', { detail: { date: input.receivedOn ?? '' } })
    if (receivedOn > today) return refuse('received-in-future', { detail: { date: receivedOn } })
    const backdated = receivedOn < today
    if (backdated && calendar.workdaysIn(receivedOn, today) > furthest) return refuse('backdated-too-far', { detail: { days: furthest } })
    if (backdated && !input.backdatedBecause?.trim()) return refuse('backdating-needs-reason')
    const by = { id: actor.id, name: actor.name }
    const occurredAt = backdated ? { occurredAt: instantAtStartOfDay(receivedOn) } : {}
    const origin = {
      channel: 'counter',
      receivedOn,
      receivedAt: backdated ? instantAtStartOfDay(receivedOn) : context.now,
      recordedOn: today,
      backdatedBecause: backdated ? input.backdatedBecause!.trim() : null,
      receivedBy: by,
    } as const
    return openApplication(
      input,
      {
        type: 'application-received',
        origin,
        receipt: { on: receivedOn, because: null },
        account: input.account ?? null,
        actsFor: null,
        receivingOffice: actor.office ?? null,
        receivedBy: actor.name,
        ...occurredAt,
      },
      loaded,
      context,
    )
  },
}
