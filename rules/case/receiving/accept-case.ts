import { acceptance } from './acceptance.ts'
import { caseAct } from '../case-act.ts'
import { stillMissing } from './check-materials.ts'
import { me } from '../standing/known.ts'

/**
 * Acceptance (行政许可法 32(5)): the materials are complete and in the lawful form, or were all corrected. Starts the review leg.
 * Refusals: `materials-missing`.
 */
export const acceptCase = caseAct<{ readonly id: string }>({
  name: 'accept-case',
  papers: ['acceptance-notice'],
  hindrance({ item, state }) {
    const [first, ...others] = stillMissing(item, state)
    return first && { code: 'materials-missing', article: '行政许可法 第三十二条', detail: { material: first.name, count: others.length + 1 } }
  },
  decide(_input, known) {
    const { state, context } = known
    const ground = state.supplements.length > 0 ? 'corrected' : 'complete'
    return acceptance(known, { ground, on: context.today, at: context.now, by: me(known), shortfall: [] })
  },
})
