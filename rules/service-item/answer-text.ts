import type { Json } from '../act.ts'
import { maskIdNumber, maskPhone } from '../identifier/masking.ts'
import { formatMoney } from '../money.ts'
import { spokenDate } from '../paper/wording.ts'
import { parsePlainDate } from '../time/plain-date.ts'
import type { Answers } from './condition.ts'
import type { FormField, ServiceItem } from './item.ts'
import { visibleFields, visibleGroups } from './visible-form.ts'

type Cells = { readonly [column: string]: Json }

/** One answer as a person reads it. `masked` hides the numbers of people and phones. */
export function answerText(field: FormField, value: Json | undefined, masked: boolean): string {
  if (value === undefined || value === null || value === '') return ''
  switch (field.type) {
    case 'yes-no':
      return value === true ? '是' : '否'
    case 'money':
      return typeof value === 'number' ? `${formatMoney(value, '元')}元` : String(value)
    case 'choice':
      return field.options?.find((option) => option.value === value)?.label ?? String(value)
    case 'resident-id':
      return masked ? maskIdNumber(String(value)) : String(value)
    case 'phone':
      return masked ? maskPhone(String(value)) : String(value)
    case 'list':
      return Array.isArray(value) ? value.map((row, n) => `${n + 1}. ${rowText(field, row as Cells, masked)}`).join('\n') : ''
    default:
      return String(value)
  }
}

const rowText = (field: FormField, row: Cells, masked: boolean): string =>
  (field.columns ?? [])
    .map((column) => [column.label, answerText(column, row[column.id], masked)] as const)
    .filter(([, text]) => text !== '')
    .map(([label, text]) => `${label}：${text}`)
    .join('，')

/** The answers by the groups and labels of the item version under which they were given. */
export const answersOf = (
  item: Pick<ServiceItem, 'form'>,
  answers: Answers | null,
  masked: boolean,
): { title: string; fields: { field: string; label: string; value: string }[] }[] =>
  answers === null
    ? []
    : visibleGroups(item.form, answers).map((group) => ({
        title: group.title,
        fields: group.fields.map((field) => ({ field: field.id, label: field.label, value: answerText(field, answers[field.id], masked) })),
      }))

/** Not said on a paper that others will see. */
const unsaid: readonly FormField['type'][] = ['resident-id', 'phone', 'list']

/** A day as papers write it; anything else as it reads. */
const inPrint = ({ type }: FormField, text: string): string => {
  const day = type === 'date' ? parsePlainDate(text) : undefined
  return day === undefined ? text : spokenDate(day)
}

/** What was filed, as its receipt says it: every answer that counts, without numbers of people and without lists. */
export const answersToPrint = (
  item: Pick<ServiceItem, 'form'>,
  answers: Answers | null,
): readonly { readonly label: string; readonly value: string }[] =>
  visibleFields(item.form, answers ?? {})
    .filter(({ type }) => !unsaid.includes(type))
    .map((field) => ({ label: field.label, value: inPrint(field, answerText(field, answers?.[field.id], true)) }))
    .filter(({ value }) => value !== '')
