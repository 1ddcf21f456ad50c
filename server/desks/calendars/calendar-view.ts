import type { CalendarView } from '../../../contract/calendars.ts'
import { type CalendarBook, calendarOfBook } from '../../../rules/calendar/calendar-book.ts'
import type { CalendarTable } from '../../../rules/time/calendar.ts'
import { addDays, type PlainDate } from '../../../rules/time/plain-date.ts'

/** The tables in force, year by year, and from which day on nothing is published. */
export function calendarView(shipped: readonly CalendarTable[], book: CalendarBook): CalendarView {
  const calendar = calendarOfBook(shipped, book)
  const own = new Map(book.tables.map((table) => [table.year, table]))
  const years = [...new Set([...shipped.map(({ year }) => year), ...own.keys()])].toSorted((a, b) => b - a)
  const last = `${years[0]}-12-31` as PlainDate
  return {
    version: calendar.version,
    years: years.map((year) => {
      const table = own.get(year) ?? shipped.find((one) => one.year === year)!
      const { notice, noticeTitle, noticeDate, off, work } = table
      return {
        year,
        notice,
        noticeTitle,
        noticeDate,
        workdays: calendar.workdaysIn(`${year - 1}-12-31` as PlainDate, `${year}-12-31` as PlainDate),
        own: own.has(year),
        off: [...off],
        work: [...work],
        amendments: table.amendments?.length ?? 0,
      }
    }),
    extraordinary: [...book.extraordinary].toSorted((a, b) => (a.day < b.day ? 1 : -1)),
    provisionalFrom: addDays(last, -2),
  }
}
