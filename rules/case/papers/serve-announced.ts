import type { SubjectRef } from '../../act.ts'
import { caseAct } from '../case-act.ts'
import { refuse } from '../standing/known.ts'
import { announcementOf, waitingPapers } from '../standing/announced-service.ts'
import { paperRef } from './paper-issue.ts'
import { serviceOutcome } from './service-outcome.ts'

/**
 * Thirty days have passed since the announcement: its papers count as served on the last of them (民事诉讼法 95), and the days of the remedies run from there.
 * Only the system does this. Refusals: `not-due-yet`, and those of `endLeg`.
 */
export const serveAnnounced = caseAct<{ readonly subject: SubjectRef; readonly timer: string }>({
  name: 'serve-announced',
  papers: ['service-receipt'],
  more: ({ timer }, state) => (state ? (announcementOf(state, timer)?.of ?? []).map(paperRef) : []),
  decide({ timer }, known) {
    const { state, context } = known
    const announcement = announcementOf(state, timer)
    if (!announcement || context.today <= announcement.due) return refuse('not-due-yet')
    const { id, on, due, publishedIn, by, receiver, because } = announcement
    return serviceOutcome(known, {
      papers: waitingPapers(state, announcement),
      on: due,
      receipt: {
        recipient: receiver ?? '受送达人',
        place: publishedIn,
        method: 'announced',
        servers: [by.name],
        announced: { on, because: because ?? '' },
      },
      personal: ['recipient', 'announced'],
      data: { announcement: id },
      entryPersonal: {},
    })
  },
})
