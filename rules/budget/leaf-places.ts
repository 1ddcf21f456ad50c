import type { DisclosureDocument } from '../disclosure/document.ts'
import type { BudgetDocument } from './budget-document.ts'
import { printedAt } from './place-value.ts'

/** Where a value of the data stood on the page. Paths are those of the plain document. */
export type LeafPlace = { readonly line: number; readonly path: string }

/** Lists of texts in which what has no value takes no place in the plain document. */
const CLOSED_UP = new Set(['unitCodes', 'departmentGoals', 'safeguards', 'goals'])

/** The place on the line that holds the words quoted; where none does, the line's only place. */
export function placeOnLine(places: readonly LeafPlace[], content: BudgetDocument, line: number, quote: string): string | null {
  const here = places.filter((place) => place.line === line)
  const holding = here.find(({ path }) => printedAt(content, path).includes(quote))
  return holding?.path ?? (here.length === 1 ? here[0]!.path : null)
}

/** The line of every value that was read. */
export function leafPlaces(document: DisclosureDocument): LeafPlace[] {
  const { unread: _, ...data } = document
  const found: LeafPlace[] = []
  walk('', data, found)
  return found
}

function walk(path: string, node: unknown, found: LeafPlace[]): void {
  if (typeof node !== 'object' || node === null) return
  if (isLeaf(node)) {
    found.push({ line: node.place.line, path })
    return
  }
  const name = path.slice(path.lastIndexOf('/') + 1)
  const inside = Array.isArray(node) && CLOSED_UP.has(name) ? node.filter((one: { value: unknown }) => one.value !== null) : node
  for (const [key, one] of Object.entries(inside)) walk(path === '' ? key : `${path}/${key}`, one, found)
}

const isLeaf = (node: object): node is { readonly place: { readonly line: number } } => 'raw' in node && 'place' in node
