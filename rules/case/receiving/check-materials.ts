import type { Refusal } from '../../refusal.ts'
import type { Answers } from '../../service-item/condition.ts'
import type { Material, ServiceItem } from '../../service-item/item.ts'
import { missingMaterials } from '../../service-item/required-materials.ts'
import type { HandedInMaterial } from '../standing/files.ts'
import type { CaseState } from '../standing/state.ts'

/**
 * Materials as handed in: each is one of the item's, named once, and not empty. That something is still missing is no fault here: an incomplete
 * application is received all the same and answered by a notice of all faults (行政许可法 32).
 * Refusals: `material-unknown`, `material-twice`, `material-empty`.
 */
export function materialsFault(item: ServiceItem, materials: readonly HandedInMaterial[]): Refusal | undefined {
  const seen = new Set<string>()
  for (const { material, form, files, originals, copies } of materials) {
    const known = item.materials.find((one) => one.id === material)
    if (!known) return { code: 'material-unknown', detail: { material } }
    if (seen.has(material)) return { code: 'material-twice', detail: { material: known.name } }
    seen.add(material)
    if (form === 'electronic' ? files.length === 0 : originals + copies === 0) return { code: 'material-empty', detail: { material: known.name } }
  }
  return undefined
}

/** Necessary materials that are not there yet. */
export const stillMissing = (item: ServiceItem, state: Pick<CaseState, 'answers' | 'materials'>): readonly Material[] =>
  missingMaterials(item, (state.answers ?? {}) as Answers, new Set(state.materials.map(({ material }) => material)))
