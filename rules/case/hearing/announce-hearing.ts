import { type Staff, staffRef } from '../../people/staff.ts'
import { dueDate } from '../../time/period.ts'
import { maxDate, parsePlainDate } from '../../time/plain-date.ts'
import { caseAct, happened } from '../case-act.ts'
import { isTimeOfDay } from '../../time/instant.ts'
import { draftPaper } from '../papers/paper-issue.ts'
import type { CaseState } from '../standing/state.ts'
import { daysOfNotice, hearingArticle, isHearingDue } from './hearing-rules.ts'
import { refuse } from '../standing/known.ts'

export interface AnnounceHearingInput {
  readonly id: string
  readonly heldOn: string
  /** HH:MM. */
  readonly startsAt?: string
  readonly place: string
  /** Id of the staff member. */
  readonly chair: string
}

/**
 * Sets day, place and chair of the hearing and announces them at least seven days before (行政许可法 48(1)); the chair is somebody who did not review the
 * case (48(3)), and a hearing asked for is held within twenty days (47); one that can no longer be is held on the first lawful day, for without it
 * nothing may be decided. The applicant and every interested party are told in writing. Refusals: `no-hearing-due`, `hearing-already-held`, `date-invalid`, `time-invalid`,
 * `hearing-announced-late`, `hearing-too-late`, `staff-not-found`, `chair-reviewed-case`.
 */
export const announceHearing = caseAct<AnnounceHearingInput>({
  name: 'announce-hearing',
  papers: ['hearing-notice'],
  more: ({ chair }) => [staffRef(chair)],
  hindrance({ state, item }) {
    if (state.hearing?.held) return { code: 'hearing-already-held' }
    return isHearingDue({ state, item }) ? undefined : { code: 'no-hearing-due' }
  },
  decide({ heldOn, startsAt, place, chair }, { state, item, context, loaded }) {
    const day = parsePlainDate(heldOn)
    if (day === undefined) return refuse('date-invalid', { detail: { date: heldOn } })
    if (startsAt !== undefined && !isTimeOfDay(startsAt)) return refuse('time-invalid')
    const earliest = dueDate(context.today, daysOfNotice, context.calendar).due
    if (day < earliest) return refuse('hearing-announced-late', { article: '行政许可法 第四十八条第一款第一项', detail: { earliest } })
    const holdBy = state.hearing?.holdBy
    const latest = holdBy && maxDate(holdBy, earliest)
    if (latest && day > latest) return refuse('hearing-too-late', { article: '行政许可法 第四十七条', detail: { due: latest } })
    const staff = loaded<Staff>(staffRef(chair))
    if (!staff?.active) return refuse('staff-not-found')
    const reviewed = state.reviewers.includes(chair) || state.handler?.id === chair || state.acceptance?.by?.id === chair
    if (reviewed) return refuse('chair-reviewed-case', { article: '行政许可法 第四十八条第一款第三项', detail: { name: staff.name } })
    const hour = startsAt === undefined ? {} : { startsAt }
    return happened<'hearing-announced'>({
      type: 'hearing-announced',
      data: { on: context.today, heldOn: day, ...hour, place, chair: { id: chair, name: staff.name } },
      papers: [
        draftPaper(
          'hearing-notice',
          { told: toldOf(state), article: hearingArticle({ state, item }), heldOn: day, ...hour, place, chair: staff.name },
          ['told'],
        ),
      ],
    })
  },
})

/** One notice for all: the others are not named to each other. */
function toldOf({ applicant, applicantKind, thirdParties }: CaseState) {
  const name = applicant.name ?? '申请人'
  return {
    name: thirdParties.length === 0 ? name : `${name}、各利害关系人`,
    kind: applicantKind === 'natural-person' ? ('person' as const) : ('organisation' as const),
  }
}
