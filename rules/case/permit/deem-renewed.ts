import type { SubjectRef } from '../../act.ts'
import { spokenDate } from '../../paper/wording.ts'
import { addDays } from '../../time/plain-date.ts'
import { caseAct, happened } from '../case-act.ts'
import { caseRef } from '../standing/entries.ts'
import { endOfPermit } from '../standing/permit-life.ts'
import type { CaseState } from '../standing/state.ts'
import { refuse } from '../standing/known.ts'
import { ended, limitFacts, serviceLeg } from '../clock/legs.ts'
import { draftPaper } from '../papers/paper-issue.ts'
import { deemedRenewedAfter } from '../standing/renewal.ts'
import { followsInHand, grantedTerm, inHandNeeds, withOwnEnd } from './permit-in-hand.ts'

/**
 * The permit in hand has run out while its renewal, asked for in time, was not decided: it is deemed renewed (行政许可法 50 ¶2), by itself, from the day
 * after, for the item's term. One that was revoked, withdrawn, forfeited or cancelled before cannot be. The holder gets it in writing, and the ten days of handing over begin (44). Refusals: `not-due-yet`.
 */
export const deemRenewed = caseAct<{ readonly subject: SubjectRef; readonly timer: string }>({
  name: 'deem-renewed',
  papers: ['renewal-notice'],
  more: (_input, state) => inHandNeeds(state),
  decide(_input, known) {
    const { state, item, context, loaded } = known
    const { today, calendar } = context
    const due = deemedRenewedAfter(state)
    if (due === null || today <= due) return refuse('not-due-yet')
    const { inHand } = state
    const end = inHand && endOfPermit(loaded<CaseState>(caseRef(inHand.case))?.permit)
    if (end) return happened<'renewal-not-deemed'>({ type: 'renewal-not-deemed', data: { on: today, endedOn: end.on } })
    const now = withOwnEnd(state, loaded)
    const { endsOn } = now.renewal!
    const validity = grantedTerm({ state: now, item }, addDays(endsOn, 1))
    const { certificate } = item.result
    const service = serviceLeg(true, item, today, calendar, '视为准予延续之日')
    const reasons = [`原许可有效期至${spokenDate(endsOn)}，届满前没有作出是否准予延续的决定，依照行政许可法第五十条视为准予延续`]
    return happened<'permit-deemed-renewed'>({
      type: 'permit-deemed-renewed',
      data: {
        decision: { outcome: 'granted', on: today, by: null, reasons, basedOnSeq: null, validity },
        phase: 'granted',
        legs: { ...ended(state, ['review', 'step'], today, '有效期届满没有决定，视为准予延续', calendar, '行政许可法 第五十条第二款'), service },
      },
      papers: [
        draftPaper('renewal-notice', {
          acceptedOn: state.acceptance!.on,
          endedOn: endsOn,
          validity,
          ...(inHand ? { inHand: { how: inHand.how, number: inHand.number } } : {}),
          ...(certificate === null ? {} : { certificate: { name: certificate, deliverBy: limitFacts(service, 'statutory') } }),
        }),
      ],
      others: followsInHand(state, today, validity),
    })
  },
})
