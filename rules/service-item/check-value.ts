import type { Json } from '../act.ts'
import { parsePlainDate } from '../time/plain-date.ts'
import type { AnswerFault, AnswerFaultCode } from './answer-fault.ts'
import { identifierFault } from './identifier-fault.ts'
import type { FormField } from './item.ts'

const most = { text: 200, 'long-text': 5000, list: 500 } as const

/** A mobile number of eleven digits, or a fixed line with its area code, with or without a hyphen. */
const phone = /^(1[3-9]\d{9}|0\d{2,3}-?[2-9]\d{6,7})$/
/** Control characters; a long text may hold line breaks and tabs. */
const control = /[\u0000-\u001f\u007f]/
const controlInLong = /[\u0000-\u0008\u000b-\u001f\u007f]/

/** One writes an answer, or chooses it. */
export const notAnswered = ({ type }: FormField): AnswerFaultCode => (type === 'choice' || type === 'yes-no' ? 'answer-not-chosen' : 'answer-missing')

/**
 * Checks one given answer against its field. Never called for an answer that is absent; an empty text counts as absent.
 * Money is a whole number of 分 from 0 up unless the field says otherwise.
 */
export function checkValue(field: FormField, value: Json, path: string): readonly AnswerFault[] {
  const fault = (code: AnswerFaultCode, detail?: AnswerFault['detail']): readonly AnswerFault[] => [
    { path, label: field.label, code, ...(detail ? { detail } : {}) },
  ]
  switch (field.type) {
    case 'yes-no':
      return typeof value === 'boolean' ? [] : fault('answer-wrong-type', { expected: '是或否' })
    case 'integer':
    case 'money': {
      if (typeof value !== 'number' || !Number.isSafeInteger(value))
        return fault('answer-wrong-type', { expected: field.type === 'money' ? '金额' : '整数' })
      const min = field.min ?? (field.type === 'money' ? 0 : Number.MIN_SAFE_INTEGER)
      if (value < min) return fault('answer-too-small', { min, unit: field.type })
      if (field.max !== undefined && value > field.max) return fault('answer-too-great', { max: field.max, unit: field.type })
      return []
    }
    case 'list':
      return checkRows(field, value, path)
    default: {
      if (typeof value !== 'string') return fault('answer-wrong-type', { expected: '文字' })
      return checkText(field, value, fault)
    }
  }
}

function checkText(
  field: FormField,
  value: string,
  fault: (code: AnswerFaultCode, detail?: AnswerFault['detail']) => readonly AnswerFault[],
): readonly AnswerFault[] {
  if (!value.isWellFormed() || (field.type === 'long-text' ? controlInLong : control).test(value)) return fault('answer-bad-text')
  switch (field.type) {
    case 'choice':
      return field.options?.some((option) => option.value === value) ? [] : fault('answer-not-offered')
    case 'date':
      return parsePlainDate(value) ? [] : fault('answer-bad-date')
    case 'phone':
      return phone.test(value) ? [] : fault('answer-bad-phone')
    case 'uscc':
    case 'resident-id':
    case 'project-code': {
      const reason = identifierFault(field.type, value)
      return reason === undefined ? [] : fault(`answer-bad-${field.type}`, { reason })
    }
    default: {
      const length = [...value].length
      const max = field.max ?? most[field.type === 'long-text' ? 'long-text' : 'text']
      if (value.trim() === '') return fault('answer-missing')
      if (field.min !== undefined && length < field.min) return fault('answer-too-short', { min: field.min, length })
      return length > max ? fault('answer-too-long', { max, length }) : []
    }
  }
}

function checkRows(field: FormField, value: Json, path: string): readonly AnswerFault[] {
  const own = (code: AnswerFaultCode, detail: AnswerFault['detail']): readonly AnswerFault[] => [{ path, label: field.label, code, detail }]
  if (!Array.isArray(value)) return own('answer-wrong-type', { expected: '表格' })
  const rows: readonly Json[] = value
  const min = field.min ?? (field.required ? 1 : 0)
  const max = field.max ?? most.list
  if (rows.length < min) return own('answer-too-few-rows', { min, rows: rows.length })
  if (rows.length > max) return own('answer-too-many-rows', { max, rows: rows.length })
  const columns = field.columns ?? []
  return rows.flatMap((row, i) => {
    const at = `${path}[${i}]`
    if (typeof row !== 'object' || row === null || Array.isArray(row))
      return [{ path: at, label: field.label, code: 'answer-wrong-type' as const, detail: { expected: '一行' } }]
    const cells = row as Readonly<Record<string, Json>>
    return [
      ...columns.flatMap((column) => {
        const cell = cells[column.id]
        const label = `${field.label}第${i + 1}行“${column.label}”`
        if (cell === undefined || cell === '') return column.required ? [{ path: `${at}.${column.id}`, label, code: notAnswered(column) }] : []
        return checkValue({ ...column, label }, cell, `${at}.${column.id}`)
      }),
      ...Object.keys(cells)
        .filter((key) => !columns.some((column) => column.id === key))
        .map((key) => ({ path: `${at}.${key}`, label: field.label, code: 'answer-unknown-field' as const })),
    ]
  })
}
