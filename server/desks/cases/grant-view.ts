import { entryTitles } from '../../../contract/case-entry-texts.ts'
import { permitTitles } from '../../../contract/case-texts.ts'
import { caseKind } from '../../../rules/case/case-kind.ts'
import type { CaseEntries, CaseEntryType, Effects } from '../../../rules/case/standing/entries.ts'
import { grantNumber, permitStanding, termOf } from '../../../rules/case/standing/permit-life.ts'
import type { PermitInHand } from '../../../rules/case/standing/permit-state.ts'
import { isDeemedRenewal } from '../../../rules/case/standing/renewal.ts'
import type { PaperKind } from '../../../rules/paper/paper-kinds.ts'
import { plainDateOfInstant } from '../../../rules/time/instant.ts'
import type { PlainDate } from '../../../rules/time/plain-date.ts'
import type { Tx } from '../../platform/database/database.ts'
import { readSubject } from '../../platform/writer/subjects.ts'
import { holderOf } from './grants-register.ts'

/** One entry of the book as anybody may read it: its place, its day, what it was, the papers that it brought; no name and no free words. */
export interface PublicEntry {
  readonly position: number
  readonly on: PlainDate
  readonly title: string
  readonly papers: readonly string[]
  /** The grant of another case that changed or renewed this one. */
  readonly grant: string | null
}

export interface GrantOnOnePage {
  readonly itemName: string
  readonly holder: string
  readonly uscc: string | null
  readonly number: string | null
  readonly grantedOn: PlainDate
  readonly deemed: boolean
  readonly from: PlainDate
  readonly to: PlainDate | 'unlimited'
  readonly inForce: string
  /** The grant that this one changes or renews. */
  readonly inHand: { readonly case: string; readonly how: PermitInHand['how'] } | null
  readonly entries: readonly PublicEntry[]
}

/** What belongs to the public life of a grant; how it was reviewed does not. */
const publicTypes: readonly CaseEntryType[] = [
  ...(['application-submitted', 'application-received', 'case-accepted', 'case-granted', 'permit-deemed-renewed', 'papers-served'] as const),
  ...(['permit-followed', 'permit-changed', 'permit-revoked', 'permit-withdrawn', 'permit-suspended', 'suspension-lifted'] as const),
  ...(['permit-forfeited', 'permit-cancelled'] as const),
]
const decisions: readonly PaperKind[] = [
  ...(['grant-decision', 'renewal-notice', 'change-decision', 'revocation-decision', 'withdrawal-decision', 'cancellation-decision'] as const),
]

const entriesSql = `select position, type, occurred_at, data from journal
  where bureau = $1 and subject_kind = 'case' and subject_id = $2 and type = any($3::text[]) order by subject_seq`

/** A grant of the register with the entries behind it; undefined where none was granted under this id. */
export async function grantOnOnePage(tx: Tx, bureau: string, id: string, today: PlainDate): Promise<GrantOnOnePage | undefined> {
  const state = (await readSubject(tx, bureau, caseKind, id))?.state
  const term = state && termOf(state)
  if (!state?.decision || !term) return undefined
  const { rows } = await tx.query<{ position: number; type: CaseEntryType; occurred_at: string; data: Effects }>(entriesSql, [
    bureau,
    id,
    publicTypes,
  ])
  const { applicant, applicantKind, decision, inHand } = state
  return {
    itemName: state.item.name,
    holder: holderOf(applicant.name ?? '', applicantKind),
    uscc: applicantKind !== 'natural-person' && applicant.idType === 'uscc' ? applicant.idNumber : null,
    number: grantNumber(state) ?? null,
    grantedOn: decision.on,
    deemed: isDeemedRenewal(decision),
    ...term,
    inForce: permitTitles[permitStanding(state, today)!],
    inHand: inHand ? { case: inHand.case, how: inHand.how } : null,
    entries: rows.map(({ position, type, occurred_at: at, data }) => ({
      position,
      on: plainDateOfInstant(at),
      title: entryTitles[type] ?? type,
      papers: (data.papers ?? []).filter(({ kind }) => decisions.includes(kind)).map(({ number }) => number),
      grant: type === 'permit-followed' ? (data as unknown as CaseEntries['permit-followed']).case : null,
    })),
  }
}
