import type { Inbox } from '../../../contract/inbox.ts'
import { type PaperKind, paperKinds } from '../../../rules/paper/paper-kinds.ts'
import type { Tx } from '../../platform/database/database.ts'
import { readCursor, writeCursor } from './cursor.ts'

interface Row {
  id: string
  kind: PaperKind
  number: string
  issued_on: string
  issued_at: string
  case_id: string
  case_number: string
  item_name: string
  status: string
  served_on: string | null
}

/** Records of the bureau's own work are in the file, not in the applicant's inbox. */
const notTold: readonly PaperKind[] = ['inspection-record', 'service-receipt', 'third-party-notice']

/** The citizen's inbox (告知): every paper of the own cases, newest first. A paper not yet set says so; a voided one is not shown. */
export async function inboxOf(
  tx: Tx,
  bureau: string,
  account: string,
  asked: { readonly after?: string | undefined; readonly limit?: number | undefined },
): Promise<Inbox> {
  const limit = asked.limit ?? 50
  const cursor = readCursor(asked.after, 'instant')
  const { rows } = await tx.query<Row>(
    `select id, kind, number, issued_on, issued_at, case_id, case_number, item_name, status, served_on from paper_row
     where bureau = $1 and account = $2 and status <> 'voided' and kind <> all($3::text[]) and (issued_at, id) < ($4::timestamptz, $5)
     order by issued_at desc, id desc limit $6`,
    [bureau, account, notTold, cursor?.key ?? 'infinity', cursor?.id ?? '', limit + 1],
  )
  const page = rows.slice(0, limit)
  const end = page.at(-1)
  return {
    notices: page.map((row) => ({
      paper: row.id,
      kind: row.kind,
      title: paperKinds[row.kind].title,
      number: row.number,
      on: row.issued_on,
      case: row.case_id,
      caseNumber: row.case_number,
      itemName: row.item_name,
      ready: row.status === 'typeset',
      servedOn: row.served_on,
    })),
    next: rows.length > limit && end ? writeCursor({ key: end.issued_at, id: end.id }) : null,
  }
}
