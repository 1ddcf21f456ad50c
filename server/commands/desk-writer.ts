import { publishedTables } from '../../data/calendars/load.ts'
import { buildCalendar } from '../../rules/time/calendar.ts'
import { instantOfMillis } from '../../rules/time/instant.ts'
import type { Database } from '../platform/database/database.ts'
import { createWriter, type Writer, type WriterParts } from '../platform/writer/writer.ts'

/** The writer of a command that works on one desk alone, by the published calendars. */
export function deskWriter(database: Database, { kinds, acts, rows }: Pick<WriterParts, 'kinds' | 'acts' | 'rows'>): Writer {
  const calendar = buildCalendar(publishedTables())
  return createWriter({ database, kinds, acts, rows, calendarOf: () => calendar, clock: () => instantOfMillis(Date.now()) })
}
