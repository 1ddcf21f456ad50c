import { checkResidentId } from '../../../rules/identifier/resident-id.ts'
import { isNameForm } from '../../../rules/people/citizen.ts'
import { accepted, refused } from '../../../rules/refusal.ts'
import type { RealNameVerifier } from '../../platform/identity/real-name-verifier.ts'

/** Checks the form only, so it vouches for level 1. The province's identity service comes behind the same port. */
export const localRealNameVerifier: RealNameVerifier = {
  async verify({ name, residentId }) {
    if (!isNameForm(name)) return refused('name-invalid')
    return checkResidentId(residentId).valid ? accepted({ level: 1 as const }) : refused('resident-id-invalid')
  },
}
