import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildCalendar } from '../../rules/time/calendar.ts'
import { addDays, type PlainDate, weekdayOf } from '../../rules/time/plain-date.ts'
import { publishedTables, readTable } from './load.ts'

const tables = publishedTables()
const calendar = buildCalendar(tables)
const d = (text: string) => text as PlainDate

describe('the published calendars', () => {
  it('hold one table for each year from 2015 to 2026, each from a notice that was read', () => {
    expect(tables.map((table) => table.year)).toEqual([2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])
    const notices = tables.flatMap((table) => [table, ...(table.amendments ?? [])])
    expect(notices.filter((notice) => notice.source !== 'read')).toEqual([])
    expect(new Set(notices.map((notice) => notice.notice)).size).toBe(15)
    for (const { notice, noticeTitle, noticeDate } of notices) {
      expect(notice).toMatch(/^国(办)?发明电〔\d{4}〕\d+号$/)
      expect(notice).toContain(`〔${noticeDate.slice(0, 4)}〕`)
      expect(noticeTitle).toMatch(/^国务院(办公厅)?关于.*的通知$/)
    }
  })

  // The published numbers of working days; an independent public table of holidays gives the same for each year.
  it.each([
    [2015, 249],
    [2016, 250],
    [2017, 249],
    [2018, 250],
    [2019, 250],
    [2020, 249],
    [2021, 250],
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i has %i working days', (year, days) => {
    expect(calendar.workdaysIn(d(`${year - 1}-12-31`), d(`${year}-12-31`))).toBe(days)
  })

  it('make weekend days work and weekdays rest, not the other way round', () => {
    for (const table of tables) {
      for (const notice of [table, ...(table.amendments ?? [])]) {
        // The notice that extended the holiday of 2020 names the Monday on which work began again.
        for (const { day } of notice.work) if (day !== '2020-02-03') expect(weekdayOf(day), day).toBeGreaterThan(5)
        const days = [...notice.off, ...notice.work].map((entry) => entry.day)
        expect(new Set(days).size).toBe(days.length)
        for (const day of days) expect(day >= `${table.year - 1}-12-01` && day <= `${table.year}-12-31`, day).toBe(true)
      }
    }
  })

  it('give back by make-up days what a bridged holiday takes', () => {
    // Weekdays off minus weekend days at work is the number of holidays that fell on or moved to a weekday: at most the holidays of the law.
    const lawful = (year: number) => (year >= 2025 ? 13 : 11) + (year === 2015 ? 1 : 0) + (year === 2020 ? 1 : 0)
    for (const { year } of tables) {
      let weekdays = 0
      for (let day = d(`${year}-01-01`); day.startsWith(String(year)) && day < '2199'; day = addDays(day, 1)) weekdays += weekdayOf(day) <= 5 ? 1 : 0
      const lost = weekdays - calendar.workdaysIn(d(`${year - 1}-12-31`), d(`${year}-12-31`))
      expect(lost, String(year)).toBeLessThanOrEqual(lawful(year) + 1)
      expect(lost, String(year)).toBeGreaterThanOrEqual(lawful(year) - 2)
    }
  })

  it.each([
    ['2015-09-03', false],
    ['2015-09-04', false],
    ['2015-09-06', true],
    ['2018-12-29', true],
    ['2018-12-31', false],
    ['2019-04-28', true],
    ['2019-05-02', false],
    ['2019-05-05', true],
    ['2020-01-19', true],
    ['2020-01-31', false],
    ['2020-02-01', false],
    ['2020-02-03', true],
    ['2022-12-30', true],
    ['2023-01-02', false],
    ['2024-02-09', true],
    ['2024-02-18', true],
    ['2026-01-04', true],
    ['2026-02-14', true],
    ['2026-02-23', false],
    ['2026-02-28', true],
    ['2026-09-20', true],
    ['2026-10-08', true],
  ])('%s at work: %s', (day, works) => {
    expect(calendar.isWorkday(d(day))).toBe(works)
  })

  it('are final to 28 December 2026 and open beyond', () => {
    expect(calendar.certaintyOfSpan(d('2015-01-01'), d('2026-12-28'))).toBe('final')
    expect(calendar.certaintyOf(d('2026-12-29'))).toBe('provisional')
  })

  it('name file and field of a slip', () => {
    const good = readFileSync(`${import.meta.dirname}/2026.json`, 'utf8')
    expect(readTable('2026.json', good).year).toBe(2026)
    const slips: readonly [string, string, string][] = [
      ['2027.json', good, 'year'],
      ['2026.json', good.replace('2026-02-14', '2026-02-30'), 'day'],
      ['2026.json', good.replace('"source": "read"', '"source": "heard"'), 'source'],
      ['2026.json', good.replace('国办发明电〔2025〕7号', ''), 'notice'],
      ['2026.json', good.replace('"work"', '"working"'), 'work'],
    ]
    for (const [file, json, field] of slips) expect(() => readTable(file, json), field).toThrow(new RegExp(`${file}: ${field} `))
  })
})
