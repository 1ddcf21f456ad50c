import type { Act, BookEntry, EntryTexts, NewEntry, SubjectKind, SubjectRef } from '../act.ts'
import { checkUscc } from '../identifier/uscc.ts'
import { refused } from '../refusal.ts'
import type { PlainDate } from '../time/plain-date.ts'
import { type Citizen, citizenRef } from './citizen.ts'

/** A firm or other organisation that applies through people. Subject id: its 统一社会信用代码. */
export interface Firm {
  readonly name: string
  /** Citizens who say they are its legal representative; `verified` once a clerk saw the licence. */
  readonly representatives: readonly { readonly citizen: string; readonly verified: boolean }[]
  readonly agencies: readonly Agency[]
}

/** 委托代理: who may act for the firm, in which items, until when (the day itself included). */
export interface Agency {
  readonly id: string
  readonly agent: string
  readonly items: 'all' | readonly string[]
  readonly from: PlainDate
  readonly until: PlainDate
  /** Granted by this representative: it counts only while that representative does. */
  readonly grantedBy: string
}

export const firmRef = (uscc: string): SubjectRef => ({ kind: 'firm', id: uscc })

/** Once somebody is verified, unverified claims count no more. */
export function isRepresentative(firm: Firm, citizen: string): boolean {
  const verified = firm.representatives.some((line) => line.verified)
  return firm.representatives.some((line) => line.citizen === citizen && (line.verified || !verified))
}

/** May this citizen apply for the firm in this item today: as its representative, or as an agent within scope and days? */
export function mayActFor(firm: Firm | undefined, citizen: string, itemId: string, today: PlainDate): boolean {
  if (firm === undefined) return false
  if (isRepresentative(firm, citizen)) return true
  return firm.agencies.some(
    ({ agent, items, from, until, grantedBy }) =>
      agent === citizen && from <= today && today <= until && (items === 'all' || items.includes(itemId)) && isRepresentative(firm, grantedBy),
  )
}

/** The name of a one-person business may be its owner's. */
const texts: EntryTexts = {
  open: {
    'firm-claimed': ['citizen'],
    'representative-verified': ['citizen', 'document'],
    'agency-granted': ['id', 'agent', 'items', 'items.*', 'from', 'until', 'grantedBy'],
    'agency-revoked': ['id'],
  },
  veiled: { 'firm-claimed': ['name'], 'representative-verified': ['name'] },
}

export const firmKind: SubjectKind<Firm> = {
  kind: 'firm',
  texts,
  fold(state, entry: BookEntry) {
    const data = entry.data as unknown
    switch (entry.type) {
      case 'firm-claimed': {
        const { name, citizen } = data as { name: string; citizen: string }
        return {
          name: state?.name ?? name,
          agencies: state?.agencies ?? [],
          representatives: [...(state?.representatives ?? []), { citizen, verified: false }],
        }
      }
      case 'representative-verified': {
        const { name, citizen } = data as { name: string; citizen: string }
        const others = (state?.representatives ?? []).filter((line) => line.citizen !== citizen && !line.verified)
        return { agencies: state?.agencies ?? [], name, representatives: [...others, { citizen, verified: true }] }
      }
      case 'agency-granted':
        return { ...state!, agencies: [...state!.agencies, data as Agency] }
      case 'agency-revoked':
        return { ...state!, agencies: state!.agencies.filter(({ id }) => id !== (data as { id: string }).id) }
      default:
        throw new Error(`unknown entry ${entry.type}`)
    }
  },
}

