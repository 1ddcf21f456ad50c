import type { Answers } from '../rules/service-item/condition.ts'
import type { FormGroup } from '../rules/service-item/item.ts'
import { visibleFields } from '../rules/service-item/visible-form.ts'

/** What the applicant has said already is not asked twice: answers to questions of the same name and type, where nothing stands yet. */
export function carriedOver(who: readonly FormGroup[], applicant: Answers, form: readonly FormGroup[], answers: Answers): Answers {
  const said = visibleFields(who, applicant).filter(({ id, type }) => applicant[id] !== undefined && type !== 'yes-no' && type !== 'choice')
  const carried = visibleFields(form, answers).flatMap((field) => {
    const same = said.find(({ label, type }) => label === field.label && type === field.type)
    return same && answers[field.id] === undefined ? [[field.id, applicant[same.id]!] as const] : []
  })
  return carried.length === 0 ? answers : { ...answers, ...Object.fromEntries(carried) }
}
