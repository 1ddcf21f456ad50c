import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  dayNumber,
  dayOfNumber,
  daysBetween,
  FIRST_DAY,
  LAST_DAY,
  lastDayOfMonths,
  maxDate,
  minDate,
  parsePlainDate,
  partsOf,
  weekdayOf,
} from './plain-date.ts'
import { anyDay, runs, someDay } from './testing/arbitraries.ts'
import { d, nextDay } from './testing/day-oracle.ts'

describe('days', () => {
  it('agrees with the clockwork of JavaScript on every day from 1900 to 2199', () => {
    let millis = Date.parse(FIRST_DAY)
    let number = dayNumber(FIRST_DAY)
    for (; millis <= Date.parse(LAST_DAY); millis += 86_400_000, number++) {
      const date = new Date(millis)
      const day = dayOfNumber(number)
      if (
        day !== date.toISOString().slice(0, 10) ||
        dayNumber(day) !== number ||
        parsePlainDate(day) !== day ||
        weekdayOf(day) !== (date.getUTCDay() || 7)
      ) {
        expect.fail(`${date.toISOString()} against ${day}`)
      }
    }
    expect(dayOfNumber(number - 1)).toBe(LAST_DAY)
    expect(daysBetween(FIRST_DAY, LAST_DAY)).toBe(109572)
  })

  it.each([
    '2026-2-03',
    '2026-02-3',
    '20260203',
    '2026/02/03',
    '2026-02-30',
    '2025-02-29',
    '1900-02-29',
    '2100-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-04-31',
    '1899-12-31',
    '2200-01-01',
    ' 2026-01-01',
    '2026-01-01 ',
    '２０２６-01-01',
    '2026-01-01T00:00',
    '',
    '0000-00-00',
    '2026-0a-01',
    '+026-01-01',
  ])('does not take %j for a day', (text) => {
    expect(parsePlainDate(text)).toBeUndefined()
  })

  it.each(['2024-02-29', '2000-02-29', '1900-01-01', '2199-12-31'])('takes %s', (text) => {
    expect(parsePlainDate(text)).toBe(text)
  })

  it('takes no text that is not its own writing of a real day', () => {
    const digits = fc.stringMatching(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/)
    fc.assert(
      fc.property(digits, (text) => {
        const millis = Date.parse(text)
        const real = !Number.isNaN(millis) && new Date(millis).toISOString().startsWith(text) && text >= FIRST_DAY && text <= LAST_DAY
        expect(parsePlainDate(text) !== undefined).toBe(real)
      }),
      { numRuns: runs },
    )
  })

  it('adds and measures as Date does', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -40000, max: 40000 }), (day, n) => {
        const to = nextDay(day, n)
        if (to < FIRST_DAY || to > LAST_DAY) {
          expect(() => addDays(day, n)).toThrow(RangeError)
          return
        }
        expect(addDays(day, n)).toBe(to)
        expect(daysBetween(day, to)).toBe(n)
        expect(maxDate(day, to)).toBe(n > 0 ? to : day)
        expect(minDate(day, to)).toBe(n > 0 ? day : to)
      }),
      { numRuns: runs },
    )
  })
})

describe('months (民法典 第二百零二条)', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-03-15', 6, '2026-09-15'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-05-05', 0, '2026-05-05'],
  ])('%s and %i months is %s', (day, n, expected) => {
    expect(addMonths(d(day), n)).toBe(expected)
  })

  it('lands in the right month, on the same day or on the last one', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -1200, max: 1200 }), (day, n) => {
        const from = partsOf(day)
        const months = from.year * 12 + from.month - 1 + n
        if (Math.floor(months / 12) < 1900 || Math.floor(months / 12) > 2199) {
          expect(() => addMonths(day, n)).toThrow(RangeError)
          return
        }
        const to = addMonths(day, n)
        expect(partsOf(to).year * 12 + partsOf(to).month - 1).toBe(months)
        if (partsOf(to).dayOfMonth !== from.dayOfMonth) {
          expect(partsOf(to).dayOfMonth).toBeLessThan(from.dayOfMonth)
          expect(partsOf(nextDay(to)).dayOfMonth).toBe(1)
        }
      }),
      { numRuns: runs },
    )
  })

  it.each<[string, number, string]>([
    ['2026-03-02', 60, '2031-03-01'],
    ['2026-03-01', 1, '2026-03-31'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-02-29', 60, '2029-02-28'],
    ['2024-02-29', 48, '2028-02-28'],
    ['2025-12-31', 2, '2026-02-28'],
    ['2026-01-01', 12, '2026-12-31'],
  ])('what is valid from %s for %i months is so through %s', (first, months, last) => {
    expect(lastDayOfMonths(d(first), months)).toBe(last)
  })

  it('gives consecutive terms no gap and no overlap longer than a month end', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 120 }), (first, months) => {
        const last = lastDayOfMonths(first, months)
        expect(last >= addDays(first, 27)).toBe(true)
        expect(last < addMonths(first, months) || partsOf(nextDay(last)).dayOfMonth === 1).toBe(true)
        expect(addDays(last, 1) >= addMonths(first, months)).toBe(true)
      }),
      { numRuns: runs },
    )
  })
})
