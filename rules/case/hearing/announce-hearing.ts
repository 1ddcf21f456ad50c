import { staffRef } from '../../people/staff.ts'
import { dueDate } from '../../time/period.ts'
import { maxDate, parsePlainDate, type PlainDate } from '../../time/plain-date.ts'
import { caseAct, happened } from '../case-act.ts'
import { isTimeOfDay } from '../../time/instant.ts'
import { draftPaper, type PaperDraft } from '../papers/paper-issue.ts'
import type { CaseState } from '../standing/state.ts'
import { daysOfNotice, hearingArticle, isHearingByLaw, isHearingDue } from './hearing-rules.ts'
import { chairOf } from './chair.ts'
import { type Known, refuse } from '../standing/known.ts'
import type { StaffName } from '../standing/staff-name.ts'

export interface AnnounceHearingInput {
  readonly id: string
  readonly heldOn: string
  /** HH:MM. */
  readonly startsAt?: string
  readonly place: string
  /** Id of the staff member. */
  readonly chair: string
  /** What the hearing is about, for everybody: without names of people and trade secrets. Must be given where the law itself demands the hearing (46). */
  readonly matter?: string
  /** Why the day announced before was given up, for everybody. */
  readonly postponedBecause?: string
}

/**
 * Sets day, place and chair of the hearing and announces them at least seven days before (行政许可法 48(1)); the chair is somebody who did not review the
 * case (48(3)), and a hearing asked for is held within twenty days (47); one that can no longer be is held on the first lawful day, for without it
 * nothing may be decided. The applicant and every interested party are told in writing, and the public is told of it (46, 48(1)(2)): what it is about and,
 * where an announced day is given up, why. Refusals: `public-matter-missing`, `postponement-needs-reason`, `no-hearing-due`, `hearing-already-held`, `date-invalid`, `time-invalid`,
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
  decide({ heldOn, startsAt, place, chair, matter, postponedBecause }, { state, item, context, loaded }) {
    const day = parsePlainDate(heldOn)
    if (day === undefined) return refuse('date-invalid', { detail: { date: heldOn } })
    if (startsAt !== undefined && !isTimeOfDay(startsAt)) return refuse('time-invalid')
    const earliest = dueDate(context.today, daysOfNotice, context.calendar).due
    if (day < earliest) return refuse('hearing-announced-late', { article: '行政许可法 第四十八条第一款第一项', detail: { earliest } })
    const holdBy = state.hearing?.holdBy
    const latest = holdBy && maxDate(holdBy, earliest)
    if (latest && day > latest) return refuse('hearing-too-late', { article: '行政许可法 第四十七条', detail: { due: latest } })
    const about = matter?.trim() || state.hearing?.announced?.matter
    if (about === undefined && isHearingByLaw({ state, item })) return refuse('public-matter-missing', { article: '行政许可法 第四十六条' })
    const before = state.hearing?.announced
    const moves = before && before.heldOn !== day
    const because = postponedBecause?.trim() ?? ''
    if (moves && because === '') return refuse('postponement-needs-reason', { detail: { date: before.heldOn } })
    const presiding = chairOf({ state, loaded }, chair)
    if ('refusal' in presiding) return presiding
    const hour = startsAt === undefined ? {} : { startsAt }
    return happened<'hearing-announced'>({
      type: 'hearing-announced',
      data: {
        on: context.today,
        heldOn: day,
        ...hour,
        place,
        chair: presiding,
        ...(about === undefined ? {} : { matter: about }),
        ...(moves ? { postponed: { from: before.heldOn, because } } : {}),
      },
      papers: [
        hearingNotice(
          { state, item },
          { heldOn: day, ...hour, place, chair: presiding, ...(moves ? { postponed: [{ from: before.heldOn, because }] } : {}) },
        ),
      ],
    })
  },
})

interface Noticed {
  readonly heldOn: PlainDate
  readonly startsAt?: string
  readonly place: string
  readonly chair: StaffName
  readonly postponed?: readonly { readonly from: PlainDate; readonly because: string }[]
}

/** The notice of day, hour, place and chair to the applicant and every interested party, with the last day that was given up before. */
export function hearingNotice(matter: Pick<Known, 'state' | 'item'>, { heldOn, startsAt, place, chair, postponed = [] }: Noticed): PaperDraft {
  const last = postponed.at(-1)
  return draftPaper(
    'hearing-notice',
    {
      told: toldOf(matter.state),
      article: hearingArticle(matter),
      heldOn,
      ...(startsAt === undefined ? {} : { startsAt }),
      place,
      chair: chair.name,
      ...(last ? { postponed: { from: last.from, because: last.because } } : {}),
    },
    ['told'],
  )
}

/** One notice for all: the others are not named to each other. */
function toldOf({ applicant, applicantKind, thirdParties }: CaseState) {
  const name = applicant.name ?? '申请人'
  return {
    name: thirdParties.length === 0 ? name : `${name}、各利害关系人`,
    kind: applicantKind === 'natural-person' ? ('person' as const) : ('organisation' as const),
  }
}
