import { type Answers, holds } from '../../service-item/condition.ts'
import type { ServiceItem } from '../../service-item/item.ts'
import { parsePlainDate, type PlainDate } from '../../time/plain-date.ts'
import type { CaseState } from '../standing/state.ts'
import type { PermitInHand } from '../standing/permit-state.ts'

/** The parts of an item that say of which permits in hand it is about. */
export type AboutPermits = Pick<ServiceItem, 'change' | 'renewal' | 'cancellation'>

/** What an application is to do with a permit in hand, of which items that must be, and which answers name it. */
export interface InHandAsked {
  readonly how: PermitInHand['how']
  readonly of?: readonly string[] | undefined
  readonly numberField?: string | undefined
  readonly endField?: string | undefined
}

/** Undefined where an application with these answers is about no permit in hand: it asks for one for the first time. */
export function inHandAsked({ renewal, change, cancellation }: AboutPermits, answers: Answers): InHandAsked | undefined {
  const parts = [
    { how: 'renewal', part: renewal, endField: renewal?.endField },
    { how: 'change', part: change, endField: change?.endField },
    { how: 'cancellation', part: cancellation, endField: undefined },
  ] as const
  const found = parts.find(({ part }) => part && (part.when === undefined || holds(part.when, answers)))
  return found && { how: found.how, of: found.part?.of, numberField: found.part?.numberField, endField: found.endField }
}

export interface InHandSaid {
  readonly how: PermitInHand['how']
  readonly number: string | null
  readonly endsOn?: PlainDate | undefined
}

/** What an application says by itself of a permit in hand: for whoever looks that up in the register. What was found to be a renewal stays one when the answers are erased. */
export function inHandSaid(item: AboutPermits, { renewal, answers }: Pick<CaseState, 'renewal' | 'answers'>): InHandSaid | undefined {
  const said = answers ?? {}
  const asked = renewal ? { how: 'renewal' as const, numberField: item.renewal?.numberField, endField: undefined } : inHandAsked(item, said)
  if (asked === undefined) return undefined
  const { how, numberField, endField } = asked
  const number = numberField === undefined ? undefined : said[numberField]
  return {
    how,
    number: typeof number === 'string' && number !== '' ? number : null,
    endsOn: renewal?.endsOn ?? (endField === undefined ? undefined : parsePlainDate(String(said[endField]))),
  }
}
