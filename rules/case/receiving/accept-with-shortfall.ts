import { dueDate } from '../../time/period.ts'
import { acceptance } from './acceptance.ts'
import { caseAct } from '../case-act.ts'
import { stillMissing } from './check-materials.ts'
import { me, refuse } from '../standing/known.ts'

/**
 * Acceptance with shortfall (容缺受理): the named materials are still to come, within the item's days; until they are there, no decision.
 * Refusals: `shortfall-not-offered`, `nothing-missing`, `material-not-missing`, `material-may-not-come-later`, `materials-missing` (for what was
 * not named).
 */
export const acceptWithShortfall = caseAct<{ readonly id: string; readonly materials: readonly string[] }>({
  name: 'accept-with-shortfall',
  papers: ['shortfall-notice'],
  hindrance({ item, state }) {
    if (!item.shortfall) return { code: 'shortfall-not-offered' }
    const missing = stillMissing(item, state)
    if (missing.length === 0) return { code: 'nothing-missing' }
    const fixed = missing.find((material) => !material.maySupplyLater)
    return fixed && { code: 'material-may-not-come-later', detail: { material: fixed.name } }
  },
  decide({ materials }, known) {
    const { item, state, context } = known
    const missing = stillMissing(item, state)
    const stranger = materials.find((id) => !missing.some((material) => material.id === id))
    if (stranger !== undefined) return refuse('material-not-missing', { detail: { material: stranger } })
    const unnamed = missing.filter((material) => !materials.includes(material.id))
    if (unnamed.length > 0) return refuse('materials-missing', { detail: { material: unnamed[0]!.name, count: unnamed.length } })
    const { due } = dueDate(context.today, item.shortfall!, context.calendar)
    const shortfall = missing.map(({ id, name }) => ({ material: id, name, due }))
    return acceptance(known, { ground: 'shortfall', on: context.today, at: context.now, by: me(known), shortfall })
  },
})
