import { caseKind } from '../../../rules/case/case-kind.ts'
import { inHandAsked } from '../../../rules/case/permit/in-hand-said.ts'
import type { Answers } from '../../../rules/service-item/condition.ts'
import type { Tx } from '../../platform/database/database.ts'
import { readSubject } from '../../platform/writer/subjects.ts'
import { publishedItem } from './item-versions.ts'
import { permitOfNumber } from './permit-of-number.ts'

/** Applications and corrections, whose answers may give the number of a permit in hand. */
const acts: readonly string[] = ['submit-application', 'receive-at-counter', 'supplement-materials']

interface WithAnswers {
  /** Of a correction, the case; else item and version. */
  readonly id?: string
  readonly item?: string
  readonly itemVersion?: number
  readonly answers?: Answers
}

/**
 * People name a permit by the number of its case or of its decision, in the form's own words; an act, by the id of its case. Whether the permit fits, the act
 * says: it knows how the permit stands at that moment.
 */
export async function withPermitOfAnswers(tx: Tx, bureau: string, act: string, input: object): Promise<object> {
  const { id, item: code, itemVersion, answers } = input as WithAnswers
  if (!acts.includes(act) || answers === undefined) return input
  const of = id === undefined ? { code: code ?? '', version: itemVersion ?? 0 } : (await readSubject(tx, bureau, caseKind, id))?.state.item
  const item = of && (await publishedItem(tx, bureau, of.code, of.version))
  const field = item && inHandAsked(item, answers)?.numberField
  const number = field === undefined ? undefined : answers[field]
  const permit = typeof number === 'string' && number.trim() !== '' ? await permitOfNumber(tx, bureau, number) : undefined
  return permit === undefined ? input : { ...input, permit }
}
