import type { AnswerFault } from './answer-fault.ts'
import { checkValue, notAnswered } from './check-value.ts'
import type { Answers } from './condition.ts'
import type { FormGroup } from './item.ts'
import { visibleFields } from './visible-form.ts'

/**
 * Checks all answers of a form, as they are to be submitted. Every fault at once, in the form's order (行政许可法 32: told once and completely).
 * Unknown fields and answers to questions this applicant does not meet are faults too: nothing is kept that was not asked for.
 * An empty text, an empty table and `null` count as not answered.
 */
export function checkAnswers(form: readonly FormGroup[], answers: Answers): readonly AnswerFault[] {
  const visible = visibleFields(form, answers)
  const asked = new Set(visible.map((field) => field.id))
  const known = new Map(form.flatMap((group) => group.fields.map((field) => [field.id, field] as const)))
  const faults: AnswerFault[] = []
  for (const field of visible) {
    const value = answers[field.id]
    if (isAbsent(value)) {
      if (field.required) faults.push({ path: field.id, label: field.label, code: notAnswered(field) })
    } else faults.push(...checkValue(field, value!, field.id))
  }
  for (const [id, value] of Object.entries(answers)) {
    const field = known.get(id)
    if (!field) faults.push({ path: id, label: '', code: 'answer-unknown-field' })
    else if (!asked.has(id) && !isAbsent(value)) faults.push({ path: id, label: field.label, code: 'answer-hidden-field' })
  }
  return faults
}

/** Checks what has been answered so far in one group (a page of the portal), without asking for what stands on other pages. */
export function checkGroup(group: FormGroup, form: readonly FormGroup[], answers: Answers): readonly AnswerFault[] {
  const own = new Set(group.fields.map((field) => field.id))
  return checkAnswers(form, answers).filter((fault) => own.has(fault.path.split(/[.[]/)[0]!))
}

const isAbsent = (value: Answers[string] | undefined): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
