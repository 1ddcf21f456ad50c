import type { Static } from 'typebox'
import type { VersionPage } from '../../../contract/catalogue.ts'
import { versionSourceWords, versionStatusWords } from '../../../contract/catalogue-words.ts'
import type { Permission } from '../../../contract/permissions.ts'
import type { Actor } from '../../../rules/act.ts'
import { officeKind } from '../../../rules/people/office.ts'
import { diffItems } from '../../../rules/service-item/item-diff.ts'
import { type ItemState, versionInForce } from '../../../rules/service-item/item-state.ts'
import type { ItemVersionState, VersionStatus } from '../../../rules/service-item/item-version-state.ts'
import { itemRef, itemVersionRef } from '../../../rules/service-item/refs.ts'
import { validateItem } from '../../../rules/service-item/validate.ts'
import { officeFindings } from '../../../rules/service-item/validate-office.ts'
import type { PlainDate } from '../../../rules/time/plain-date.ts'
import type { Tx } from '../../platform/database/database.ts'
import { readSubject } from '../../platform/writer/subjects.ts'
import { itemVersion } from './shelf.ts'

export interface Viewer {
  readonly actor: Actor
  readonly may: (permission: Permission) => boolean
}

/** One version for the person who must judge it: content, findings, what changed against the version in force, who did what, what may be done now. */
export async function versionPage(
  tx: Tx,
  bureau: string,
  { code, version }: { readonly code: string; readonly version: number },
  today: PlainDate,
  viewer: Viewer,
): Promise<Static<typeof VersionPage> | undefined> {
  const { rows } = await tx.query<{ kind: string; seq: number; state: unknown }>(
    'SELECT kind, seq, state FROM subject WHERE bureau = $1 AND (kind, id) IN (($2, $3), ($4, $5))',
    [bureau, itemVersionRef(code, version).kind, itemVersionRef(code, version).id, itemRef(code).kind, itemRef(code).id],
  )
  const own = rows.find((row) => row.kind === 'service-item-version')
  if (!own) return undefined
  const state = own.state as ItemVersionState
  const line = rows.find((row) => row.kind === 'service-item')?.state as ItemState | undefined
  const inForce = versionInForce(line, today)
  const comparedWith = inForce !== undefined && inForce !== version ? inForce : null
  const before = comparedWith === null ? undefined : await itemVersion(tx, bureau, code, comparedWith)
  const office = await readSubject(tx, bureau, officeKind, state.item.office)
  const others = await tx.query<{ version: number; status: VersionStatus; effective_from: string | null }>(
    'SELECT version, status, effective_from FROM item_version_row WHERE bureau = $1 AND code = $2 ORDER BY version DESC',
    [bureau, code],
  )
  return {
    seq: own.seq,
    item: state.item,
    status: state.status,
    statusName: versionStatusWords[state.status],
    source: state.source,
    sourceName: versionSourceWords[state.source],
    note: state.note,
    writers: state.writers.map(({ id, name }) => ({ id, name })),
    proposedBy: state.proposedBy,
    approvedBy: state.approvedBy,
    publishedBy: state.publishedBy,
    effectiveFrom: state.effectiveFrom,
    reason: state.reason,
    retirement: line === undefined ? null : retirementOf(line),
    findings: [...validateItem(state.item), ...officeFindings(state.item, office?.state)].map(({ path, rule, sentence, severity }) => ({
      path,
      rule,
      sentence,
      severity,
    })),
    comparedWith,
    differences: before ? [...diffItems(before, state.item)] : [],
    others: others.rows.map((row) => ({
      version: row.version,
      status: row.status,
      statusName: versionStatusWords[row.status],
      effectiveFrom: row.effective_from,
    })),
    mayDo: [...actsFor(state, today, viewer), ...(line !== undefined && inForce === version ? actsForItem(line, viewer) : [])],
  }
}

/** The end of the item, as proposed (by whom) or as decided (nobody's proposal any more). */
function retirementOf({ retirement, retiredFrom }: ItemState): Static<typeof VersionPage>['retirement'] {
  if (retirement !== undefined) return { from: retirement.from, reason: retirement.reason, by: retirement.by }
  return retiredFrom === null ? null : { from: retiredFrom, reason: null, by: null }
}

/** What this person may do about the end of the item, asked on the page of its version in force. */
function actsForItem({ retirement, retiredFrom }: ItemState, { actor, may }: Viewer): string[] {
  const edits = may('edit-catalogue')
  const approves = may('approve-catalogue')
  if (retiredFrom !== null) return []
  if (retirement === undefined) return edits ? ['propose-item-retirement'] : []
  return [...(approves && retirement.by.id !== actor.id ? ['retire-item'] : []), ...(edits || approves ? ['drop-item-retirement'] : [])]
}

/** The acts that this person may do with this version now: the rules' own answers, told beforehand for the buttons. */
function actsFor(state: ItemVersionState, today: PlainDate, { actor, may }: Viewer): string[] {
  const edits = may('edit-catalogue')
  const approves = may('approve-catalogue')
  const wrote = state.proposedBy?.id === actor.id || state.writers.some((writer) => writer.id === actor.id)
  const acts: string[] = []
  if (state.status === 'draft' && edits) acts.push('draft-item-version', 'propose-item-version')
  if (state.status === 'proposed' && approves && !wrote) acts.push('approve-item-version')
  if ((state.status === 'proposed' || state.status === 'approved') && (edits || approves)) acts.push('return-item-version')
  if (state.status === 'approved' && approves) acts.push('publish-item-version')
  const future = state.status === 'published' && state.effectiveFrom !== null && state.effectiveFrom > today
  if ((future && approves) || (['draft', 'proposed', 'approved'].includes(state.status) && (edits || approves))) acts.push('retire-item-version')
  return acts
}
