import { type Static, Type } from 'typebox'

/** `older`: states and lists are still as an earlier version folded them from the book; an administrator is told what to do. */
export const Health = Type.Object({
  ok: Type.Boolean(),
  database: Type.String(),
  states: Type.Union([Type.Literal('current'), Type.Literal('older')]),
})
export type HealthAnswer = Static<typeof Health>
