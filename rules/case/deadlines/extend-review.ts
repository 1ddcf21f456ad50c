import { extendLeg } from '../../time/clock.ts'
import { caseAct, happened } from '../case-act.ts'
import { me, refuse } from '../standing/known.ts'
import { movedReview, runningLeg } from '../clock/legs.ts'
import { draftPaper } from '../papers/paper-issue.ts'
import { periodWords } from '../../time/period-words.ts'

/**
 * Extends the review, once, by at most the item's days, approved by the head of the organ or, for joint handling, of the government (行政许可法 42); the
 * reason is told to the applicant. Where the law wants the head of the government, our head records that approval, and the paper says whose it is.
 * Refusals: `extension-not-offered`, `review-already-extended`, `extension-too-long`, and those of `extendLeg`.
 */
export const extendReview = caseAct<{ readonly id: string; readonly reason: string; readonly days: number }>({
  name: 'extend-review',
  papers: ['extension-notice'],
  hindrance({ state, item }) {
    if (!item.limits.extension) return { code: 'extension-not-offered' }
    return state.extension
      ? { code: 'review-already-extended', article: item.limits.extension.article, detail: { on: state.extension.on } }
      : undefined
  },
  decide({ reason, days }, known) {
    const { state, item, context } = known
    const { dayType, article, approver, days: most } = item.limits.extension!
    if (days > most) return refuse('extension-too-long', { article, detail: { days, most: periodWords({ days: most, dayType }) } })
    const by = me(known)
    const before = runningLeg(state, 'review')
    const extended = movedReview(state, context.calendar, (leg) =>
      extendLeg(leg, { days, dayType, article, on: context.today, approvedBy: by.name, reason }, context.calendar),
    )
    if ('refusal' in extended) return extended
    const after = extended.legs.review!
    return happened<'review-extended'>({
      type: 'review-extended',
      data: { extension: { on: context.today, by, days, reason }, legs: extended.legs },
      papers: [
        draftPaper('extension-notice', {
          reason,
          article,
          days,
          dayType,
          approver,
          oldDue: before!.dates.statutoryDue ?? before!.dates.promisedDue!,
          newDue: after.dates.statutoryDue ?? after.dates.promisedDue!,
          certainty: after.dates.certainty,
        }),
      ],
    })
  },
})
