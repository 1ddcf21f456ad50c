import type { Json } from '../act.ts'
import { type Answers, holds } from './condition.ts'
import type { FormField, FormGroup } from './item.ts'

/**
 * The questions this applicant meets: groups and fields whose conditions hold, in order. A group without a visible field is left out.
 * An answer to a question that is not asked does not count, so a question behind a hidden one stays hidden.
 * Conditions look only at questions that stand earlier (a validation rule), so one walk suffices.
 */
export function visibleGroups(form: readonly FormGroup[], answers: Answers): readonly FormGroup[] {
  const counted: Record<string, Json> = {}
  const groups: FormGroup[] = []
  for (const group of form) {
    if (group.showIf && !holds(group.showIf, counted)) continue
    const fields: FormField[] = []
    for (const field of group.fields) {
      if (field.showIf && !holds(field.showIf, counted)) continue
      fields.push(field)
      const value = answers[field.id]
      if (value !== undefined) counted[field.id] = value
    }
    if (fields.length > 0) groups.push({ ...group, fields })
  }
  return groups
}

/** The visible fields of all groups, in order. */
export const visibleFields = (form: readonly FormGroup[], answers: Answers): readonly FormField[] =>
  visibleGroups(form, answers).flatMap((group) => group.fields)

/** The answers that count: those to questions this applicant meets. */
export function countedAnswers(form: readonly FormGroup[], answers: Answers): Answers {
  const kept: Record<string, Json> = {}
  for (const field of visibleFields(form, answers)) {
    const value = answers[field.id]
    if (value !== undefined) kept[field.id] = value
  }
  return kept
}
