import type { Static } from 'typebox'
import type { VersionList, VersionListQuery } from '../../../contract/catalogue.ts'
import { versionSourceWords, versionStatusWords } from '../../../contract/catalogue-words.ts'
import type { VersionSource } from '../../../rules/service-item/item-entries.ts'
import type { VersionStatus } from '../../../rules/service-item/item-version-state.ts'
import type { Tx } from '../../platform/database/database.ts'

interface Row {
  id: string
  code: string
  version: number
  seq: number
  name: string
  field: string
  procedure: string
  institution: string
  office: string
  status: VersionStatus
  source: VersionSource
  note: string
  drafted_at: string
  drafted_by: string
  effective_from: string | null
}

/** Versions in every state, newest draft first, page by page. `after` is the id of the last line of the page before, with its instant. */
export async function listVersions(tx: Tx, bureau: string, query: Static<typeof VersionListQuery>): Promise<Static<typeof VersionList>> {
  const limit = query.limit ?? 50
  const [at, id] = (query.after ?? '').split('|')
  const { rows } = await tx.query<Row>(
    `SELECT id, code, version, seq, name, field, procedure, institution, office, status, source, note, drafted_at, drafted_by, effective_from
     FROM item_version_row
     WHERE bureau = $1 AND ($2::text IS NULL OR status = $2) AND ($3::text IS NULL OR source = $3) AND ($4::text IS NULL OR code = $4)
       AND ($5::text IS NULL OR position($5 in name) > 0 OR position($5 in code) > 0)
       AND ($6::text IS NULL OR (drafted_at, id) < ($6::timestamptz, $7::text))
     ORDER BY drafted_at DESC, id DESC LIMIT $8`,
    [
      bureau,
      query.status ?? null,
      query.source ?? null,
      query.code ?? null,
      query.text?.trim() || null,
      isInstant(at) ? at : null,
      id ?? null,
      limit + 1,
    ],
  )
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    versions: page.map((row) => ({
      code: row.code,
      version: row.version,
      seq: row.seq,
      name: row.name,
      field: row.field,
      procedure: row.procedure,
      institution: row.institution,
      office: row.office,
      status: row.status,
      statusName: versionStatusWords[row.status],
      source: row.source,
      sourceName: versionSourceWords[row.source],
      note: row.note,
      draftedAt: row.drafted_at,
      draftedBy: row.drafted_by,
      effectiveFrom: row.effective_from,
    })),
    next: rows.length > limit && last ? `${last.drafted_at}|${last.id}` : null,
  }
}

const isInstant = (text: string | undefined): boolean => text !== undefined && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d$/.test(text)
