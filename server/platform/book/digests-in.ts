import type { Json } from '../../../rules/act.ts'

const digestShape = /^[0-9a-f]{64}$/

/** Every text in the data that looks like a digest may name a file; whether it does, the store knows. */
export function digestsIn(value: Json, into: Set<string> = new Set()): Set<string> {
  if (typeof value === 'string') {
    if (digestShape.test(value)) into.add(value)
  } else if (Array.isArray(value)) for (const inner of value) digestsIn(inner, into)
  else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) digestsIn(inner as Json, into)
  return into
}
