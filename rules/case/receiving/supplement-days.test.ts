import { describe, expect, it } from 'vitest'
import { publishedTables } from '../../../data/calendars/load.ts'
import { bureauRef } from '../../people/bureau.ts'
import { buildCalendar } from '../../time/calendar.ts'
import type { PlainDate } from '../../time/plain-date.ts'
import { paperRef } from '../papers/paper-issue.ts'
import type { PaperState } from '../papers/paper-kind.ts'
import { aPortalCase, people } from '../testing/a-case.ts'
import { aFiling, anItem } from '../testing/an-item.ts'
import { supplementBy } from './supplement-days.ts'

const { clerk, citizen, otherCitizen, agent } = people
const paper = (material: string) => ({ material, form: 'paper', files: [], originals: 1, copies: 0 })
const faults = [
  { material: 'lease', fault: '过期', correction: '换新' },
  { material: 'form', fault: '地址不全', correction: '补全' },
]
const decline = { ground: { kind: 'other', basis: '行政许可法 第三十二条' }, reasons: ['没有补正'] }
const own = (days: number, dayType: 'workday' | 'calendar') =>
  anItem({ limits: { ...anItem().limits, supplement: { days, dayType, article: '测试条例 第五条' } } })
/** Told on Monday, 2 March 2026. */
const told = (item = anItem(), more: object = {}) => aPortalCase(item).does('request-supplement', { faults, ...more }, clerk)

describe('a correction notice names the last day to correct', () => {
  it.each([
    ['the usual ten working days', anItem(), {}, {}, '2026-03-16'],
    ['the bureau’s own', anItem(), { supplementDays: 5 }, {}, '2026-03-09'],
    ['the bureau’s own in natural days, rolled over a Sunday', anItem(), { supplementDays: 13, supplementDayType: 'calendar' }, {}, '2026-03-16'],
    ['the item’s before the bureau’s', own(15, 'workday'), { supplementDays: 5 }, {}, '2026-03-23'],
    ['the item’s in natural days', own(30, 'calendar'), {}, {}, '2026-04-01'],
    ['more, given by the officer', own(15, 'workday'), {}, { days: 20 }, '2026-03-30'],
    ['as many, given by the officer', own(15, 'workday'), {}, { days: 15 }, '2026-03-23'],
  ] as const)('%s', (_what, item, setting, given, due) => {
    const story = aPortalCase(item)
    story.book.put([{ subject: bureauRef, type: 'bureau-changed', version: 1, data: setting }])
    story.does('request-supplement', { faults, ...given }, clerk)
    expect(supplementBy(story.state())).toBe(due)
    const notice = story.book.state<PaperState>(paperRef(story.state().papers.at(-1)!.id))!
    expect(notice).toMatchObject({ kind: 'supplement-notice', facts: { within: { from: '2026-03-02', due, certainty: 'final' } } })
  })

  it.each([14, 0, -1, 366, 15.5])('%d days where the item leaves fifteen are refused', (days) => {
    expect(aPortalCase(own(15, 'workday')).tries('request-supplement', { faults, days }, clerk)).toBe('supplement-days-invalid')
  })

  it('is the day of the newest notice', () => {
    const story = told()
    story.on('2026-03-04').does('supplement-materials', { materials: [paper('lease')], answers: { address: '一号楼' } }, citizen)
    expect(supplementBy(story.state())).toBeNull()
    story.does('request-supplement', { faults: [faults[0]], reason: '仍然过期' }, clerk)
    expect(supplementBy(story.state())).toBe('2026-03-18')
  })
})

