import { type PlainDate, parsePlainDate } from '../../time/plain-date.ts'
import { caseAct, happened } from '../case-act.ts'
import { me, refuse } from '../standing/known.ts'
import { openSuspension, permitFault } from '../standing/permit-life.ts'

export interface RecordPenaltyInput {
  readonly id: string
  /** 暂扣 for a time, or 吊销 for good. */
  readonly penalty: 'suspension' | 'forfeiture'
  /** The organ that punishes, and the number and day of its decision. */
  readonly organ: string
  readonly number: string
  readonly decidedOn: string
  /** Of a suspension: its first day, and its last where one was set. */
  readonly from?: string
  readonly until?: string
}

/**
 * Notes on a permit what the organ that punishes has decided of it (暂扣、吊销许可证件, 行政处罚法 9): the decision is that organ's, this bureau keeps the
 * register. Refusals: `no-permit`, `permit-ended`, `date-invalid`, `decided-in-future`, `penalty-before-grant`, `suspension-reversed`,
 * `permit-suspended-already`.
 */
export const recordPenalty = caseAct<RecordPenaltyInput>({
  name: 'record-penalty',
  hindrance: ({ state }) => permitFault(state),
  decide({ penalty, organ, number, ...days }, known) {
    const { state, context } = known
    const given = [days.decidedOn, days.from ?? days.decidedOn, ...(days.until === undefined ? [] : [days.until])]
    const wrong = given.find((day) => parsePlainDate(day) === undefined)
    if (wrong !== undefined) return refuse('date-invalid', { detail: { date: wrong } })
    const [decidedOn, from, until = null] = given as [PlainDate, PlainDate, PlainDate?]
    if (decidedOn > context.today) return refuse('decided-in-future', { detail: { date: decidedOn } })
    if (decidedOn < state.decision!.on) return refuse('penalty-before-grant', { detail: { granted: state.decision!.on } })
    const decided = { organ: organ.trim(), number: number.trim(), decidedOn }
    const noted = { on: context.today, by: me(known), ...decided }
    if (penalty === 'forfeiture') return happened<'permit-forfeited'>({ type: 'permit-forfeited', data: noted })
    if (from < decidedOn || (until !== null && until < from)) return refuse('suspension-reversed')
    const open = openSuspension(state.permit, context.today)
    if (open) return refuse('permit-suspended-already', { detail: { number: open.number } })
    return happened<'permit-suspended'>({ type: 'permit-suspended', data: { ...noted, id: context.newId(0), from, until } })
  },
})
