import type { PostponedHearing } from '../../../rules/case/standing/state.ts'
import { addDays, type PlainDate } from '../../../rules/time/plain-date.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { HearingStanding } from './hearing-rows.ts'

export interface HearingNotice {
  readonly itemName: string
  /** The law or the public interest demands it (行政许可法 46); else somebody asked for it (47). */
  readonly byLaw: boolean
  readonly matter: string | null
  readonly announcedOn: PlainDate
  readonly heldOn: PlainDate
  readonly startsAt: string | null
  readonly place: string
  readonly standing: HearingStanding
  readonly postponed: readonly PostponedHearing[]
}

/** So long a hearing that is over stays to be read; no more stand on the page than it has room for. */
const daysKept = 90
const most = 60

/** Hearings that are to come, the next first, then those of the last months, the newest first. */
export async function hearingNotices(tx: Tx, bureau: string, today: PlainDate): Promise<readonly HearingNotice[]> {
  const { rows } = await tx.query<HearingNotice>(
    `select item_name as "itemName", by_law as "byLaw", matter, announced_on as "announcedOn", held_on as "heldOn", starts_at as "startsAt", place, standing, postponed
     from hearing_row where bureau = $1 and held_on >= $2
     order by standing = 'announced' and held_on >= $3 desc, abs(held_on - $3::date), id limit ${most}`,
    [bureau, addDays(today, -daysKept), today],
  )
  return rows
}
