import { parsePlainDate } from '../../time/plain-date.ts'
import { caseAct, happened } from '../case-act.ts'
import { me, refuse } from '../standing/known.ts'
import { openSuspension, permitFault } from '../standing/permit-life.ts'

export interface LiftSuspensionInput {
  readonly id: string
  /** The first day on which the permit may be used again. */
  readonly liftedOn: string
  /** Number of the punishing organ's document. */
  readonly number: string
}

/**
 * Notes that the organ that suspended a permit has given it back before the last day, or where no last day was set (解除暂扣). A suspension with a last
 * day ends with it by itself. Refusals: `no-permit`, `permit-ended`, `no-suspension`, `date-invalid`, `decided-in-future`, `suspension-reversed`.
 */
export const liftSuspension = caseAct<LiftSuspensionInput>({
  name: 'lift-suspension',
  hindrance: ({ state, context }) => permitFault(state) ?? (openSuspension(state.permit, context.today) ? undefined : { code: 'no-suspension' }),
  decide({ liftedOn, number }, known) {
    const { state, context } = known
    const open = openSuspension(state.permit, context.today)!
    const on = parsePlainDate(liftedOn)
    if (on === undefined) return refuse('date-invalid', { detail: { date: liftedOn } })
    if (on > context.today) return refuse('decided-in-future', { detail: { date: on } })
    if (on < open.from) return refuse('suspension-reversed')
    return happened<'suspension-lifted'>({
      type: 'suspension-lifted',
      data: { suspension: open.id, recordedOn: context.today, by: me(known), on, number: number.trim() },
    })
  },
})
