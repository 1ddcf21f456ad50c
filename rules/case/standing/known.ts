import type { ActContext, Loaded } from '../../act.ts'
import type { Refusal } from '../../refusal.ts'
import type { ServiceItem, Step } from '../../service-item/item.ts'
import type { CaseRole } from './permitted-acts.ts'
import type { CaseState, RunningStep } from './state.ts'
import type { StaffName } from './staff-name.ts'

/** All that an act on a case may look at. */
export interface Known {
  readonly state: CaseState
  /** The version the case began under. */
  readonly item: ServiceItem
  readonly roles: readonly CaseRole[]
  readonly loaded: Loaded
  readonly context: ActContext
}

export const refuse = (code: string, more: Omit<Refusal, 'code'> = {}): { readonly refusal: Refusal } => ({ refusal: { code, ...more } })

/** The actor as staff. Acts of the system name nobody. */
export const me = (known: Known): StaffName => ({ id: known.context.actor.id, name: known.context.actor.name })

export const currentStep = (known: Pick<Known, 'state' | 'item'>): Step | undefined => known.item.steps[known.state.step]

/** A step as the entry that makes it run names it. */
export const runningStep = (item: ServiceItem, index: number): RunningStep => {
  const { id, name, role } = item.steps[index]!
  return { id, name, role }
}

export const materialName = (item: ServiceItem, id: string): string =>
  id === 'form' ? '申请表' : (item.materials.find((material) => material.id === id)?.name ?? id)
