import type { SubjectRef } from '../../act.ts'
import { instantAtStartOfDay } from '../../time/instant.ts'
import { acceptance } from './acceptance.ts'
import { caseAct } from '../case-act.ts'
import { refuse } from '../standing/known.ts'

/**
 * The five working days of 行政许可法 32(4) have passed unanswered: the case is accepted as of the day of receipt (自收到申请材料之日起即为受理), by
 * itself, at the end of the fifth day. After a full correction the five days ran anew, and the day of that correction counts as receipt.
 * Refusals: `not-due-yet`.
 */
export const deemAccepted = caseAct<{ readonly subject: SubjectRef; readonly timer: string }>({
  name: 'deem-accepted',
  papers: ['acceptance-notice'],
  decide(_input, known) {
    const { state, context } = known
    const notice = state.legs.notice
    const due = notice?.dates.statutoryDue
    if (!notice || notice.leg.endedOn !== null || !due || context.today <= due) return refuse('not-due-yet')
    return acceptance(known, {
      ground: 'deemed',
      on: notice.leg.startedOn,
      at: state.supplements.length > 0 ? instantAtStartOfDay(notice.leg.startedOn) : state.origin.receivedAt,
      by: null,
      shortfall: [],
    })
  },
})
