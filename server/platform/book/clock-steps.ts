import type { Tx } from '../database/database.ts'
import { lastPosition } from '../writer/journal.ts'

export interface ClockStep {
  /** What the clock said last before, and first after. */
  readonly from: string
  readonly to: string
}

export interface ClockOfBook {
  /** Seconds by which the clock is behind the latest time in the book; 0 where it is not. */
  readonly behindSeconds: number
  /** Where it was set back, the latest first. */
  readonly setBacks: readonly ClockStep[]
}

/** The writer evens out less than this by itself. */
const noticedSeconds = 5
/** So far back the book is looked through, in entries. */
const looked = 5000

/** What the newest part of the book says of the server's clock: the times at which entries were recorded follow one another, save where it was set back. */
export async function clockOfBook(tx: Tx, bureau: string, now: Date): Promise<ClockOfBook> {
  const after = (await lastPosition(tx, bureau)) - looked
  const newest = 'with newest as (select position, recorded_at from journal where bureau = $1 and position > $2::bigint)'
  const [latest, back] = [
    await tx.query<{ behind: number | string | null }>(
      `${newest} select extract(epoch from max(recorded_at) - $3::timestamptz) as behind from newest`,
      [bureau, after, now.toISOString()],
    ),
    await tx.query<ClockStep>(
      `${newest}, steps as (select position, recorded_at, lag(recorded_at) over (order by position) as before from newest)
       select before as "from", recorded_at as "to" from steps where before > recorded_at + ${noticedSeconds} * interval '1 second' order by position desc limit 5`,
      [bureau, after],
    ),
  ]
  const behind = Number(latest.rows[0]?.behind ?? 0)
  return { behindSeconds: behind > noticedSeconds ? Math.round(behind) : 0, setBacks: back.rows }
}