/** The citizen says to be the firm's legal representative. Refusals: `uscc-invalid`, `citizen-not-found`, `real-name-needed`, `firm-claimed-already`. */
export const claimFirm: Act<{ readonly uscc: string; readonly name: string; readonly citizen: string }> = {
  name: 'claim-firm',
  needs: ({ uscc, citizen }) => [firmRef(uscc), citizenRef(citizen)],
  decide({ uscc, name, citizen }, loaded, { actor }) {
    if (actor.kind === 'citizen' && actor.id !== citizen) return refused('not-yours')
    if (!checkUscc(uscc).valid) return refused('uscc-invalid')
    const person = loaded<Citizen>(citizenRef(citizen))
    if (person === undefined || person.closed) return refused('citizen-not-found')
    if (person.level < 1) return refused('real-name-needed')
    const firm = loaded<Firm>(firmRef(uscc))
    if (firm?.representatives.some((line) => line.citizen === citizen || line.verified)) return refused('firm-claimed-already')
    return { entries: [{ subject: firmRef(uscc), type: 'firm-claimed', version: 1, data: { name, citizen } }], answer: { uscc } }
  },
}

/** A clerk has seen licence and representative. A former representative gives way. Refusals: `not-permitted`, `uscc-invalid`, `citizen-not-found`. */
export const verifyRepresentative: Act<{ readonly uscc: string; readonly name: string; readonly citizen: string; readonly document: string }> = {
  name: 'verify-representative',
  needs: ({ uscc, citizen }) => [firmRef(uscc), citizenRef(citizen)],
  decide({ uscc, name, citizen, document }, loaded, { actor }) {
    if (actor.kind !== 'staff') return refused('not-permitted')
    if (!checkUscc(uscc).valid) return refused('uscc-invalid')
    const person = loaded<Citizen>(citizenRef(citizen))
    if (person === undefined || person.closed) return refused('citizen-not-found')
    return { entries: [{ subject: firmRef(uscc), type: 'representative-verified', version: 1, data: { name, citizen, document } }], answer: { uscc } }
  },
}

/**
 * The representative lets somebody act for the firm. Refusals: `firm-not-found`, `not-representative`, `agent-not-found`, `agent-is-self`,
 * `real-name-needed` (of the agent), `agency-over`, `agency-without-items`.
 */
export const grantAgency: Act<{
  readonly uscc: string
  readonly agent: string
  readonly items: 'all' | readonly string[]
  readonly until: PlainDate
}> = {
  name: 'grant-agency',
  needs: ({ uscc, agent }) => [firmRef(uscc), citizenRef(agent)],
  decide({ uscc, agent, items, until }, loaded, { actor, newId, today }) {
    const firm = loaded<Firm>(firmRef(uscc))
    if (firm === undefined) return refused('firm-not-found')
    if (!isRepresentative(firm, actor.id)) return refused('not-representative')
    if (agent === actor.id) return refused('agent-is-self')
    const person = loaded<Citizen>(citizenRef(agent))
    if (person === undefined || person.closed) return refused('agent-not-found')
    if (person.level < 1) return refused('real-name-needed')
    if (until < today) return refused('agency-over')
    if (items !== 'all' && items.length === 0) return refused('agency-without-items')
    const id = newId(0)
    const entry: NewEntry = {
      subject: firmRef(uscc),
      type: 'agency-granted',
      version: 1,
      data: { id, agent, items, from: today, until, grantedBy: actor.id },
    }
    return { entries: [entry], answer: { id } }
  },
}

/** By the representative, or by the agent who lays it down. Refusals: `firm-not-found`, `agency-not-found`, `not-representative`. */
export const revokeAgency: Act<{ readonly uscc: string; readonly id: string }> = {
  name: 'revoke-agency',
  needs: ({ uscc }) => [firmRef(uscc)],
  decide({ uscc, id }, loaded, { actor }) {
    const firm = loaded<Firm>(firmRef(uscc))
    if (firm === undefined) return refused('firm-not-found')
    const agency = firm.agencies.find((line) => line.id === id)
    if (agency === undefined) return refused('agency-not-found')
    if (agency.agent !== actor.id && !isRepresentative(firm, actor.id)) return refused('not-representative')
    return { entries: [{ subject: firmRef(uscc), type: 'agency-revoked', version: 1, data: { id } }], answer: { id } }
  },
}
