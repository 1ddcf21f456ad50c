import type { Json } from '../rules/act.ts'
import { narrow, parseMoney } from '../rules/money.ts'
import type { FormField } from '../rules/service-item/item.ts'
import { parsePlainDate } from '../rules/time/plain-date.ts'

const yes = /^(是|有|对|同意|齐|齐全|√|✓|v|y|yes|true|1)$/i
const no = /^(否|无|没有|不|不同意|缺|×|✗|x|n|no|false|0)$/i

/** 是 and 否 as people write them in a sheet. */
export function yesOrNo(cell: string): boolean | undefined {
  const text = narrow(cell).trim()
  return yes.test(text) ? true : no.test(text) ? false : undefined
}

/**
 * What a cell of a sheet answers to a question. What cannot be read stays as it is written, so that the form's own check says what is wrong with it.
 * Undefined for an empty cell.
 */
export function readCell(field: FormField, cell: string): Json | undefined {
  const text = cell.trim()
  if (text === '') return undefined
  switch (field.type) {
    case 'yes-no':
      return yesOrNo(text) ?? text
    case 'choice':
      return field.options?.find(({ value, label }) => narrow(label) === narrow(text) || value === text)?.value ?? text
    case 'integer': {
      const digits = narrow(text).replace(/,/g, '')
      return /^-?\d{1,15}$/.test(digits) ? Number(digits) : text
    }
    case 'money':
      return parseMoney(text.replace(/元$/, ''), '元') ?? text
    case 'date':
      return readDay(text) ?? text
    case 'uscc':
    case 'resident-id':
    case 'project-code':
      return narrow(text).replace(/\s/g, '').toUpperCase()
    case 'phone':
      return narrow(text).replace(/\s/g, '')
    case 'list':
      return text.split(/[\n；;]/).flatMap((row) => (row.trim() === '' ? [] : [readRow(field.columns ?? [], row)]))
    default:
      return text
  }
}

/** One row of a table inside a cell: its columns between upright strokes. */
function readRow(columns: readonly FormField[], row: string): Readonly<Record<string, Json>> {
  const cells = row.split(/[|｜]/)
  const read = columns.flatMap((column, n) => {
    const value = readCell(column, cells[n] ?? '')
    return value === undefined ? [] : [[column.id, value] as const]
  })
  return Object.fromEntries(read)
}

/** 2026-03-02, 2026/3/2, 2026.3.2, 2026年3月2日, 20260302. */
export function readDay(text: string): string | undefined {
  const found = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(narrow(text)) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(narrow(text))
  if (!found) return undefined
  return parsePlainDate(`${found[1]}-${found[2]!.padStart(2, '0')}-${found[3]!.padStart(2, '0')}`)
}
