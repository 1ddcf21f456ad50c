import type { BudgetDocument } from './budget-document.ts'
import type { BudgetChanges } from './budget-state.ts'

/** Equal as data, whatever the order in which names stand. */
export function sameData(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (Array.isArray(one) && Array.isArray(other)) return one.length === other.length && one.every((part, at) => sameData(part, other[at]))
  if (!isRecord(one) || !isRecord(other)) return false
  const names = Object.keys(one)
  return names.length === Object.keys(other).length && names.every((name) => Object.hasOwn(other, name) && sameData(one[name], other[name]))
}

/** The sections in which `after` differs. A section that is no more is not among them: sections are emptied, not taken away. */
export function changedSections(before: BudgetDocument, after: BudgetDocument): BudgetChanges {
  const names = Object.keys(after) as (keyof BudgetDocument)[]
  return Object.fromEntries(names.filter((name) => !sameData(before[name], after[name])).map((name) => [name, after[name]]))
}

/** Two people changed the same version: what both changed differently, and the document with everything else of both. */
export type Merged = { readonly content: BudgetDocument; readonly overlaps: readonly string[] }

/**
 * Puts `mine` and `theirs`, both made from `base`, together place by place. Where both changed one place differently (or both changed how many there are
 * in a list) `prefer` stands and the place is told.
 */
export function mergeEdits(base: BudgetDocument, mine: BudgetDocument, theirs: BudgetDocument, prefer: 'mine' | 'theirs'): Merged {
  const overlaps: string[] = []
  const merge = (path: string, was: unknown, one: unknown, other: unknown): unknown => {
    if (sameData(was, one)) return other
    if (sameData(was, other) || sameData(one, other)) return one
    const inside = (name: string): string => (path === '' ? name : `${path}/${name}`)
    if (Array.isArray(was) && Array.isArray(one) && Array.isArray(other) && one.length === was.length && other.length === was.length)
      return was.map((part: unknown, at) => merge(inside(String(at)), part, one[at], other[at]))
    if (isRecord(was) && isRecord(one) && isRecord(other)) {
      const names = [...new Set([...Object.keys(other), ...Object.keys(one)])]
      const parts = names.map((name) => [name, merge(inside(name), was[name], one[name], other[name])] as const)
      return Object.fromEntries(parts.filter(([, part]) => part !== undefined))
    }
    overlaps.push(path)
    return prefer === 'mine' ? one : other
  }
  const content = merge('', base, mine, theirs) as BudgetDocument
  return { content, overlaps }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)
