import { caseAct, happened } from '../case-act.ts'
import { me, refuse } from '../standing/known.ts'
import { draftPaper } from '../papers/paper-issue.ts'
import { openMeasure } from '../standing/permit-life.ts'

/**
 * What was announced will not be done: the answer convinced, or revoking would harm the public interest greatly (行政许可法 69 ¶3). Who was told of the one
 * is told of the other. Refusals: `no-measure`, `reasons-missing`.
 */
export const dropIntendedMeasure = caseAct<{ readonly id: string; readonly reason: string }>({
  name: 'drop-intended-measure',
  papers: ['reply-letter'],
  hindrance: ({ state }) => (openMeasure(state) ? undefined : { code: 'no-measure' }),
  decide({ reason }, known) {
    const { state, context } = known
    const open = openMeasure(state)!
    const words = reason.trim()
    if (words === '') return refuse('reasons-missing')
    return happened<'intended-measure-dropped'>({
      type: 'intended-measure-dropped',
      data: { measure: open.id, on: context.today, by: me(known) },
      personal: { reasons: words },
      papers: [draftPaper('reply-letter', { about: 'measure', askedOn: open.on, agreed: true, reasons: words }, ['reasons'])],
    })
  },
})
