import type { Act, BookEntry, EntryTexts, SubjectKind, SubjectRef } from '../act.ts'
import { checkResidentId } from '../identifier/resident-id.ts'
import { refused } from '../refusal.ts'
import { takeUnique, releaseUnique, type Unique, uniqueRef } from '../unique.ts'

/**
 * A person with an account at the portal. Name, number and phone are personal: they lie in the entry's personal part, can be erased there,
 * and are then empty here. Level: 0 phone only, 1 declared and sound in form, 2 verified against the document.
 */
export interface Citizen {
  readonly level: 0 | 1 | 2
  readonly phone: string
  readonly phoneDigest: string
  readonly name: string
  readonly residentId: string
  readonly closed: boolean
  /** Where in the book personal data of this account lies: what closing it erases. */
  readonly personalAt: readonly number[]
}

export const citizenRef = (id: string): SubjectRef => ({ kind: 'citizen', id })
const phoneRef = (digest: string): SubjectRef => uniqueRef('citizen-phone', digest)

const texts: EntryTexts = {
  open: { '*': ['on'], 'citizen-registered': ['phoneDigest'], 'phone-changed': ['phoneDigest'], 'real-name-verified': ['document'] },
  veiled: { 'citizen-account-closed': ['reason'], 'personal-erased': ['reason'] },
}

export const citizenKind: SubjectKind<Citizen> = {
  kind: 'citizen',
  texts,
  fold(state, entry: BookEntry) {
    const personal = (entry.personal ?? {}) as Partial<Citizen>
    const data = entry.data as unknown as Partial<Citizen>
    const personalAt = [...(state?.personalAt ?? []), ...(entry.personal === undefined ? [] : [entry.position])]
    switch (entry.type) {
      case 'citizen-registered':
        return { level: 0, phone: personal.phone ?? '', phoneDigest: data.phoneDigest!, name: '', residentId: '', closed: false, personalAt }
      case 'phone-changed':
        return { ...state!, phone: personal.phone ?? '', phoneDigest: data.phoneDigest!, personalAt }
      case 'real-name-declared':
        return { ...state!, level: data.level!, name: personal.name ?? '', residentId: personal.residentId ?? '', personalAt }
      case 'real-name-verified':
        return { ...state!, level: 2, name: personal.name ?? '', residentId: personal.residentId ?? '', personalAt }
      case 'citizen-account-closed':
        return { ...state!, closed: true }
      case 'personal-erased': {
        const { positions } = entry.data as { readonly positions: readonly number[] }
        return { ...state!, personalAt: personalAt.filter((position) => !positions.includes(position)) }
      }
      case 'personal-corrected':
        return state!
      default:
        throw new Error(`unknown entry ${entry.type}`)
    }
  },
}

/** A new account for a phone that has just answered its code. Only the door itself submits this. Refusals: `not-permitted`, `phone-taken`. */
export const registerCitizen: Act<{ readonly phone: string; readonly phoneDigest: string }, { id: string }> = {
  name: 'register-citizen',
  needs: ({ phoneDigest }) => [phoneRef(phoneDigest)],
  decide({ phone, phoneDigest }, loaded, { actor, newId }) {
    if (actor.kind !== 'system') return refused('not-permitted')
    if (loaded<Unique>(phoneRef(phoneDigest))?.owner) return refused('phone-taken')
    const id = newId(0)
    return {
      entries: [
        { subject: citizenRef(id), type: 'citizen-registered', version: 1, data: { phoneDigest }, personal: { phone } },
        takeUnique(phoneRef(phoneDigest), citizenRef(id)),
      ],
      answer: { id },
    }
  },
}

/** Another phone for the same account, after its code was answered. Refusals: `not-permitted`, `citizen-not-found`, `phone-taken`. */
export const changePhone: Act<{ readonly id: string; readonly phone: string; readonly phoneDigest: string }> = {
  name: 'change-phone',
  needs({ id, phoneDigest }, loaded) {
    const before = loaded<Citizen>(citizenRef(id))
    return [citizenRef(id), phoneRef(phoneDigest), ...(before === undefined ? [] : [phoneRef(before.phoneDigest)])]
  },
  decide({ id, phone, phoneDigest }, loaded, { actor }) {
    if (actor.kind !== 'system') return refused('not-permitted')
    const citizen = loaded<Citizen>(citizenRef(id))
    if (citizen === undefined || citizen.closed) return refused('citizen-not-found')
    if (loaded<Unique>(phoneRef(phoneDigest))?.owner) return refused('phone-taken')
    return {
      entries: [
        { subject: citizenRef(id), type: 'phone-changed', version: 1, data: { phoneDigest }, personal: { phone } },
        releaseUnique(phoneRef(citizen.phoneDigest)),
        takeUnique(phoneRef(phoneDigest), citizenRef(id)),
      ],
      answer: { id },
    }
  },
}