describe('until that day nobody is turned away for what is still missing', () => {
  it.each([
    ['on the day of the notice', '2026-03-02', 'supplement-day-not-passed'],
    ['on the last day', '2026-03-16', 'supplement-day-not-passed'],
    ['on the day after', '2026-03-17', 'done'],
  ])('%s', (_what, day, outcome) => {
    expect(told().on(day).tries('decline-case', decline, clerk)).toBe(outcome)
  })

  it('nor for a part of the correction that came', () => {
    const story = told()
      .on('2026-03-04')
      .does('supplement-materials', { materials: [paper('lease')] }, citizen)
    expect(story.tries('decline-case', decline, clerk)).toBe('supplement-day-not-passed')
  })

  it('unless she has answered in full, and badly', () => {
    const story = told()
      .on('2026-03-04')
      .does('supplement-materials', { materials: [paper('lease')], answers: { address: '一号楼' } }, citizen)
    expect(story.state().legs.supplement).toMatchObject({ leg: { endedOn: '2026-03-04', endReason: '申请人已全部补正' } })
    story.does('decline-case', decline, clerk)
  })

  it('or it is another organ’s power', () => {
    const story = told().does('decline-case', { ground: { kind: 'other-organ', rightOrgan: '省厅' }, reasons: ['非本机关职权'] }, clerk)
    expect(story.state().legs.supplement?.leg.endedOn).toBe('2026-03-02')
  })

  it.each([
    ['herself', citizen],
    ['to a clerk', clerk],
  ])('or she said %s that she will not correct; until the decision she may change her mind', (_how, actor) => {
    const story = told().on('2026-03-03').does('give-up-supplement', {}, actor)
    expect(story.state()).toMatchObject({ phase: 'supplementing', supplements: [{ givenUpOn: '2026-03-03', answeredOn: null }] })
    expect(story.tries('give-up-supplement', {}, actor)).toBe('supplement-already-given-up')
    const other = story.book.do('give-up-supplement', { id: story.id }, otherCitizen)
    expect(other).toMatchObject({ refusal: { code: 'case-not-found' } })
    story.does('supplement-materials', { materials: [paper('lease')], answers: { address: '一号楼' } }, citizen)
    expect(story.state().phase).toBe('pre-review')
    // What she gave up was the first notice, not the next one.
    story.does('request-supplement', { faults: [faults[0]], reason: '仍然过期' }, clerk)
    expect(story.tries('decline-case', decline, clerk)).toBe('supplement-day-not-passed')
    story.does('give-up-supplement', {}, actor).does('decline-case', decline, clerk)
  })
})

describe('the day', () => {
  it('is reminded of when a fifth of the time is left, and noted once it has passed; nothing is decided by itself', () => {
    const story = told().on('2026-03-13', '23:59')
    const marks = () => story.book.entries.filter(({ type }) => type.startsWith('supplement-day') || type === 'supplement-overdue')
    expect(marks()).toMatchObject([{ type: 'supplement-day-near', data: { at: '2026-03-12', due: '2026-03-16' }, actor: { kind: 'system' } }])
    story.on('2026-03-17', '00:00')
    expect(marks().slice(1)).toMatchObject([{ type: 'supplement-overdue', data: { at: '2026-03-16', on: '2026-03-17' } }])
    expect(story.on('2026-06-01').state()).toMatchObject({ phase: 'supplementing', decision: null })
    expect(story.book.timerRefusals).toEqual([])
    story.does('supplement-materials', { materials: [paper('lease')], answers: { address: '一号楼' } }, citizen)
    expect(story.state().phase).toBe('pre-review')
  })

  it('is later where a day off was declared, and never earlier', () => {
    const day = (on: string, workday: boolean) =>
      buildCalendar(publishedTables(), [{ day: on as PlainDate, workday, document: '秦开办〔2026〕3号', reason: '暴雪' }])
    const story = told()
    const moves = (calendar: ReturnType<typeof day>) => {
      story.book.calendar = calendar
      story.does('move-deadlines', { calendarVersion: calendar.version, because: '暴雪' }, agent)
      return supplementBy(story.state())
    }
    expect(moves(day('2026-03-05', false))).toBe('2026-03-17')
    // A Saturday of work takes nothing from what was told, and the case is in order with the new calendar.
    const saturday = day('2026-03-07', true)
    expect(moves(saturday)).toBe('2026-03-17')
    expect(story.tries('move-deadlines', { calendarVersion: saturday.version, because: '暴雪' }, agent)).toBe('calendar-unchanged')
  })

  it('is told of a filing too, and ends with the correction or the withdrawal', () => {
    const filing = aPortalCase(aFiling()).does('return-filing', { faults: [faults[0]] }, clerk)
    expect(supplementBy(filing.state())).toBe('2026-03-16')
    filing.on('2026-03-20').does('supplement-materials', { materials: [paper('lease')] }, citizen)
    expect([filing.state().phase, supplementBy(filing.state())]).toEqual(['filing-check', null])
    const withdrawn = told().does('withdraw-application', { reason: '不办了' }, citizen)
    expect(withdrawn.state().legs.supplement?.leg.endedOn).toBe('2026-03-02')
  })

  it('is none for a notice of an earlier version: the office may decide as before', () => {
    const story = aPortalCase()
    const { legs } = story.state()
    const notice = { ...legs.notice!, leg: { ...legs.notice!.leg, endedOn: '2026-03-02', endReason: '一次性告知补正' } }
    const data = { ordinal: 1, on: '2026-03-02', faults, reason: null, phase: 'supplementing', legs: { notice } }
    story.book.put([{ subject: { kind: 'case', id: story.id }, type: 'supplement-requested', version: 1, data }])
    expect(supplementBy(story.state())).toBeNull()
    story.does('decline-case', decline, clerk)
  })
})
