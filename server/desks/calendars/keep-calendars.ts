import { type CalendarBook, calendarOfBook, emptyBook } from '../../../rules/calendar/calendar-book.ts'
import type { Calendar, CalendarTable } from '../../../rules/time/calendar.ts'
import type { Database } from '../../platform/database/database.ts'

/** The calendar of every bureau in memory, since each act counts days by it. */
export interface Calendars {
  of(bureau: string): Calendar
  /** Reads again what is in the book: after an act here, and every few seconds for what another process entered. */
  refresh(): Promise<void>
}

/** Begins with what the book holds now. */
export async function keepCalendars(database: Database, shipped: readonly CalendarTable[]): Promise<Calendars> {
  const standard = calendarOfBook(shipped, emptyBook)
  const kept = new Map<string, { seq: number; calendar: Calendar }>()
  const refresh = async (): Promise<void> => {
    const { rows } = await database.query<{ bureau: string; seq: number }>("select bureau, seq from subject where kind = 'calendar'")
    for (const { bureau, seq } of rows) {
      if (kept.get(bureau)?.seq === seq) continue
      const found = await database.query<{ seq: number; state: CalendarBook }>(
        "select seq, state from subject where bureau = $1 and kind = 'calendar' and id = 'workdays'",
        [bureau],
      )
      const row = found.rows[0]
      if (row !== undefined) kept.set(bureau, { seq: row.seq, calendar: calendarOfBook(shipped, row.state) })
    }
  }
  await refresh()
  return { of: (bureau) => kept.get(bureau)?.calendar ?? standard, refresh }
}
