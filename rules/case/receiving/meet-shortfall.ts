import { caseAct, happened } from '../case-act.ts'
import { materialsFault } from './check-materials.ts'
import { bareMaterials, fileNamesOf, type HandedInMaterial } from '../standing/files.ts'
import { refuse } from '../standing/known.ts'

/**
 * Brings materials that were let come later (容缺补交). Late ones are still taken: the decision waits for them.
 * Refusals: `no-shortfall`, `nothing-handed-in`, `material-not-awaited`, `material-unknown`, `material-twice`, `material-empty`.
 */
export const meetShortfall = caseAct<{ readonly id: string; readonly materials: readonly HandedInMaterial[] }>({
  name: 'meet-shortfall',
  hindrance: ({ state }) => (state.shortfall.some(({ metOn }) => metOn === null) ? undefined : { code: 'no-shortfall' }),
  decide({ materials }, { state, item, context }) {
    if (materials.length === 0) return refuse('nothing-handed-in')
    const fault = materialsFault(item, materials)
    if (fault) return { refusal: fault }
    const stranger = materials.find(({ material }) => !state.shortfall.some((missing) => missing.material === material && missing.metOn === null))
    if (stranger) return refuse('material-not-awaited', { detail: { material: stranger.material } })
    return happened<'shortfall-met'>({
      type: 'shortfall-met',
      data: { on: context.today, materials: bareMaterials(materials) },
      personal: { fileNames: fileNamesOf(materials) },
    })
  },
})
