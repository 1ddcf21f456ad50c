import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantAtEndOfDay, instantAtStartOfDay, instantOfMillis, millisOfInstant, plainDateOfInstant } from './instant.ts'
import { runs } from './testing/arbitraries.ts'
import { d } from './testing/day-oracle.ts'

const inShanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' })
const since1992 = fc.integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2199, 11, 30) })

describe('instants', () => {
  it.each([
    ['2026-03-01T15:59:59.999Z', '2026-03-01'],
    ['2026-03-01T16:00:00Z', '2026-03-02'],
    ['2026-03-02T00:00:00+08:00', '2026-03-02'],
    ['2026-03-01T24:00:00+08:00', '2026-03-02'],
    ['2025-12-31T23:59+08:00', '2025-12-31'],
    ['2025-12-31T12:00:00-05:00', '2026-01-01'],
    ['2026-01-01T05:30:00+13:45', '2025-12-31'],
  ])('%s falls on %s in Shanghai', (instant, day) => {
    expect(plainDateOfInstant(instant)).toBe(day)
  })

  it.each([
    '2026-03-01',
    '2026-03-01T10:00:00',
    '2026-02-30T10:00:00Z',
    '2026-03-01T25:00:00Z',
    '2026-03-01T24:00:01Z',
    '2026-03-01T10:60:00Z',
    '2026-02-30T10:00:00.000+08:00',
    '2026-03-01T25:00:00.000+08:00',
    '2026-03-01T10:00:0x.000+08:00',
    'now',
    '',
  ])('does not take %j for an instant', (text) => {
    expect(millisOfInstant(text)).toBeUndefined()
    expect(() => plainDateOfInstant(text)).toThrow(RangeError)
  })

  it('agrees with the time zone database from 1992 on, both ways', () => {
    fc.assert(
      fc.property(since1992, (millis) => {
        const iso = new Date(millis).toISOString()
        expect(millisOfInstant(iso)).toBe(millis)
        expect(plainDateOfInstant(iso)).toBe(inShanghai.format(millis))
        const local = instantOfMillis(millis)
        expect(local).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+08:00$/)
        expect(Date.parse(local)).toBe(millis)
        expect(millisOfInstant(local)).toBe(millis)
        // The same instant in another form is read by another way.
        expect(millisOfInstant(local.replace('+08:00', '+0800'))).toBe(millis)
        expect(plainDateOfInstant(local)).toBe(local.slice(0, 10))
      }),
      { numRuns: runs },
    )
  })

  it('ends a day where the next begins (民法典 第二百零三条)', () => {
    expect(instantAtStartOfDay(d('2026-02-28'))).toBe('2026-02-28T00:00:00.000+08:00')
    expect(instantAtEndOfDay(d('2026-02-28'))).toBe('2026-03-01T00:00:00.000+08:00')
    expect(Date.parse(instantAtEndOfDay(d('2026-02-28'))) - Date.parse(instantAtStartOfDay(d('2026-02-28')))).toBe(86_400_000)
  })
})
