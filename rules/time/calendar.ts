import { textDigest } from '../text-digest.ts'
import { dayNumber, dayOfNumber, FIRST_DAY_NUMBER, LAST_DAY_NUMBER, type PlainDate, weekdayOfNumber } from './plain-date.ts'

/** `final` while every day walked lies in published tables; `provisional` beyond them, and in the last three days of the last published year. */
export type Certainty = 'final' | 'provisional'

/** Which days are working days (行政许可法 82), as published by the State Council year by year, with extraordinary days added by notice. */
export interface Calendar {
  /** Changes whenever any table or extraordinary day changes; written into every entry that computes a due date. */
  readonly version: string
  isWorkday(day: PlainDate): boolean
  certaintyOf(day: PlainDate): Certainty
  /** `final` only if every day from `from` to `through`, both included, is. */
  certaintyOfSpan(from: PlainDate, through: PlainDate): Certainty
  /** The n-th working day after `day`; the day itself for n = 0. Throws RangeError beyond the year 2199. */
  workdayAfter(day: PlainDate, n: number): PlainDate
  /** The day itself if it is a working day, else the next one. */
  workdayOnOrAfter(day: PlainDate): PlainDate
  /** Number of working days in (after, through]; 0 when `through` is not later. */
  workdaysIn(after: PlainDate, through: PlainDate): number
}

/** A day named by a notice: a weekday off or a weekend day at work, with the holiday it belongs to. */
export interface NamedDay {
  readonly day: PlainDate
  readonly name: string
}

/** One notice of the State Council (General Office). `notice` is its number, `source` says whether number and date were read or recalled. */
export interface CalendarNotice {
  readonly notice: string
  readonly noticeTitle: string
  readonly noticeDate: PlainDate
  readonly source: 'read' | 'recalled'
  readonly off: readonly NamedDay[]
  readonly work: readonly NamedDay[]
}

/** The days of one year's notice (it may name days of the December before), with later notices that changed it. */
export interface CalendarTable extends CalendarNotice {
  readonly year: number
  readonly amendments?: readonly CalendarNotice[]
}

/** A day that became a working or a rest day by a document of its own: a local closure, an epidemic, a make-up day. */
export interface ExtraordinaryDay {
  readonly day: PlainDate
  readonly workday: boolean
  readonly document: string
  readonly reason: string
}

const SPAN = LAST_DAY_NUMBER - FIRST_DAY_NUMBER + 1
const at = (day: PlainDate) => dayNumber(day) - FIRST_DAY_NUMBER
const indexOfNewYear = (year: number) => at(`${year}-01-01` as PlainDate)

function markWorkdays(tables: readonly CalendarTable[], extraordinary: readonly ExtraordinaryDay[]): Uint8Array {
  const work = new Uint8Array(SPAN)
  for (let i = 0; i < SPAN; i++) work[i] = weekdayOfNumber(i + FIRST_DAY_NUMBER) <= 5 ? 1 : 0
  for (const table of tables) {
    for (const notice of [table, ...(table.amendments ?? [])]) {
      for (const { day } of notice.off) work[at(day)] = 0
      for (const { day } of notice.work) work[at(day)] = 1
    }
  }
  for (const { day, workday } of extraordinary) work[at(day)] = workday ? 1 : 0
  return work
}

/** 1 where a day is still open: its year is unpublished, or it is one of the last three days before an unpublished year. */
function markOpenDays(tables: readonly CalendarTable[]): Uint8Array {
  const open = new Uint8Array(SPAN).fill(1)
  const years = new Set(tables.map((table) => table.year))
  for (const year of years) {
    const end = year === 2199 ? SPAN : indexOfNewYear(year + 1)
    open.fill(0, indexOfNewYear(year), years.has(year + 1) ? end : end - 3)
  }
  return open
}

function prefixCounts(marks: Uint8Array): Int32Array {
  const counts = new Int32Array(marks.length + 1)
  for (let i = 0; i < marks.length; i++) counts[i + 1] = counts[i]! + marks[i]!
  return counts
}

function versionOf(tables: readonly CalendarTable[], extraordinary: readonly ExtraordinaryDay[]): string {
  const last = tables.at(-1)?.year ?? 'none'
  return `${last}-${textDigest(JSON.stringify([tables, extraordinary]))}`
}

/**
 * The calendar of published tables and extraordinary days. Tables apply in the order of their years, each followed by its amendments;
 * extraordinary days come last, in the order given, so a later document overrides an earlier one.
 * Unpublished years count Monday to Friday as working days and every day of them is provisional.
 */
export function buildCalendar(tables: readonly CalendarTable[], extraordinary: readonly ExtraordinaryDay[] = [], version?: string): Calendar {
  const inOrder = tables.toSorted((a, b) => a.year - b.year)
  const work = markWorkdays(inOrder, extraordinary)
  const workBefore = prefixCounts(work)
  const openBefore = prefixCounts(markOpenDays(inOrder))
  const workdays = new Int32Array(workBefore[SPAN]!)
  for (let i = 0, n = 0; i < SPAN; i++) if (work[i]) workdays[n++] = i + FIRST_DAY_NUMBER

  const certaintyOfSpan = (from: PlainDate, through: PlainDate): Certainty =>
    openBefore[at(through) + 1]! > openBefore[at(from)]! ? 'provisional' : 'final'
  return {
    version: version ?? versionOf(inOrder, extraordinary),
    isWorkday: (day) => work[at(day)] === 1,
    certaintyOf: (day) => certaintyOfSpan(day, day),
    certaintyOfSpan,
    workdayAfter: (day, n) => (n === 0 ? day : dayOfNumber(workdays[workBefore[at(day) + 1]! + n - 1] ?? Number.NaN)),
    workdayOnOrAfter: (day) => dayOfNumber(workdays[workBefore[at(day)]!] ?? Number.NaN),
    workdaysIn: (after, through) => (through > after ? workBefore[at(through) + 1]! - workBefore[at(after) + 1]! : 0),
  }
}

/** The tables as they were known at the end of a day: later notices and amendments left out. */
export function tablesKnownOn(tables: readonly CalendarTable[], day: PlainDate): readonly CalendarTable[] {
  return tables
    .filter((table) => table.noticeDate <= day)
    .map((table) => ({ ...table, amendments: (table.amendments ?? []).filter((amendment) => amendment.noticeDate <= day) }))
}
