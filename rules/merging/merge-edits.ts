import { type Stretch, stretchesOf } from './merge-lists.ts'
import { isRecord, sameData } from './same-data.ts'

/** Two people changed the same version: what both changed differently, and the document with everything else of both. */
export type Merged<T> = { readonly content: T; readonly overlaps: readonly string[] }

/**
 * Puts `mine` and `theirs`, both made from `base`, together place by place, in lists row by row. Where both changed one place differently `prefer`
 * stands and the place is told.
 */
export function mergeEdits<T>(base: T, mine: T, theirs: T, prefer: 'mine' | 'theirs'): Merged<T> {
  const overlaps: string[] = []
  const merge = (path: string, was: unknown, one: unknown, other: unknown): unknown => {
    if (sameData(was, one)) return other
    if (sameData(was, other) || sameData(one, other)) return one
    const inside = (name: string): string => (path === '' ? name : `${path}/${name}`)
    if (Array.isArray(was) && Array.isArray(one) && Array.isArray(other)) {
      if (one.length === was.length && other.length === was.length)
        return was.map((part: unknown, at) => merge(inside(String(at)), part, one[at], other[at]))
      return stretchesOf(was, one, other).flatMap((stretch) => joined(path, stretch))
    }
    if (isRecord(was) && isRecord(one) && isRecord(other)) {
      const names = [...new Set([...Object.keys(other), ...Object.keys(one)])]
      const parts = names.map((name) => [name, merge(inside(name), was[name], one[name], other[name])] as const)
      return Object.fromEntries(parts.filter(([, part]) => part !== undefined))
    }
    overlaps.push(path)
    return prefer === 'mine' ? one : other
  }
  /** One stretch of a list: rows that both added in one place all stay, where none stands for another. */
  const joined = (path: string, { at, was, one, other }: Stretch): readonly unknown[] => {
    if (one.length === was.length && other.length === was.length)
      return was.map((part, index) => merge(`${path}/${at + index}`, part, one[index], other[index]))
    if (sameData(was, one)) return other
    if (sameData(was, other) || sameData(one, other)) return one
    if (was.length === 0 && holds(one, other)) return one
    if (was.length === 0 && holds(other, one)) return other
    if (was.length === 0 && !one.some((row) => other.some((also) => isOneThing(row, also)))) return [...other, ...one]
    overlaps.push(path)
    return prefer === 'mine' ? one : other
  }
  const content = merge('', base, mine, theirs) as T
  return { content, overlaps }
}

const holds = (rows: readonly unknown[], others: readonly unknown[]): boolean => others.every((other) => rows.some((row) => sameData(row, other)))

/** Two tables of one title, two projects of one code. */
const isOneThing = (a: unknown, b: unknown): boolean => isRecord(a) && isRecord(b) && nameOf(a) === nameOf(b)
const nameOf = ({ title, code, year, name }: Readonly<Record<string, unknown>>): unknown => title ?? code ?? year ?? name
