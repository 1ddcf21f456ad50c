import { isTimeOfDay } from '../../time/instant.ts'
import { parsePlainDate } from '../../time/plain-date.ts'
import { caseAct, happened } from '../case-act.ts'
import type { InspectionPersonal } from '../standing/entries.ts'
import { bareFile, namesOf } from '../standing/files.ts'
import { currentStep, refuse } from '../standing/known.ts'
import { draftPaper } from '../papers/paper-issue.ts'
import type { FileName } from '../standing/state.ts'

export interface SiteInspectionInput {
  readonly id: string
  readonly on: string
  readonly startedAt: string
  readonly endedAt: string
  readonly place: string
  readonly inspectors: readonly { readonly name: string; readonly licence?: string }[]
  readonly present: readonly { readonly name: string; readonly role: string }[]
  /** The inspectors showed their papers and told the applicant of the right to be heard. */
  readonly rightsTold: boolean
  readonly findings: readonly { readonly point: string; readonly found: string; readonly conforms: boolean }[]
  readonly photos: readonly FileName[]
  readonly remarks?: string
}

/**
 * The record of a site inspection (现场核查笔录) for the step that runs: at least two inspectors by name (行政许可法 34 ¶3), what was found, photographs.
 * Refusals: `no-step-running`, `inspectors-too-few`, `findings-missing`, `date-invalid`, `inspection-in-future`, `inspection-before-acceptance`,
 * `time-invalid`.
 */
export const recordSiteInspection = caseAct<SiteInspectionInput>({
  name: 'record-site-inspection',
  papers: ['inspection-record'],
  hindrance: (known) => (currentStep(known) ? undefined : { code: 'no-step-running' }),
  decide(input, known) {
    const { state, context } = known
    const names = [...new Set(input.inspectors.map(({ name }) => name.trim()).filter((name) => name !== ''))]
    if (names.length < 2) return refuse('inspectors-too-few', { article: '行政许可法 第三十四条第三款' })
    const [firstFinding] = input.findings
    if (!firstFinding) return refuse('findings-missing')
    const on = parsePlainDate(input.on)
    if (on === undefined) return refuse('date-invalid', { detail: { date: input.on } })
    if (on > context.today) return refuse('inspection-in-future', { detail: { date: on } })
    if (state.acceptance && on < state.acceptance.on) return refuse('inspection-before-acceptance', { detail: { date: on } })
    if (!isTimeOfDay(input.startedAt) || !isTimeOfDay(input.endedAt) || input.endedAt < input.startedAt) return refuse('time-invalid')
    const conforms = input.findings.every((finding) => finding.conforms)
    const [first, second, ...others] = input.inspectors
    return happened<'site-inspection-recorded'>({
      type: 'site-inspection-recorded',
      data: { step: currentStep(known)!.id, on, inspectors: names, conforms, photos: input.photos.map(bareFile) },
      personal: { place: input.place, present: input.present, fileNames: namesOf(input.photos) } satisfies InspectionPersonal,
      papers: [
        draftPaper(
          'inspection-record',
          {
            place: input.place,
            on,
            hours: { from: input.startedAt, to: input.endedAt },
            inspectors: [first!, second!, ...others],
            present: input.present,
            rightsTold: input.rightsTold,
            findings: input.findings,
            conforms,
            ...(input.remarks === undefined ? {} : { remarks: input.remarks }),
          },
          ['place', 'present', 'remarks'],
        ),
      ],
    })
  },
})
