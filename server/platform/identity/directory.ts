import type { Actor } from '../../../rules/act.ts'
import type { Tx } from '../database/database.ts'

/** What the door must know of somebody with a session. */
export interface Holder {
  readonly actor: Actor
  /** False once the account is disabled or the person has left: every session of theirs is void. */
  readonly active: boolean
  readonly mustChangePassword: boolean
  readonly standsInFor: readonly Principal[]
}

/** An absent colleague whose delegate somebody is today (代理): the roles and the office that come along. */
export interface Principal {
  readonly id: string
  readonly name: string
  readonly roles: readonly string[]
  readonly office: string
}

/** The delegate as whoever is stood in for: what she may do where she may do it, and nothing of the delegate's own. */
export const standingIn = (delegate: Actor, { roles, office }: Principal): Actor => ({ ...delegate, roles, office })

/** Asked for several people at once; who is not known is not in the answer. Given by the people desk. */
export type Directory = (tx: Tx, bureau: string, kind: 'staff' | 'citizen', ids: readonly string[]) => Promise<ReadonlyMap<string, Holder>>
