import type { Act } from '../../act.ts'
import { type Bureau, bureauRef } from '../../people/bureau.ts'
import { type Citizen, citizenRef } from '../../people/citizen.ts'
import { type Firm, firmRef, mayActFor } from '../../people/firm.ts'
import type { CaseAnswer } from '../case-act.ts'
import { refuse } from '../standing/known.ts'
import { type ApplicationInput, neededToOpen, openApplication } from './open-application.ts'
import { receiptDay } from '../standing/receipt-day.ts'

export interface SubmitApplicationInput extends ApplicationInput {
  /** 统一社会信用代码 of the firm the citizen acts for. */
  readonly actsFor?: string
}

/**
 * A citizen applies over the portal, for herself or for a firm as its representative or agent (行政许可法 29). The moment of submission is the
 * receipt of art. 32 and starts the notice leg of five working days, after hours by the bureau's own rule; a filing starts its own leg.
 * Refusals: `sign-in-needed`, `real-name-needed`, `applicant-is-not-you`, `firm-not-named`, `agency-missing`, `applicant-is-not-the-firm`, and those of `openApplication`.
 */
export const submitApplication: Act<SubmitApplicationInput, CaseAnswer> = {
  name: 'submit-application',
  needs: (input, loaded, actor) => [...neededToOpen(input, loaded), citizenRef(actor.id), ...(input.actsFor ? [firmRef(input.actsFor)] : [])],
  decide(input, loaded, context) {
    const { actor } = context
    if (actor.kind !== 'citizen') return refuse('not-permitted')
    const citizen = loaded<Citizen>(citizenRef(actor.id))
    if (!citizen || citizen.closed) return refuse('sign-in-needed')
    if (citizen.level < 1) return refuse('real-name-needed')
    const { applicant } = input
    if (input.actsFor === undefined) {
      if (input.applicantKind !== 'natural-person') return refuse('firm-not-named')
      if (applicant.idNumber !== citizen.residentId || applicant.name !== citizen.name) return refuse('applicant-is-not-you')
    } else {
      if (!mayActFor(loaded<Firm>(firmRef(input.actsFor)), actor.id, input.item, context.today)) return refuse('agency-missing')
      if (input.applicantKind === 'natural-person' || applicant.idNumber !== input.actsFor) return refuse('applicant-is-not-the-firm')
    }
    const receipt = receiptDay(loaded<Bureau>(bureauRef), context)
    const origin = {
      channel: 'portal',
      receivedOn: context.today,
      ...(receipt.because === null ? {} : { countsFrom: receipt.on }),
      receivedAt: context.now,
      recordedOn: context.today,
      backdatedBecause: null,
      receivedBy: null,
    } as const
    return openApplication(
      input,
      {
        type: 'application-submitted',
        origin,
        receipt,
        account: actor.id,
        actsFor: input.actsFor ?? null,
        receivingOffice: loaded<Bureau>(bureauRef)?.receivingOffice ?? null,
        receivedBy: '网上办事大厅',
      },
      loaded,
      context,
    )
  },
}
