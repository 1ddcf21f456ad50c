import type { Act, BookEntry, EntryTexts, Json, SubjectKind, SubjectRef } from '../act.ts'
import { refused } from '../refusal.ts'
import { buildCalendar, type Calendar, type CalendarTable, type ExtraordinaryDay } from '../time/calendar.ts'
import { parsePlainDate } from '../time/plain-date.ts'
import { checkTable, withDay } from './check-table.ts'

/** The bureau's own part of the calendar: tables and extraordinary days entered after what ships with the product. */
export interface CalendarBook {
  readonly tables: readonly CalendarTable[]
  readonly extraordinary: readonly ExtraordinaryDay[]
}

export const calendarRef: SubjectRef = { kind: 'calendar', id: 'workdays' }

export const emptyBook: CalendarBook = { tables: [], extraordinary: [] }

const texts: EntryTexts = {
  open: {
    'calendar-table-published': ['notice', 'noticeTitle', 'noticeDate', 'source', 'off.*.day', 'off.*.name', 'work.*.day', 'work.*.name', 'document'],
    'extraordinary-day-declared': ['day', 'document', 'reason'],
  },
  veiled: {},
}

export const calendarKind: SubjectKind<CalendarBook> = {
  kind: 'calendar',
  texts,
  fold(state = emptyBook, entry: BookEntry) {
    const data = entry.data as unknown
    switch (entry.type) {
      case 'calendar-table-published': {
        const table = data as CalendarTable
        return { ...state, tables: [...state.tables.filter(({ year }) => year !== table.year), table] }
      }
      case 'extraordinary-day-declared':
        return { ...state, extraordinary: withDay(state.extraordinary, data as ExtraordinaryDay) }
      default:
        throw new Error(`unknown entry ${entry.type}`)
    }
  },
}

/** The calendar in force: what ships, with the bureau's own tables in place of the shipped ones of the same year, and its extraordinary days. */
export function calendarOfBook(shipped: readonly CalendarTable[], book: CalendarBook): Calendar {
  const own = new Set(book.tables.map(({ year }) => year))
  return buildCalendar(
    [...shipped.filter(({ year }) => !own.has(year)), ...book.tables].toSorted((a, b) => a.year - b.year),
    book.extraordinary,
  )
}

/** Enters a year's table from the State Council's notice; running cases follow. Refusals: those of `checkTable`, `calendar-table-same`. */
export const publishCalendarTable: Act<CalendarTable> = {
  name: 'publish-calendar-table',
  needs: () => [calendarRef],
  decide(table, loaded) {
    const checked = checkTable(table)
    if (!checked.ok) return checked
    const before = loaded<CalendarBook>(calendarRef)?.tables.find(({ year }) => year === table.year)
    if (before !== undefined && JSON.stringify(before) === JSON.stringify(table))
      return refused('calendar-table-same', { detail: { year: table.year } })
    return {
      entries: [{ subject: calendarRef, type: 'calendar-table-published', version: 1, data: table as unknown as Json }],
      answer: { year: table.year },
    }
  },
}

/** Makes one day a working or a rest day by a document of its own (a local closure, an epidemic, a make-up day). Refusals: `date-invalid`, `calendar-day-same`. */
export const declareExtraordinaryDay: Act<ExtraordinaryDay> = {
  name: 'declare-extraordinary-day',
  needs: () => [calendarRef],
  decide(day, loaded) {
    if (parsePlainDate(day.day) === undefined) return refused('date-invalid', { detail: { date: day.day } })
    const before = loaded<CalendarBook>(calendarRef)?.extraordinary.find((other) => other.day === day.day)
    if (before !== undefined && before.workday === day.workday && before.document === day.document)
      return refused('calendar-day-same', { detail: { day: day.day } })
    return {
      entries: [{ subject: calendarRef, type: 'extraordinary-day-declared', version: 1, data: day as unknown as Json }],
      answer: { day: day.day },
    }
  },
}
