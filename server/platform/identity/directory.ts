import type { Actor } from '../../../rules/act.ts'
import type { Tx } from '../database.ts'

/** What the door must know of somebody with a session. */
export interface Holder {
  readonly actor: Actor
  /** False once the account is disabled or the person has left: every session of theirs is void. */
  readonly active: boolean
  readonly mustChangePassword: boolean
  /** Absent colleagues whose delegate this is today (代理), with the roles that come along. */
  readonly standsInFor: readonly { readonly id: string; readonly name: string; readonly roles: readonly string[] }[]
}

/** Asked for several people at once; who is not known is not in the answer. Given by the people desk. */
export type Directory = (tx: Tx, bureau: string, kind: 'staff' | 'citizen', ids: readonly string[]) => Promise<ReadonlyMap<string, Holder>>