/**
 * The citizen declares name and resident id; `level` is what the verifier behind the port found. A name once verified is not declared over.
 * Refusals: `citizen-not-found`, `not-yours`, `resident-id-invalid`, `name-invalid`, `real-name-verified-already`.
 */
export const declareRealName: Act<{ readonly id: string; readonly name: string; readonly residentId: string; readonly level: 1 | 2 }> = {
  name: 'declare-real-name',
  needs: ({ id }) => [citizenRef(id)],
  decide({ id, name, residentId, level }, loaded, { actor, today }) {
    const citizen = loaded<Citizen>(citizenRef(id))
    if (citizen === undefined || citizen.closed) return refused('citizen-not-found')
    if (actor.kind === 'citizen' && actor.id !== id) return refused('not-yours')
    if (citizen.level === 2) return refused('real-name-verified-already')
    if (!isNameForm(name)) return refused('name-invalid')
    if (!checkResidentId(residentId, today).valid) return refused('resident-id-invalid')
    return {
      entries: [{ subject: citizenRef(id), type: 'real-name-declared', version: 1, data: { level }, personal: { name, residentId } }],
      answer: { level },
    }
  },
}

/** A clerk has seen the document: name and number are verified, corrected where they were mistyped. Refusals as above, and `not-permitted`. */
export const verifyCitizen: Act<{ readonly id: string; readonly name: string; readonly residentId: string; readonly document: string }> = {
  name: 'verify-citizen',
  needs: ({ id }) => [citizenRef(id)],
  decide({ id, name, residentId, document }, loaded, { actor, today }) {
    if (actor.kind !== 'staff') return refused('not-permitted')
    const citizen = loaded<Citizen>(citizenRef(id))
    if (citizen === undefined || citizen.closed) return refused('citizen-not-found')
    if (!isNameForm(name)) return refused('name-invalid')
    if (!checkResidentId(residentId, today).valid) return refused('resident-id-invalid')
    return {
      entries: [{ subject: citizenRef(id), type: 'real-name-verified', version: 1, data: { document }, personal: { name, residentId } }],
      answer: { level: 2 },
    }
  },
}

/**
 * Closes the account and erases what it held of the person: name, number and phone (个人信息保护法 47). The entries and their commitments stay, so the chain
 * still verifies; what was applied for stays as long as its own file is kept. The phone may register anew. Refusals: `citizen-not-found`, `not-yours`.
 */
export const closeCitizenAccount: Act<{ readonly id: string; readonly reason: string }> = {
  name: 'close-citizen-account',
  needs({ id }, loaded) {
    const before = loaded<Citizen>(citizenRef(id))
    return [citizenRef(id), ...(before === undefined ? [] : [phoneRef(before.phoneDigest)])]
  },
  decide({ id, reason }, loaded, { actor, today }) {
    const citizen = loaded<Citizen>(citizenRef(id))
    if (citizen === undefined || citizen.closed) return refused('citizen-not-found')
    if (actor.kind === 'citizen' && actor.id !== id) return refused('not-yours')
    const erased = { on: today, reason: '注销账户', positions: citizen.personalAt }
    return {
      entries: [
        { subject: citizenRef(id), type: 'citizen-account-closed', version: 1, data: { reason } },
        { subject: citizenRef(id), type: 'personal-erased', version: 1, data: erased },
        releaseUnique(phoneRef(citizen.phoneDigest)),
      ],
      answer: { id },
    }
  },
}

/**
 * Erases what an account held of the person that was closed before closing itself did so. The house does it once, when it starts.
 * Refusals: `not-permitted`, `citizen-not-found`, `nothing-to-erase`.
 */
export const eraseClosedAccount: Act<{ readonly id: string }> = {
  name: 'erase-closed-account',
  needs: ({ id }) => [citizenRef(id)],
  decide({ id }, loaded, { actor, today }) {
    if (actor.kind !== 'system') return refused('not-permitted')
    const citizen = loaded<Citizen>(citizenRef(id))
    if (citizen === undefined) return refused('citizen-not-found')
    if (!citizen.closed || citizen.personalAt.length === 0) return refused('nothing-to-erase')
    const erased = { on: today, reason: '账户早已注销', positions: citizen.personalAt }
    return { entries: [{ subject: citizenRef(id), type: 'personal-erased', version: 1, data: erased }], answer: { id } }
  },
}

/** A name as identity documents have it: Han characters with · between parts, or Latin letters; 2 to 50 characters. */
export const isNameForm = (name: string): boolean =>
  [...name].length >= 2 && [...name].length <= 50 && (/^\p{Script=Han}+(·\p{Script=Han}+)*$/u.test(name) || /^[A-Za-z][A-Za-z .,'-]*$/.test(name))
