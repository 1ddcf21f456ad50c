import { publishedTables } from '../../data/calendars/load.ts'
import { buildCalendar } from '../../rules/time/calendar.ts'
import { instantOfMillis, plainDateOfInstant } from '../../rules/time/instant.ts'
import { addDays } from '../../rules/time/plain-date.ts'
import { readItemFiles } from '../desks/catalogue/public.ts'
import type { FirstStaff } from '../desks/people/seed-people.ts'
import type { Database } from '../platform/database/database.ts'
import { openHistoryLoader } from '../platform/book/history-loader.ts'
import type { Desk } from '../platform/http/desk.ts'
import { insertRows } from '../platform/database/insert-rows.ts'
import { generateHistory } from './generate.ts'
import { staffedBy, vocabularyOf } from './vocabulary.ts'

/** Gives a demonstration bureau the last month's cases, decided by the rules like any others, some of them still under way: an empty desk shows nobody anything. */
export async function seedRecentCases(
  database: Database,
  { bureau, desks, people, now, cases }: { bureau: string; desks: readonly Desk[]; people: readonly FirstStaff[]; now: Date; cases: number },
): Promise<void> {
  const calendar = buildCalendar(publishedTables())
  const rows = desks.flatMap((desk) => desk.rows)
  await insertRows(database, async (copier, reader) => {
    const loader = await openHistoryLoader({ reader, copier, vocabulary: vocabularyOf(desks), rows, calendar, bureau })
    await generateHistory(loader, {
      cases,
      bureau,
      items: readItemFiles().filter(({ hearing }) => !hearing.announced),
      staff: staffedBy(people),
      calendar,
      until: addDays(plainDateOfInstant(instantOfMillis(now.getTime())), -1),
    })
    await loader.close()
  })
}
