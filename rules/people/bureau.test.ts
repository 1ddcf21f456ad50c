import { describe, expect, test } from 'vitest'
import type { Actor, SubjectKind } from '../act.ts'
import type { PlainDate } from '../time/plain-date.ts'
import { type Bureau, bureauKind, bureauRef, changeBureau, openBureau, sealOn, setSealImage } from './bureau.ts'
import { closeDivision, codeAbove, divisionKind, setDivision } from './division.ts'
import { openPlay } from './testing/play.ts'

const day = (text: string) => text as PlainDate
const system: Actor = { kind: 'system', id: 'opening', name: '', roles: [] }
const keeper: Actor = { kind: 'staff', id: 'k', name: '', roles: ['system-administrator'] }
const details = { name: '某局', heading: '某局文件', letterCode: '某审', region: '130371', uscc: '', hosts: [], receivingOffice: null }

describe('a bureau', () => {
  const opened = () => {
    const play = openPlay([bureauKind, divisionKind] as readonly SubjectKind[], day('2026-03-02'))
    play.does(system, openBureau, { ...details, demonstration: false })
    return play
  }
  test('is opened once, by the system alone, and its first entry says what it is', () => {
    const play = openPlay([bureauKind] as readonly SubjectKind[], day('2026-03-02'))
    expect(play.does(keeper, openBureau, { ...details, demonstration: true })).toBe('not-permitted')
    expect(play.does(keeper, changeBureau, details)).toBe('bureau-not-open')
    play.does(system, openBureau, { ...details, demonstration: true })
    expect(play.does(system, openBureau, { ...details, demonstration: false })).toBe('bureau-already-open')
    expect(play.entries[0]!.data).toMatchObject({ demonstration: true })
  })
  test('a change never turns a demonstration into a real one', () => {
    const play = opened()
    play.does(keeper, changeBureau, { ...details, name: '新局' })
    expect(play.state<Bureau>(bureauRef)).toMatchObject({ name: '新局', demonstration: false })
  })
  test('counts what comes after hours from the next working day only with a closing hour', () => {
    const play = opened()
    expect(play.does(keeper, changeBureau, { ...details, afterHoursReceipt: 'next-working-day' })).toBe('closing-hour-missing')
    play.does(keeper, changeBureau, { ...details, afterHoursReceipt: 'next-working-day', closesAt: '17:30' })
    expect(play.state<Bureau>(bureauRef)).toMatchObject({ afterHoursReceipt: 'next-working-day', closesAt: '17:30' })
  })
  test('uses the seal of the day: both ends included, the newer of two', () => {
    const play = opened()
    const seal = (digest: string, from: string, until: string | null) =>
      play.does(keeper, setSealImage, { digest, title: '专用章', from: day(from), until: until === null ? null : day(until) })
    expect(seal('a', '2026-01-01', '2025-12-31')).toBe('dates-reversed')
    seal('a', '2026-01-01', '2026-06-30')
    seal('b', '2026-06-01', null)
    const on = (text: string) => sealOn(play.state<Bureau>(bureauRef)!, day(text))?.digest
    expect([on('2025-12-31'), on('2026-01-01'), on('2026-05-31'), on('2026-06-01'), on('2030-01-01')]).toEqual([undefined, 'a', 'a', 'b', 'b'])
    seal('b', '2026-06-01', '2026-06-15')
    expect([on('2026-06-15'), on('2026-06-16'), on('2026-07-01')]).toEqual(['b', 'a', undefined])
  })
})

describe('divisions', () => {
  test.each([
    ['130371', undefined],
    ['130371005', '130371'],
    ['130371005001', '130371005'],
    ['1303', null],
    ['13037100', null],
    ['13037A', null],
  ])('the code above %s is %s', (code, above) => expect(codeAbove(code)).toBe(above))

  test('grow from the district down, are renamed, and close for good', () => {
    const play = openPlay([divisionKind] as readonly SubjectKind[], day('2026-03-02'))
    const set = (code: string, name: string) => play.does(keeper, setDivision, { code, name })
    expect(set('130371005', '船厂路街道')).toBe('division-not-found')
    set('130371', '开发区')
    set('130371005', '船厂路街道')
    set('130371005', '船厂路街道')
    set('130371005', '船厂街道')
    expect(play.entries.map(({ type }) => type)).toEqual(['division-added', 'division-added', 'division-renamed'])
    play.does(keeper, closeDivision, { code: '130371005' })
    expect(set('130371005', '又一街道')).toBe('division-closed')
    expect(set('130371005001', '某村')).toBe('division-not-found')
    expect(play.does(keeper, closeDivision, { code: '130371005' })).toBe('division-not-found')
  })
})
