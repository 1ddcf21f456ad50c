import { spokenDate } from '../../contract/reason-texts.ts'
import { openMeasure, wasHeard } from '../../rules/case/standing/permit-life.ts'
import { supplementBy } from '../../rules/case/receiving/supplement-days.ts'
import { caseKind } from '../../rules/case/case-kind.ts'
import type { CaseState } from '../../rules/case/standing/state.ts'
import type { Door } from '../platform/http/door.ts'
import { readSubjects } from '../platform/writer/subjects.ts'
import { todayOf } from './frame.ts'

type Waiting = Pick<CaseState, 'phase' | 'legs' | 'supplements' | 'shortfall' | 'hearing' | 'measures' | 'statements'>

/** By when, where the notice said so; nearer than its yellow line, that it is near. */
function lastDay({ legs }: Pick<CaseState, 'legs'>, today: string): string {
  const due = supplementBy({ legs })
  if (due === null) return ''
  if (today > due) return `，期限${spokenDate(due)}已过，请尽快`
  const near = legs.supplement?.dates.yellowOn
  return `，最迟${spokenDate(due)}${near && today >= near ? '，快到期了' : ''}`
}

/** What waits for the applicant in a case, each with its last day where it has one: lists name it, so that nothing lies unseen behind a title. */
export function waitsIn(state: Waiting, today: string): readonly string[] {
  const reviewed = state.phase === 'in-review' || state.phase === 'stopped'
  const late = reviewed ? state.shortfall.filter(({ metOn }) => metOn === null) : []
  const told = reviewed ? state.hearing?.parties.find(({ party }) => party === 'applicant') : undefined
  const mayAsk = told !== undefined && told.answer === null && told.requestBy !== null && today <= told.requestBy
  const open = openMeasure(state)
  const mayAnswer = open !== undefined && today <= open.replyBy && !wasHeard(state, open)
  return [
    ...(mayAnswer ? [`您可以陈述、申辩，最迟${spokenDate(open.replyBy)}`] : []),
    ...(state.phase === 'supplementing' && state.supplements.at(-1)?.givenUpOn === undefined ? [`请您补正材料${lastDay(state, today)}`] : []),
    ...(state.phase === 'filing-returned' ? [`请您补齐材料${lastDay(state, today)}`] : []),
    ...(late.length > 0 ? [`请您补交容缺材料，最迟${spokenDate(late.map(({ due }) => due).toSorted()[0]!)}`] : []),
    ...(mayAsk ? [`您可以要求听证，最迟${spokenDate(told.requestBy!)}提出`] : []),
  ]
}

/** The same for several own cases at once, by case id; cases in which nothing waits are left out. */
export async function waitsOf(door: Door, bureau: string, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  if (ids.length === 0) return new Map()
  const today = todayOf(door)
  const cases = await readSubjects(door.database, bureau, caseKind, ids)
  return new Map(cases.map(({ id, state }) => [id, waitsIn(state, today)] as const).filter(([, waits]) => waits.length > 0))
}
