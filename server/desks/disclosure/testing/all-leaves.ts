import type { Leaf } from '../../../../rules/disclosure/document.ts'

/** Every leaf anywhere in a value. */
export function allLeaves(value: unknown): Leaf<unknown>[] {
  if (Array.isArray(value)) return value.flatMap(allLeaves)
  if (value === null || typeof value !== 'object') return []
  if ('raw' in value && 'place' in value) return [value as Leaf<unknown>]
  return Object.values(value).flatMap(allLeaves)
}
