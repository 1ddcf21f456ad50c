import { caseAct, happened } from '../case-act.ts'
import { refuse } from '../standing/known.ts'
import { openMeasure } from '../standing/permit-life.ts'

/**
 * The applicant states and argues at any time before the end (行政许可法 第七条、第三十六条), over the portal or in person to a clerk. The words are personal
 * data; nothing is refused or decided before they were considered. After the end only to answer what the bureau means to do.
 * Refusals: `statement-empty`, `nothing-to-answer`.
 */
export const makeStatement = caseAct<{ readonly id: string; readonly statement: string }>({
  name: 'make-statement',
  hindrance: ({ state }) => (state.decision === null || openMeasure(state) ? undefined : { code: 'nothing-to-answer' }),
  decide({ statement }, { context }) {
    const words = statement.trim()
    if (words === '') return refuse('statement-empty')
    return happened<'statement-made'>({
      type: 'statement-made',
      data: { id: context.newId(0), on: context.today },
      personal: { statement: words },
    })
  },
})
