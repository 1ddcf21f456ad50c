import { parsePlainDate } from '../../time/plain-date.ts'
import { caseAct, happened } from '../case-act.ts'
import { standsAside } from '../standing/recusals.ts'
import { refuse } from '../standing/known.ts'

/**
 * Records that the hearing was held as announced, with its signed minutes by digest: the decision rests on them (行政许可法 48 ¶2).
 * Refusals: `hearing-not-announced`, `hearing-already-held`, `recusal-undecided`, `recusal-granted` (of the chair), `date-invalid`, `hearing-not-yet`,
 * `hearing-not-as-announced`: another day is announced anew, seven days before (48 ¶1(1)).
 */
export const holdHearing = caseAct<{ readonly id: string; readonly on: string; readonly minutes: string }>({
  name: 'hold-hearing',
  hindrance({ state }) {
    if (state.hearing?.held) return { code: 'hearing-already-held' }
    if (!state.hearing?.announced) return { code: 'hearing-not-announced', article: '行政许可法 第四十八条第一款第一项' }
    return standsAside(state, state.hearing.announced.chair.id)
  },
  decide({ on, minutes }, { state, context }) {
    const day = parsePlainDate(on)
    if (day === undefined) return refuse('date-invalid', { detail: { date: on } })
    const announced = state.hearing!.announced!
    if (day > context.today) return refuse('hearing-not-yet', { detail: { date: day } })
    if (day !== announced.heldOn)
      return refuse('hearing-not-as-announced', { article: '行政许可法 第四十八条第一款第一项', detail: { date: announced.heldOn } })
    return happened<'hearing-held'>({ type: 'hearing-held', data: { on: day, chair: announced.chair, minutes } })
  },
})
