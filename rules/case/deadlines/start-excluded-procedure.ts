import { stopLeg } from '../../time/clock.ts'
import type { DayType } from '../../time/period.ts'
import { caseAct, happened } from '../case-act.ts'
import { hearingArticle, isHearingDue } from '../hearing/hearing-rules.ts'
import { me, refuse } from '../standing/known.ts'
import { movedReview } from '../clock/legs.ts'
import { draftPaper } from '../papers/paper-issue.ts'
import { periodWords } from '../../time/period-words.ts'

export interface StartExcludedProcedureInput {
  readonly id: string
  /** One of the kinds of 行政许可法 45, or of the item's own law. */
  readonly kind: string
  readonly reason: string
  /** The time needed, in the procedure's own days: the notice must say it. */
  readonly days: number
  /** Law and article that demand it, where the item does not name the procedure. */
  readonly basis?: string
}

interface Procedure {
  readonly name: string
  readonly article: string
  readonly maxDays: number | null
  readonly dayType: DayType
}

/** The closed list of 行政许可法 45. */
export const excludedByLaw: Readonly<Record<string, string>> = {
  hearing: '听证',
  tender: '招标',
  auction: '拍卖',
  inspection: '检验',
  testing: '检测',
  quarantine: '检疫',
  appraisal: '鉴定',
  'expert-review': '专家评审',
}

/**
 * Starts a procedure whose time does not count (特别程序): only of the kinds of art. 45 or of the item's own law, only where a law demands it (依法需要), and only with
 * a written notice of the time needed. The review clock stands from the next day. Refusals: `excluded-kind-not-lawful`, `excluded-too-long`, `excluded-basis-missing`, `no-hearing-due`, and those of `stopLeg`
 * (`leg-already-stopped`, `stop-without-planned-days` …).
 */
export const startExcludedProcedure = caseAct<StartExcludedProcedureInput>({
  name: 'start-excluded-procedure',
  papers: ['excluded-procedure-notice'],
  decide({ kind, reason, days, basis }, known) {
    const { state, item, context } = known
    const own = item.limits.excluded.find((procedure) => procedure.kind === kind)
    const fromLaw: Procedure | undefined =
      excludedByLaw[kind] === undefined
        ? undefined
        : { name: excludedByLaw[kind], article: '行政许可法 第四十五条', maxDays: null, dayType: 'workday' }
    const procedure: Procedure | undefined = own ?? fromLaw
    if (!procedure) return refuse('excluded-kind-not-lawful', { article: '行政许可法 第四十五条', detail: { kind } })
    if (procedure.maxDays !== null && days > procedure.maxDays)
      return refuse('excluded-too-long', { detail: { days, most: periodWords({ days: procedure.maxDays, dayType: procedure.dayType }) } })
    // A hearing's time is left out where there is one to hold, not while it is only thought of.
    if (kind === 'hearing' && !isHearingDue(known)) return refuse('no-hearing-due')
    const demandedBy = own ? own.article : kind === 'hearing' ? hearingArticle(known) : basis?.trim()
    if (!demandedBy) return refuse('excluded-basis-missing', { article: '行政许可法 第四十五条' })
    const { name, article, dayType } = procedure
    const from = context.today
    const stopped = movedReview(state, context.calendar, (leg) =>
      stopLeg(leg, { kind, reason: `${name}：${reason}`, article, document: null, from, planned: { days, dayType } }, context.calendar),
    )
    if ('refusal' in stopped) return stopped
    const review = stopped.legs.review!
    const announcedEnd = review.dates.plannedEnd!
    return happened<'excluded-procedure-started'>({
      type: 'excluded-procedure-started',
      data: { run: { kind, name, article, startedOn: from, announcedEnd }, reason, by: me(known), phase: 'stopped', legs: stopped.legs },
      papers: [
        draftPaper('excluded-procedure-notice', {
          procedure: name,
          basis: demandedBy,
          exclusionArticle: article,
          reason,
          needed: { days, dayType, from, due: announcedEnd, certainty: context.calendar.certaintyOfSpan(from, announcedEnd), article },
          startsOn: from,
        }),
      ],
    })
  },
})
