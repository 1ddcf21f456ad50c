import type { CancellationGround } from '../../paper/permit-grounds.ts'
import type { Refusal } from '../../refusal.ts'
import { caseAct, happened } from '../case-act.ts'
import { type Known, me, refuse } from '../standing/known.ts'
import { draftPaper } from '../papers/paper-issue.ts'
import { endOfPermit, grantOf, openMeasure, permitStanding, renewedElsewhere, termOf } from '../standing/permit-life.ts'
import { statedReasons } from '../standing/stated-reasons.ts'

export interface CancelPermitInput {
  readonly id: string
  readonly ground: CancellationGround
  readonly reasons: readonly string[]
}

/** Grounds that the book itself can bear out or deny. Refusals: `permit-not-expired`, `permit-renewed`, `permit-not-revoked`, `ground-not-for-holder`. */
function groundFault(ground: CancellationGround, { state, context }: Known): Refusal | undefined {
  const standing = permitStanding(state, context.today)
  const person = state.applicantKind === 'natural-person'
  if (ground === 'expired' && standing === 'renewed') return renewedElsewhere(state)
  if (ground === 'expired' && standing !== 'lapsed') return { code: 'permit-not-expired', detail: { to: termOf(state)!.to } }
  if (ground === 'revoked' && standing !== 'revoked' && standing !== 'withdrawn' && standing !== 'forfeited') return { code: 'permit-not-revoked' }
  if ((ground === 'holder-gone' && !person) || (ground === 'organisation-ended' && person)) return { code: 'ground-not-for-holder' }
  return undefined
}

/**
 * Cancels a permit in the register (注销, 行政许可法 70): it has run out unrenewed, its holder is gone, it was revoked, withdrawn or forfeited, or it cannot be used any more. No
 * penalty; the paper gives reasons and remedies. Refusals: `no-permit`, `permit-ended`, `measure-open`, `reasons-missing`, and those of the ground.
 */
export const cancelPermit = caseAct<CancelPermitInput>({
  name: 'cancel-permit',
  papers: ['cancellation-decision'],
  hindrance({ state }) {
    if (termOf(state) === undefined) return { code: 'no-permit' }
    const end = endOfPermit(state.permit)
    if (end?.how === 'cancelled') return { code: 'permit-ended', detail: { on: end.on } }
    return openMeasure(state) && { code: 'measure-open' }
  },
  decide({ ground, reasons }, known) {
    const { state, context } = known
    const stated = statedReasons(reasons)
    if (stated === undefined) return refuse('reasons-missing')
    const fault = groundFault(ground, known)
    if (fault) return { refusal: fault }
    return happened<'permit-cancelled'>({
      type: 'permit-cancelled',
      data: { on: context.today, by: me(known), ground, reasons: stated },
      papers: [draftPaper('cancellation-decision', { ground, reasons: stated, ...grantOf(state) })],
    })
  },
})
