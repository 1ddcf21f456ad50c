import { itemOfCase } from '../../../rules/case/case-act.ts'
import type { CaseState } from '../../../rules/case/standing/state.ts'
import type { ServiceItem } from '../../../rules/service-item/item.ts'
import { itemVersionKind, type ItemVersionState } from '../../../rules/service-item/item-version-state.ts'
import { itemVersionRef } from '../../../rules/service-item/refs.ts'
import type { Tx } from '../../platform/database/database.ts'
import { readSubject } from '../../platform/writer/subjects.ts'

/** What was published stays as it was, so a version read once is known; each database has its own. */
const knownVersions = new WeakMap<Tx, Map<string, ItemVersionState>>()
const fixed: readonly ItemVersionState['status'][] = ['published', 'retired']

async function versionState(tx: Tx, bureau: string, code: string, version: number): Promise<ItemVersionState | undefined> {
  const known = knownVersions.get(tx) ?? new Map<string, ItemVersionState>()
  knownVersions.set(tx, known)
  const key = `${bureau}\n${code}\n${version}`
  const before = known.get(key)
  if (before !== undefined) return before
  const found = (await readSubject(tx, bureau, itemVersionKind, itemVersionRef(code, version).id))?.state
  if (found && fixed.includes(found.status)) known.set(key, found)
  return found
}

/** A version that anybody may have applied by; undefined where there is none or it is not out yet. */
export async function publishedItem(tx: Tx, bureau: string, code: string, version: number): Promise<ServiceItem | undefined> {
  const found = await versionState(tx, bureau, code, version)
  return found && fixed.includes(found.status) ? found.item : undefined
}

/** The version that a case began under. */
export async function itemVersionOf(tx: Tx, bureau: string, state: CaseState): Promise<ServiceItem> {
  const version = await versionState(tx, bureau, state.item.code, state.item.version)
  return itemOfCase(<S>() => version as S | undefined, state)
}
