import { budgetLegTitles, crossedWords } from '../../../contract/budget-texts.ts'
import type { BudgetLegView } from '../../../contract/budget.ts'
import { reasonSentence, spokenDate } from '../../../contract/reason-texts.ts'
import { budgetLegNames } from '../../../rules/budget/budget-legs.ts'
import { type BudgetState, crossedOf, legsOf } from '../../../rules/budget/budget-state.ts'
import type { Calendar } from '../../../rules/time/calendar.ts'
import { byDay, storedReasons } from '../../../rules/time/dated-reasons.ts'
import { lightOf } from '../../../rules/time/light.ts'
import type { PlainDate } from '../../../rules/time/plain-date.ts'

/** The legs of a budget with their dates, and why and when: starts, due days, lines that were crossed, ends, each on its day. */
export const legViews = (state: Pick<BudgetState, 'legs' | 'crossed'>, today: PlainDate, calendar: Calendar): BudgetLegView[] =>
  budgetLegNames.flatMap((name) => {
    const found = legsOf(state)[name]
    if (found === undefined) return []
    const { leg, dates } = found
    const reasons = storedReasons(leg, dates, calendar).map((reason) => ({ on: reason.on, text: reasonSentence(reason) }))
    const crossed = crossedOf(state)
      .filter((mark) => mark.leg === name)
      .map(({ line, on }) => ({ on, text: `${spokenDate(on)}：${crossedWords[line]}。` }))
    return [
      {
        name,
        title: budgetLegTitles[name],
        due: dates.statutoryDue,
        endedOn: leg.endedOn,
        late: leg.endedOn !== null && dates.statutoryDue !== null && leg.endedOn > dates.statutoryDue,
        certainty: dates.certainty,
        light: leg.endedOn === null ? lightOf(dates, today) : null,
        reasons: [...reasons, ...crossed].toSorted(byDay),
      },
    ]
  })
