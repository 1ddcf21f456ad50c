import type { PlainDate } from '../../time/plain-date.ts'
import { isConcluded } from '../folding/fold.ts'
import { openRecusals } from '../standing/recusals.ts'
import type { CaseState, DataRequestKind } from '../standing/state.ts'

/** Something the applicant said or asked that waits for an answer. A statement has no day of its own: it is answered before the decision. */
export interface OpenAsk {
  readonly kind: 'statement' | 'recusal' | DataRequestKind
  readonly on: PlainDate
  readonly answerBy: PlainDate | null
}

/** What of the applicant's words waits for an answer, oldest first. A statement, or that somebody stand aside, is moot once the case has come to its end. */
export function openAsks(state: Pick<CaseState, 'statements' | 'recusals' | 'dataRequests' | 'outcome'>): readonly OpenAsk[] {
  const statements = isConcluded(state) ? [] : (state.statements ?? [])
  const recusals = isConcluded(state) ? [] : openRecusals(state)
  const asks: readonly OpenAsk[] = [
    ...recusals.map(({ on }) => ({ kind: 'recusal' as const, on, answerBy: null })),
    ...statements.flatMap(({ on, answer }) => (answer ? [] : [{ kind: 'statement' as const, on, answerBy: null }])),
    ...(state.dataRequests ?? []).flatMap(({ kind, on, answerBy, answer }) => (answer ? [] : [{ kind, on, answerBy }])),
  ]
  return asks.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}
