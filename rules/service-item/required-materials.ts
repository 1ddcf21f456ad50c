import { type Answers, holds } from './condition.ts'
import type { Material, ServiceItem } from './item.ts'
import { countedAnswers } from './visible-form.ts'

/** The materials asked of an applicant with these answers, in the item's order: those without a condition and those whose condition holds. */
export function requiredMaterials(item: Pick<ServiceItem, 'form' | 'materials'>, answers: Answers): readonly Material[] {
  const counted = countedAnswers(item.form, answers)
  return item.materials.filter((material) => !material.showIf || holds(material.showIf, counted))
}

/** What is still missing: necessary materials asked of this applicant that were not brought. `brought` holds material ids. */
export function missingMaterials(item: Pick<ServiceItem, 'form' | 'materials'>, answers: Answers, brought: ReadonlySet<string>): readonly Material[] {
  return requiredMaterials(item, answers).filter((material) => material.necessary && !brought.has(material.id))
}
