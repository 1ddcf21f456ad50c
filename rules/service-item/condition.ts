import type { Json } from '../act.ts'
import type { Condition } from './item.ts'

/** What an applicant has answered so far: form field id → value. A field not answered has no entry. */
export type Answers = Readonly<Record<string, Json>>

/**
 * Whether a condition holds over these answers. A comparison with a field that is not answered does not hold
 * (so `not` over an unanswered field holds). Money is compared in 分, a date as `YYYY-MM-DD`, yes-no as true or false.
 */
export function holds(condition: Condition, answers: Answers): boolean {
  if ('equals' in condition) return answers[condition.field] === condition.equals
  if ('oneOf' in condition) {
    const value = answers[condition.field]
    return (typeof value === 'string' || typeof value === 'number') && condition.oneOf.includes(value)
  }
  if ('all' in condition) return condition.all.every((part) => holds(part, answers))
  if ('any' in condition) return condition.any.some((part) => holds(part, answers))
  return !holds(condition.not, answers)
}

/** One comparison inside a condition: the field and the values it is compared with. */
export interface Comparison {
  readonly field: string
  readonly values: readonly (string | number | boolean)[]
}

/** All comparisons of a condition, in the order written. */
export function comparisonsOf(condition: Condition): readonly Comparison[] {
  if ('equals' in condition) return [{ field: condition.field, values: [condition.equals] }]
  if ('oneOf' in condition) return [{ field: condition.field, values: condition.oneOf }]
  if ('all' in condition) return condition.all.flatMap(comparisonsOf)
  if ('any' in condition) return condition.any.flatMap(comparisonsOf)
  return comparisonsOf(condition.not)
}
