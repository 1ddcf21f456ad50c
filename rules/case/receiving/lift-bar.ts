import { type BarList, barListRef, lifted } from './bar-list.ts'
import { caseAct, happened } from '../case-act.ts'
import { me, refuse } from '../standing/known.ts'

/**
 * Lifts the bar on applying again that this case brought (行政许可法 78, 79), say because the decision was set aside: the applicant may apply, and the number
 * kept for it is erased. Refusals: `no-bar`, `reasons-missing`.
 */
export const liftBar = caseAct<{ readonly id: string; readonly reason: string }>({
  name: 'lift-bar',
  more: (_input, state) => (state ? [barListRef(state.item.code)] : []),
  hindrance: ({ state, context }) => (state.barredUntil && state.barredUntil >= context.today ? undefined : { code: 'no-bar' }),
  decide({ reason }, known) {
    const { state, loaded, context } = known
    const list = barListRef(state.item.code)
    const bar = loaded<BarList>(list)?.bars.find((one) => one.case === state.id)
    if (!bar) return refuse('no-bar')
    const words = reason.trim()
    if (words === '') return refuse('reasons-missing')
    return happened<'applicant-bar-lifted'>({
      type: 'applicant-bar-lifted',
      data: { on: context.today, by: me(known), reason: words },
      others: lifted(list, bar, context.today, words),
    })
  },
})
