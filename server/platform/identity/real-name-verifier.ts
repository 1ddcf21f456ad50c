import type { Result } from '../../../rules/refusal.ts'

/**
 * Says whether name and resident id belong together. The local one checks form only (level 1); a counterpart of the province's identity service
 * takes its place behind the same port. Level: 0 phone only, 1 declared and sound in form, 2 verified against the document or by an authority.
 */
export interface RealNameVerifier {
  verify(person: { readonly name: string; readonly residentId: string }): Promise<Result<{ readonly level: 1 | 2 }>>
}
