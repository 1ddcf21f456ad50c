import { refused } from '../../../rules/refusal.ts'
import type { Door } from '../../platform/http/door.ts'
import type { Submitted, Visit } from '../../platform/http/visit.ts'
import { findCitizenByPhone } from './citizen-sign-in.ts'

/** Asks the verifier behind the port, then declares. The number's X is taken as a capital however it was typed. */
export async function declareRealName(visit: Visit, door: Door, person: { readonly name: string; readonly residentId: string }): Promise<Submitted> {
  const name = person.name.trim()
  const residentId = person.residentId.trim().toUpperCase()
  const verified = await door.realNameVerifier.verify({ name, residentId })
  if (!verified.ok) return verified
  const done = await visit.submit('declare-real-name', { id: visit.actor.id, name, residentId, level: verified.value.level })
  if (done.ok) door.sessions.forgetAll()
  return done
}

/** The agent is named by phone; the book names the account. */
export async function grantAgency(
  visit: Visit,
  door: Door,
  grant: { readonly uscc: string; readonly agentPhone: string; readonly items: 'all' | readonly string[]; readonly until: string },
): Promise<Submitted> {
  const agent = await findCitizenByPhone(door, visit.bureau, grant.agentPhone.trim())
  if (agent === undefined) return refused('agent-not-found')
  return visit.submit('grant-agency', { uscc: grant.uscc, agent, items: grant.items, until: grant.until })
}
