import type { Refusal } from '../../refusal.ts'
import { statementFault } from '../hearing/answer-statement.ts'
import type { Known } from '../standing/known.ts'
import { measureFault, openMeasure, permitFault } from '../standing/permit-life.ts'
import type { IntendedMeasure } from '../standing/state.ts'

/**
 * A permit that has not ended is taken away only as it was announced, and after its holder was heard. Refusals: `no-permit`, `permit-ended`,
 * `measure-not-told`, `statement-not-considered`, `measure-may-still-be-answered`.
 */
export function takingFault({ state, context }: Known, kind: IntendedMeasure['kind']): Refusal | undefined {
  const fault = permitFault(state)
  if (fault) return fault
  return openMeasure(state)?.kind === kind ? (statementFault(state) ?? measureFault(state, context.today)) : { code: 'measure-not-told' }
}
