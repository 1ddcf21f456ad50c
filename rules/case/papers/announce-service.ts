import { parsePlainDate } from '../../time/plain-date.ts'
import { caseAct, happened } from '../case-act.ts'
import { me, refuse } from '../standing/known.ts'
import { openAnnouncements, servedByAnnouncement, waitingPapers } from '../standing/announced-service.ts'
import { nothingToServe } from './serve-papers.ts'
import { issuedOn, papersToServe } from './service-outcome.ts'

export interface AnnounceServiceInput {
  readonly id: string
  readonly papers: readonly string[]
  readonly receiver: string
  readonly announcedOn: string
  /** Newspaper, website or notice board. */
  readonly publishedIn: string
  /** Why no other way could be taken, and what was tried: it belongs in the file (民事诉讼法 95 ¶2). */
  readonly because: string
}

const article = '民事诉讼法 第九十五条'

/**
 * Papers are served by announcement (公告送达), where the receiver cannot be found or nothing else reached him: they count as served when thirty days have
 * passed, by themselves. Refusals: those of `papersToServe`, `date-invalid`, `announced-in-future`, `announced-before-issued`, `announcement-needs-reason`,
 * `announcement-needs-place`, `paper-already-announced`.
 */
export const announceService = caseAct<AnnounceServiceInput>({
  name: 'announce-service',
  hindrance: nothingToServe,
  decide({ papers: ids, receiver, announcedOn, publishedIn, because }, known) {
    const { state, context } = known
    const papers = papersToServe(known, ids)
    if ('refusal' in papers) return papers
    const on = parsePlainDate(announcedOn)
    if (on === undefined) return refuse('date-invalid', { detail: { date: announcedOn } })
    if (on > context.today) return refuse('announced-in-future', { detail: { date: on } })
    const issued = issuedOn(papers)
    if (on < issued) return refuse('announced-before-issued', { detail: { date: on, issued } })
    if (because.trim() === '') return refuse('announcement-needs-reason', { article })
    if (publishedIn.trim() === '') return refuse('announcement-needs-place', { article })
    const running = openAnnouncements(state).flatMap((one) => waitingPapers(state, one).map(({ id }) => ({ id, due: one.due })))
    const twice = running.find(({ id }) => papers.some((paper) => paper.id === id))
    if (twice) return refuse('paper-already-announced', { detail: { due: twice.due } })
    return happened<'service-announced'>({
      type: 'service-announced',
      data: {
        id: context.newId(0),
        of: papers.map(({ id }) => id),
        on,
        due: servedByAnnouncement(on, context.calendar),
        publishedIn: publishedIn.trim(),
        by: me(known),
      },
      personal: { receiver, because: because.trim() },
    })
  },
})
