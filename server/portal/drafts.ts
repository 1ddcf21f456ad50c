import { randomUUID } from 'node:crypto'
import type { FileName } from '../../rules/case/standing/state.ts'
import type { Answers } from '../../rules/service-item/condition.ts'
import type { ApplicantKind } from '../../rules/service-item/item.ts'
import { steadyNow } from '../platform/book/steady-clock.ts'
import type { Tx } from '../platform/database/database.ts'

/** Files uploaded so far, by the item's material. */
export type DraftMaterials = Readonly<Record<string, readonly FileName[]>>

/** How to reach the applicant, as typed on the first page. */
export interface Contact {
  readonly phone: string
  readonly address: string
  /** 法定代表人 of the firm; empty for a person. */
  readonly legalRepresentative: string
}

/** An application not yet handed in. Answers that cannot stand are kept as they were typed. */
export interface Draft {
  readonly id: string
  readonly citizen: string
  readonly item: string
  readonly itemVersion: number
  /** The case that this draft supplements; null for a new application. */
  readonly caseId: string | null
  readonly applicantKind: ApplicantKind
  /** 统一社会信用代码 of the firm; null where the citizen applies for herself. */
  readonly actsFor: string | null
  readonly contact: Contact
  readonly answers: Answers
  readonly materials: DraftMaterials
  readonly savedAt: string
  readonly submitted: string | null
}

const columns = `id, citizen, item, item_version as "itemVersion", case_id as "caseId", applicant_kind as "applicantKind", acts_for as "actsFor",
  contact, answers, materials, saved_at as "savedAt", submitted`

export type NewDraft = Pick<Draft, 'citizen' | 'item' | 'itemVersion' | 'caseId' | 'applicantKind' | 'actsFor' | 'contact' | 'answers'>

/** Applications nobody came back to for so long are forgotten: what was typed is personal data kept for no purpose any more. */
export const keptDays = 180

/** Begins a draft and answers its id; old ones of everybody go. */
export async function beginDraft(tx: Tx, bureau: string, draft: NewDraft, at: Date): Promise<string> {
  const id = randomUUID()
  const oldest = (await steadyNow(tx, bureau, at)).getTime() - keptDays * 86_400_000
  await tx.query('delete from draft where bureau = $1 and saved_at < $2', [bureau, new Date(oldest).toISOString()])
  await tx.query(
    `insert into draft (bureau, id, citizen, item, item_version, case_id, applicant_kind, acts_for, contact, answers, materials, created_at, saved_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10::jsonb, '{}'::jsonb, $11, $11)`,
    [
      bureau,
      id,
      draft.citizen,
      draft.item,
      draft.itemVersion,
      draft.caseId,
      draft.applicantKind,
      draft.actsFor,
      JSON.stringify(draft.contact),
      JSON.stringify(draft.answers),
      at.toISOString(),
    ],
  )
  return id
}

/** This citizen's draft; undefined where there is none or it is somebody else's, so that nobody learns of it. */
export async function readDraft(tx: Tx, bureau: string, citizen: string, id: string): Promise<Draft | undefined> {
  const { rows } = await tx.query<Draft>(`select ${columns} from draft where bureau = $1 and citizen = $2 and id = $3`, [bureau, citizen, id])
  return rows[0]
}

/** Drafts not yet handed in, the newest first. */
export async function openDrafts(tx: Tx, bureau: string, citizen: string): Promise<readonly Draft[]> {
  const { rows } = await tx.query<Draft>(
    `select ${columns} from draft where bureau = $1 and citizen = $2 and submitted is null order by saved_at desc, id limit 50`,
    [bureau, citizen],
  )
  return rows
}

export type DraftChange = Partial<Pick<Draft, 'contact' | 'answers' | 'materials' | 'itemVersion'>>

/** Saves what changed; of the answers only those given, so that two pages saved at once both stay. A draft already handed in is left as it is; answers whether it was saved. */
export async function saveDraft(tx: Tx, bureau: string, { id, citizen }: Draft, change: DraftChange, at: Date): Promise<boolean> {
  const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value))
  const { rowCount } = await tx.query(
    `update draft set contact = coalesce($4::jsonb, contact), answers = answers || coalesce($5::jsonb, '{}'::jsonb), materials = coalesce($6::jsonb, materials),
       item_version = coalesce($7, item_version), saved_at = $8
     where bureau = $1 and citizen = $2 and id = $3 and submitted is null`,
    [bureau, citizen, id, json(change.contact), json(change.answers), json(change.materials), change.itemVersion ?? null, at.toISOString()],
  )
  return rowCount === 1
}

/** The draft became this case: what was typed is not kept twice. */
export async function closeDraft(tx: Tx, bureau: string, { id, citizen }: Draft, caseId: string, at: Date): Promise<void> {
  await tx.query(
    `update draft set submitted = $4, contact = '{}'::jsonb, answers = '{}'::jsonb, materials = '{}'::jsonb, saved_at = $5
     where bureau = $1 and citizen = $2 and id = $3 and submitted is null`,
    [bureau, citizen, id, caseId, at.toISOString()],
  )
}

export async function dropDraft(tx: Tx, bureau: string, citizen: string, id: string): Promise<void> {
  await tx.query('delete from draft where bureau = $1 and citizen = $2 and id = $3 and submitted is null', [bureau, citizen, id])
}
