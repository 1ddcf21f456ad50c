import type { CasePage } from '../../../contract/cases.ts'
import type { Json } from '../../../rules/act.ts'
import { maskIdNumber, maskPhone } from '../../../rules/identifier/masking.ts'
import { formatMoney } from '../../../rules/money.ts'
import type { Answers } from '../../../rules/service-item/condition.ts'
import type { FormField, ServiceItem } from '../../../rules/service-item/item.ts'
import { visibleGroups } from '../../../rules/service-item/visible-form.ts'

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
export function answersOf(item: ServiceItem, answers: Answers | null, masked: boolean): CasePage['answers'] {
  if (answers === null) return []
  return visibleGroups(item.form, answers).map((group) => ({
    title: group.title,
    fields: group.fields.map((field) => ({ field: field.id, label: field.label, value: answerText(field, answers[field.id], masked) })),
  }))
}
