import { caseAct, happened } from '../case-act.ts'
import { me } from '../standing/known.ts'

/** 催办: the head or a supervisor reminds whoever has the case. It moves no clock; it is counted. */
export const remindCase = caseAct<{ readonly id: string; readonly text: string }>({
  name: 'remind-case',
  decide: ({ text }, known) => happened<'case-reminded'>({ type: 'case-reminded', data: { on: known.context.today, by: me(known), text } }),
})
