import { spokenDate } from '../../contract/reason-texts.ts'
import { openMeasure, wasHeard } from '../../rules/case/standing/permit-life.ts'
import type { CaseState } from '../../rules/case/standing/state.ts'
import type { Door } from '../platform/http/door.ts'
import { todayOf } from './frame.ts'

type Waiting = Pick<CaseState, 'phase' | 'shortfall' | 'hearing' | 'measures' | 'statements'>

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
    ...(state.phase === 'supplementing' ? ['请您补正材料'] : []),
    ...(state.phase === 'filing-returned' ? ['请您补齐材料'] : []),
    ...(late.length > 0 ? [`请您补交容缺材料，最迟${spokenDate(late.map(({ due }) => due).toSorted()[0]!)}`] : []),
    ...(mayAsk ? [`您可以要求听证，最迟${spokenDate(told.requestBy!)}提出`] : []),
  ]
}

/** The same for several own cases at once, by case id; cases in which nothing waits are left out. */
export async function waitsOf(door: Door, bureau: string, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  if (ids.length === 0) return new Map()
  const { rows } = await door.database.query<
    { id: string; measures: Waiting['measures'] | null; statements: Waiting['statements'] | null } & Omit<Waiting, 'measures' | 'statements'>
  >(
    `select id, state -> 'phase' as phase, state -> 'shortfall' as shortfall, state -> 'hearing' as hearing,
       state -> 'measures' as measures, state -> 'statements' as statements
     from subject where bureau = $1 and kind = 'case' and id = any($2::text[])`,
    [bureau, ids],
  )
  const today = todayOf(door)
  return new Map(
    rows
      .map(
        ({ id, measures, statements, ...row }) =>
          [id, waitsIn({ ...row, ...(measures && { measures }), ...(statements && { statements }) }, today)] as const,
      )
      .filter(([, waits]) => waits.length > 0),
  )
}
