import type { Answers } from '../rules/service-item/condition.ts'
import type { FormGroup } from '../rules/service-item/item.ts'
import { visibleFields } from '../rules/service-item/visible-form.ts'

/** Other names under which items ask for the same of an applicant. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  单位名称: ['经营者名称', '企业名称', '社会团体名称', '名称（姓名）', '经营者名称（姓名）'],
  姓名: ['名称（姓名）', '经营者名称（姓名）'],
  身份证号码: ['经营者身份证号码'],
  '法定代表人（负责人）': ['法定代表人'],
}

const asksForTheSame = (asked: string, said: string): boolean => asked === said || (otherNames[said]?.includes(asked) ?? false)

/** What the applicant has said already is not asked twice: answers to questions of the same meaning and type, where nothing stands yet. */
export function carriedOver(who: readonly FormGroup[], applicant: Answers, form: readonly FormGroup[], answers: Answers): Answers {
  const said = visibleFields(who, applicant).filter(({ id, type }) => applicant[id] !== undefined && type !== 'yes-no' && type !== 'choice')
  const carried = visibleFields(form, answers).flatMap((field) => {
    const same = said.find(({ label, type }) => type === field.type && asksForTheSame(field.label, label))
    return same && answers[field.id] === undefined ? [[field.id, applicant[same.id]!] as const] : []
  })
  return carried.length === 0 ? answers : { ...answers, ...Object.fromEntries(carried) }
}
