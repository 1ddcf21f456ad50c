import type { Notice } from '../../contract/inbox.ts'
import { inboxOf } from '../desks/cases/public.ts'
import type { Tx } from '../platform/database/database.ts'

/** More than this is shown as “50+”. */
const most = 51

/** How many of the newest messages were never opened. */
export async function countUnread(tx: Tx, bureau: string, citizen: string): Promise<number> {
  const { notices } = await inboxOf(tx, bureau, citizen, { limit: most })
  const read = await readOf(tx, bureau, citizen, notices)
  return notices.filter(({ paper }) => !read.has(paper)).length
}

/** Which of these messages were opened. */
export async function readOf(tx: Tx, bureau: string, citizen: string, notices: readonly Pick<Notice, 'paper'>[]): Promise<ReadonlySet<string>> {
  if (notices.length === 0) return new Set()
  const { rows } = await tx.query<{ paper: string }>('select paper from read_notice where bureau = $1 and citizen = $2 and paper = any($3::text[])', [
    bureau,
    citizen,
    notices.map(({ paper }) => paper),
  ])
  return new Set(rows.map(({ paper }) => paper))
}

export async function markRead(tx: Tx, bureau: string, citizen: string, paper: string, at: Date): Promise<void> {
  await tx.query('insert into read_notice (bureau, citizen, paper, read_at) values ($1, $2, $3, $4) on conflict do nothing', [
    bureau,
    citizen,
    paper,
    at.toISOString(),
  ])
}
