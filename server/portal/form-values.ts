import type { Json } from '../../rules/act.ts'
import { formatMoney, narrow, parseMoney } from '../../rules/money.ts'
import type { Answers } from '../../rules/service-item/condition.ts'
import type { FormField, FormGroup } from '../../rules/service-item/item.ts'
import { parsePlainDate } from '../../rules/time/plain-date.ts'
import { plainPhone } from './phone.ts'

/** Fields of a sent form: text, or several texts under one name. */
export type Posted = Readonly<Record<string, unknown>>

/** Name of a field's input: `a_` keeps it apart from the form's own fields. */
export const inputName = (field: string): string => `a_${field}`
export const cellName = (list: string, row: number, column: string): string => `a_${list}.${row}.${column}`
export const rowsName = (list: string): string => `rows_${list}`

/** No sender has more rows than this; a list's own limit is told in its own sentence. */
const mostRows = 500

const textOf = (value: unknown): string => (typeof value === 'string' ? value : Array.isArray(value) ? textOf(value[0]) : '').toWellFormed()

/** What was sent for the group's fields. What cannot be read is kept as it was typed, so that it can be shown again beside its fault. */
export function readGroup(group: FormGroup, posted: Posted): Answers {
  const answers: Record<string, Json> = {}
  for (const field of group.fields)
    answers[field.id] = field.type === 'list' ? readRows(field, posted) : readValue(field, textOf(posted[inputName(field.id)]))
  return answers
}

/** One typed text as the answer it means; empty text where nothing was typed. */
function readValue(field: FormField, typed: string): Json {
  const text = typed.trim()
  switch (field.type) {
    case 'yes-no':
      return text === 'true' ? true : text === 'false' ? false : ''
    case 'integer': {
      const plain = narrow(text).replace(/[,\s]/g, '')
      return /^[+-]?\d{1,15}$/.test(plain) ? Number(plain) : text
    }
    case 'money':
      return text === '' ? '' : (parseMoney(text, '元') ?? text)
    case 'date':
      return readDate(text)
    case 'uscc':
    case 'resident-id':
    case 'project-code':
      return text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
    case 'phone':
      return plainPhone(text)
    case 'long-text':
      return text.replace(/\r\n?/g, '\n')
    default:
      return text
  }
}

/** 2026-3-2, 2026/3/2, 2026.3.2, 2026年3月2日, 20260302 and full-width figures all mean 2026-03-02. */
export function readDate(text: string): string {
  const match =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.normalize('NFKC').replace(/\s/g, '')) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text.normalize('NFKC'))
  if (!match) return text
  return parsePlainDate(`${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}`) ?? text
}

function readRows(field: FormField, posted: Posted): Json[] {
  const count = Math.min(Number.parseInt(textOf(posted[rowsName(field.id)]), 10) || 0, mostRows)
  return Array.from({ length: count }, (_, row) => {
    const cells: Record<string, Json> = {}
    for (const column of field.columns ?? []) {
      const value = readValue(column, textOf(posted[cellName(field.id, row, column.id)]))
      if (value !== '') cells[column.id] = value
    }
    return cells
  })
}

/** Rows in which nothing was typed are no rows. */
export function withoutEmptyRows(answers: Answers): Answers {
  const kept: Record<string, Json> = {}
  for (const [id, value] of Object.entries(answers))
    kept[id] = Array.isArray(value) ? value.filter((row) => typeof row !== 'object' || row === null || Object.keys(row).length > 0) : value
  return kept
}

/** An answer as it stands in its input. */
export function typedText(field: FormField, value: Json | undefined): string {
  if (value === undefined || value === null) return ''
  if (field.type === 'money' && typeof value === 'number') return formatMoney(value, '元', 0)
  return String(value)
}

/** Adds or takes away a row, as its button asked: `add:list`, `remove:list:2`. */
export function changeRows(answers: Answers, wish: string): Answers {
  const [what, list = '', row = ''] = wish.split(':')
  const rows = answers[list]
  if (!Array.isArray(rows)) return what === 'add' ? { ...answers, [list]: [{}, {}] } : answers
  if (what === 'add') return { ...answers, [list]: [...rows, {}].slice(0, mostRows) }
  return { ...answers, [list]: rows.filter((_, n) => n !== Number(row)) }
}
