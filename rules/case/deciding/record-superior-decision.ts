import { parsePlainDate } from '../../time/plain-date.ts'
import { caseAct, happened } from '../case-act.ts'
import { me, refuse } from '../standing/known.ts'

export interface RecordSuperiorDecisionInput {
  readonly id: string
  readonly granted: boolean
  readonly decidedOn: string
  /** Number of the higher organ's decision. */
  readonly number: string
}

/** Notes what the higher organ decided, so that the applicant reads it here as well (行政许可法 35). Refusals: `superior-decided-already`, `date-invalid`, `decided-in-future`, `decided-before-forwarded`. */
export const recordSuperiorDecision = caseAct<RecordSuperiorDecisionInput>({
  name: 'record-superior-decision',
  hindrance: ({ state }) => (state.forwarded?.decided ? { code: 'superior-decided-already', detail: { on: state.forwarded.decided.on } } : undefined),
  decide({ granted, decidedOn, number }, known) {
    const { state, context } = known
    const on = parsePlainDate(decidedOn)
    if (on === undefined) return refuse('date-invalid', { detail: { date: decidedOn } })
    if (on > context.today) return refuse('decided-in-future', { detail: { date: on } })
    if (state.decision && on < state.decision.on) return refuse('decided-before-forwarded', { detail: { date: on, forwarded: state.decision.on } })
    return happened<'superior-decided'>({
      type: 'superior-decided',
      data: { recordedOn: context.today, by: me(known), on, granted, number: number.trim() },
    })
  },
})
