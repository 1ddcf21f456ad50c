import type { BookEntry } from '../../act.ts'
import type { CaseEntries } from '../standing/entries.ts'
import type { CaseState } from '../standing/state.ts'

/** Reasons of an answer to the applicant; null once erased. */
const reasonsOf = (entry: BookEntry): string | null => (entry.personal as { readonly reasons?: string } | undefined)?.reasons ?? null

/** What the applicant says and asks beside the main road, and what the bureau answered. */
export function foldWishes(state: CaseState, entry: BookEntry): CaseState {
  const of = <T extends keyof CaseEntries>(_type: T) => entry.data as unknown as CaseEntries[T]
  switch (entry.type) {
    case 'statement-made': {
      const { id, on } = of('statement-made')
      const text = (entry.personal as { readonly statement?: string } | undefined)?.statement ?? null
      return { ...state, statements: [...(state.statements ?? []), { id, on, text, answer: null }] }
    }
    case 'statement-answered': {
      const { statement, on, by, accepted } = of('statement-answered')
      const answer = { on, by, accepted, reasons: reasonsOf(entry) }
      return { ...state, statements: (state.statements ?? []).map((one) => (one.id === statement ? { ...one, answer } : one)) }
    }
    case 'data-change-requested': {
      const { id, kind, on, answerBy } = of('data-change-requested')
      const wish = (entry.personal as { readonly wish?: string } | undefined)?.wish ?? null
      return { ...state, dataRequests: [...(state.dataRequests ?? []), { id, kind, on, answerBy, wish, answer: null }] }
    }
    case 'data-request-answered': {
      const { request, on, by, done } = of('data-request-answered')
      const answer = { on, by, done, reasons: reasonsOf(entry) }
      return { ...state, dataRequests: (state.dataRequests ?? []).map((one) => (one.id === request ? { ...one, answer } : one)) }
    }
    case 'service-consent-changed':
      return { ...state, consentsToElectronicService: of('service-consent-changed').consents }
    case 'personal-erased':
      return withoutWords(state)
    default:
      return state
  }
}

/** After an erasure: that something was said and answered stays, the words go. */
function withoutWords({ statements, dataRequests, ...state }: CaseState): CaseState {
  const mute = <A extends { readonly reasons: string | null }>(answer: A | null): A | null => answer && { ...answer, reasons: null }
  return {
    ...state,
    ...(statements && { statements: statements.map((one) => ({ ...one, text: null, answer: mute(one.answer) })) }),
    ...(dataRequests && { dataRequests: dataRequests.map((one) => ({ ...one, wish: null, answer: mute(one.answer) })) }),
  }
}
