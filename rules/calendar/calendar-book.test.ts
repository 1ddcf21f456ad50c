import { expect, test } from 'vitest'
import type { ActContext, BookEntry } from '../act.ts'
import { buildCalendar, type CalendarTable } from '../time/calendar.ts'
import type { PlainDate } from '../time/plain-date.ts'
import { type CalendarBook, calendarKind, calendarOfBook, declareExtraordinaryDay, emptyBook, publishCalendarTable } from './calendar-book.ts'

const day = (text: string) => text as PlainDate
const holidays = (year: number) => [1, 2, 3, 4, 5, 6, 7].map((n) => ({ day: day(`${year}-10-0${n}`), name: '国庆节' }))
const table = (year: number, more: Partial<CalendarTable> = {}): CalendarTable => ({
  year,
  notice: '国办发明电〔2026〕9号',
  noticeTitle: '关于放假安排的通知',
  noticeDate: day(`${year - 1}-11-04`),
  source: 'read',
  off: holidays(year),
  work: [],
  ...more,
})
const context = { calendar: buildCalendar([]) } as ActContext
const decide = (input: CalendarTable, book?: CalendarBook) => publishCalendarTable.decide(input, () => book as never, context)
const fold = (book: CalendarBook | undefined, type: string, data: unknown) => calendarKind.fold(book, { type, data } as unknown as BookEntry)

test.each([
  ['a day of another year', { off: [...holidays(2027), { day: day('2026-11-30'), name: '?' }] }, 'calendar-day-out-of-year'],
  ['a day named twice', { work: [{ day: day('2027-10-01'), name: '国庆节' }] }, 'calendar-day-twice'],
  ['a make-up day on a weekday', { work: [{ day: day('2027-10-11'), name: '国庆节' }] }, 'calendar-work-on-weekday'],
  ['no holiday', { off: [] }, 'calendar-days-missing'],
])('refuses a table with %s', (_what, more, code) => {
  expect(decide(table(2027, more as Partial<CalendarTable>))).toMatchObject({ refusal: { code } })
})

test('late December may stand in the next year’s notice', () => {
  expect(decide(table(2028, { off: [{ day: day('2027-12-31'), name: '元旦' }, ...holidays(2028)] }))).toMatchObject({
    entries: [{ type: 'calendar-table-published' }],
  })
})

test('a published table turns the year from provisional to final, all but its last three days', () => {
  const shipped = [table(2026)]
  const before = calendarOfBook(shipped, emptyBook)
  expect(before.certaintyOf(day('2027-03-01'))).toBe('provisional')
  const book = fold(undefined, 'calendar-table-published', table(2027))
  const after = calendarOfBook(shipped, book)
  expect(after.certaintyOf(day('2027-03-01'))).toBe('final')
  expect(after.certaintyOf(day('2027-12-30'))).toBe('provisional')
  expect(after.version).not.toBe(before.version)
  expect(decide(table(2027), book)).toMatchObject({ refusal: { code: 'calendar-table-same' } })
})

test('an extraordinary day outranks the table, and the later document the earlier', () => {
  const closed = { day: day('2026-03-03'), workday: false, document: '秦开办〔2026〕3号', reason: '暴雪停工' }
  const first = fold(undefined, 'extraordinary-day-declared', closed)
  expect(calendarOfBook([table(2026)], first).isWorkday(closed.day)).toBe(false)
  const second = fold(first, 'extraordinary-day-declared', { ...closed, workday: true, document: '秦开办〔2026〕4号' })
  expect(second.extraordinary).toHaveLength(1)
  expect(calendarOfBook([table(2026)], second).isWorkday(closed.day)).toBe(true)
  expect(declareExtraordinaryDay.decide(closed, () => first as never, context)).toMatchObject({ refusal: { code: 'calendar-day-same' } })
  for (const none of ['2026-02-30', '0000-00-00'])
    expect(declareExtraordinaryDay.decide({ ...closed, day: none as PlainDate }, () => first as never, context)).toMatchObject({
      refusal: { code: 'date-invalid' },
    })
})
