import type { ActContext, Actor, Json, Loaded, NewEntry } from '../act.ts'
import { type Refusal, refused } from '../refusal.ts'
import type { Role } from '../people/roles.ts'
import { type BudgetKey, budgetRef } from './budget-ref.ts'
import type { BudgetEntryData, BudgetEntryType, BudgetPhase, BudgetState, Person } from './budget-state.ts'

export const personOf = ({ id, name }: Actor): Person => ({ id, name })

/** Who may take which step: the officer keeps, another reviews, the head approves and publishes. */
export const stepRoles = { keep: 'finance-officer', review: 'finance-reviewer', approve: 'head' } as const satisfies Record<string, Role>

export const roleRefusal = (actor: Actor, ...steps: readonly (keyof typeof stepRoles)[]): Refusal | undefined =>
  actor.kind === 'staff' && steps.some((step) => actor.roles.includes(stepRoles[step])) ? undefined : refused('not-permitted').refusal

type Found = { readonly state: BudgetState } | { readonly refusal: Refusal }

/** The budget, in one of the phases. Refusals: budget-not-found, budget-in-other-phase. */
export function budgetIn(loaded: Loaded, key: BudgetKey, phases: readonly BudgetPhase[]): Found {
  const state = loaded<BudgetState>(budgetRef(key))
  if (state === undefined) return { refusal: refused('budget-not-found', { detail: { year: key.year } }).refusal }
  if (!phases.includes(state.phase)) return { refusal: refused('budget-in-other-phase', { detail: { phase: state.phase } }).refusal }
  return { state }
}

/** Nobody checks what they wrote or submitted themselves. Refusal: budget-second-person-needed. */
export const secondPersonRefusal = ({ writers, submitted, reviewed }: BudgetState, actor: Actor): Refusal | undefined =>
  [...writers, ...(submitted ? [submitted.by] : []), ...(reviewed ? [reviewed.by] : [])].some(({ id }) => id === actor.id)
    ? refused('budget-second-person-needed').refusal
    : undefined

/** An entry with who and when beside its own data. */
export const budgetEntry = <T extends BudgetEntryType>(
  key: BudgetKey,
  type: T,
  context: ActContext,
  data: Omit<BudgetEntryData[T], 'by' | 'on'>,
): NewEntry => ({
  subject: budgetRef(key),
  type,
  version: 1,
  data: { by: personOf(context.actor), on: context.today, ...data } as unknown as Json,
})
