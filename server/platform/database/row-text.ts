import type { Row, RowList, TableShape } from './row-list.ts'
import { typeNumbers } from './row-types.ts'

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`

function field(value: unknown, type: number): string {
  if (value === null || value === undefined) return ''
  if (type === typeNumbers.textList) return quoted(`{${(value as readonly string[]).map(quoted).join(',')}}`)
  return quoted(type === typeNumbers.json || type === typeNumbers.jsonb ? JSON.stringify(value) : String(value))
}

/** The rows as text that PostgreSQL reads as a list of rows of that table. */
export function rowListText({ rows, alike }: RowList, { columns }: TableShape): string {
  const one = (row: Row): string => quoted(`(${columns.map(({ name, type }) => field(row[name] ?? alike[name], type)).join(',')})`)
  return `{${rows.map(one).join(',')}}`
}
