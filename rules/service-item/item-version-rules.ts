import type { Actor, Loaded } from '../act.ts'
import { type Refusal, refused } from '../refusal.ts'
import type { ItemVersionState, VersionStatus } from './item-version-state.ts'
import { itemVersionRef } from './refs.ts'

export interface VersionInput {
  readonly code: string
  readonly version: number
}

/** Refused as `not-permitted` unless a member of staff in this role acts. */
export function roleRefusal(actor: Actor, role: 'catalogue-editor' | 'catalogue-approver'): Refusal | undefined {
  return actor.kind === 'staff' && actor.roles.includes(role) ? undefined : refused('not-permitted').refusal
}

/** The version if it exists and stands in one of these states, else the refusal that says so. */
export function versionIn(
  loaded: Loaded,
  { code, version }: VersionInput,
  statuses: readonly VersionStatus[],
): { readonly state: ItemVersionState } | { readonly refusal: Refusal } {
  const state = loaded<ItemVersionState>(itemVersionRef(code, version))
  if (!state) return refused('item-version-not-found', { detail: { code, version } })
  return statuses.includes(state.status) ? { state } : refused('item-version-in-other-state', { detail: { code, version, status: state.status } })
}
