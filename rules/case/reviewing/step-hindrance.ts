import type { Refusal } from '../../refusal.ts'
import { currentStep, type Known } from '../standing/known.ts'

/**
 * Whether this actor may work on the step that runs: it is a step for one of the actor's roles, nobody else handles it, and, where the item
 * separates the functions, whoever accepted does not review and whoever reviewed does not decide.
 * Refusals: `no-step-running`, `step-for-other-role`, `case-handled-by-other`, `accepter-may-not-review`, `reviewer-may-not-decide`.
 */
export function stepHindrance(known: Known): Refusal | undefined {
  const { state, item, roles, context } = known
  const step = currentStep(known)
  if (!step) return { code: 'no-step-running' }
  // A head may decide what a decision-maker may.
  const fits = roles.includes(step.role) || (step.role === 'decision-maker' && roles.includes('head'))
  if (!fits) return { code: 'step-for-other-role', detail: { step: step.name, role: step.role } }
  if (state.handler && state.handler.id !== context.actor.id) return { code: 'case-handled-by-other', detail: { name: state.handler.name } }
  if (!item.separation) return undefined
  if (state.acceptance?.by?.id === context.actor.id) return { code: 'accepter-may-not-review', detail: { name: state.acceptance.by.name } }
  if (step.role === 'decision-maker' && state.reviewers.includes(context.actor.id)) return { code: 'reviewer-may-not-decide' }
  return undefined
}

/** The checklist of the running step: every necessary point ticked, nothing ticked that is not on it. Refusals: `checklist-incomplete`, `checklist-unknown-point`. */
export function checklistFault(known: Known, ticked: readonly string[]): Refusal | undefined {
  const step = currentStep(known)
  const points = step?.checklist ?? []
  const unknown = ticked.find((id) => !points.some((point) => point.id === id))
  if (unknown !== undefined) return { code: 'checklist-unknown-point', detail: { point: unknown } }
  const open = points.filter((point) => point.necessary && !ticked.includes(point.id))
  return open.length > 0 ? { code: 'checklist-incomplete', detail: { point: open[0]!.point, count: open.length } } : undefined
}

/** A step that needs a site inspection is not passed without one (行政许可法 34). Refusal: `site-inspection-missing`. */
export function inspectionFault({ state, item }: Pick<Known, 'state' | 'item'>): Refusal | undefined {
  const step = item.steps[state.step]
  if (!step?.siteInspection || state.inspections.some((inspection) => inspection.step === step.id)) return undefined
  return { code: 'site-inspection-missing', article: '行政许可法 第三十四条第三款', detail: { step: step.name } }
}
