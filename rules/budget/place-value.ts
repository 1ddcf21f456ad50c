import { formatMoney, parseMoney } from '../money.ts'
import { accepted, refused, type Result } from '../refusal.ts'
import type { BudgetDocument } from './budget-document.ts'

const MONEY = new Set([
  'income',
  'expenditure',
  'basic',
  'personnel',
  'publicFunds',
  'project',
  'operatingCost',
  'total',
  'fiscal',
  'other',
  'amount',
  'value',
  'abroad',
  'vehiclePurchase',
  'vehicleRunning',
  'reception',
])
const WHOLE = new Set(['year', 'number'])
const DECIMAL = new Set(['percent', 'quantity'])

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** A value as it is printed: amounts in 万元, empty where there is none. */
export function printedValue(path: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'number' && MONEY.has(nameOf(path)) ? `${formatMoney(value)}万元` : String(value)
}

/** What stands at a place of the document, as it is printed. */
export function printedAt(content: BudgetDocument, path: string): string {
  let node: unknown = content
  for (const part of path.split('/')) node = typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[part] : undefined
  return typeof node === 'object' ? '' : printedValue(path, node)
}

/** The document with another value at a place, given as it would be printed. Refusal: budget-value-wrong where an amount or a number is none. */
export function withPrinted(content: BudgetDocument, path: string, printed: string): Result<BudgetDocument> {
  const value = valueAt(path, printed.trim())
  if (value === undefined) return refused('budget-value-wrong', { detail: { text: printed.trim() } })
  return accepted(put(content, path.split('/'), value) as BudgetDocument)
}

/** Null is nothing; undefined: no such amount or number. */
function valueAt(path: string, text: string): string | number | null | undefined {
  const name = nameOf(path)
  // An empty cell of a table keeps its place.
  if (path.startsWith('tables/')) return text
  if (text === '') return null
  if (MONEY.has(name)) return parseMoney(text.replace(/\s*万元$/, ''), '万元') ?? undefined
  if (WHOLE.has(name)) return /^\d{1,4}$/.test(text) ? Number(text) : undefined
  if (DECIMAL.has(name) && !path.startsWith('procurement/')) return /^-?\d{1,12}(\.\d{1,8})?$/.test(text) ? text : undefined
  return text
}

function put(node: unknown, [part, ...rest]: readonly string[], value: string | number | null): unknown {
  if (part === undefined) return value
  if (!Array.isArray(node)) return { ...(node as object), [part]: put((node as Record<string, unknown>)[part], rest, value) }
  const at = Number(part)
  // A paragraph taken away leaves no gap.
  if (rest.length === 0 && value === null && typeof node[at] === 'string') return node.filter((_, index) => index !== at)
  return node.map((one: unknown, index) => (index === at ? put(one, rest, value) : one))
}
