import { describe, expect, it } from 'vitest'
import { publishedTables } from '../../../data/calendars/load.ts'
import { reasonSentence } from '../../../contract/reason-texts.ts'
import { storedReasons } from '../../time/dated-reasons.ts'
import { buildCalendar } from '../../time/calendar.ts'
import type { PlainDate } from '../../time/plain-date.ts'
import { paperRef } from '../papers/paper-issue.ts'
import type { PaperState } from '../papers/paper-kind.ts'
import { aCase, people } from '../testing/a-case.ts'
import { anItem } from '../testing/an-item.ts'

const { reviewer, head, agent } = people
const stop = { kind: 'expert-review', reason: '疑难', days: 5 }

describe('an excluded procedure', () => {
  it('stops the clock from the next day, with a notice of the time needed, and its days are not counted', () => {
    const story = aCase().accepted().on('2026-03-04').does('start-excluded-procedure', stop, reviewer)
    expect(story.state()).toMatchObject({
      phase: 'stopped',
      excluded: [{ name: '专家评审', startedOn: '2026-03-04', announcedEnd: '2026-03-11', endedOn: null }],
    })
    expect(story.state().legs.review?.dates).toMatchObject({ stopped: true, promisedDue: null, projectedPromisedDue: '2026-03-23' })
    const notice = story.book.state<PaperState>(paperRef(story.state().papers.at(-1)!.id))
    expect(notice).toMatchObject({ kind: 'excluded-procedure-notice', facts: { procedure: '专家评审', needed: { days: 5, due: '2026-03-11' } } })
    expect(story.tries('pass-step', { step: 'review', ticked: ['place'], opinion: '' }, reviewer)).toBe('act-not-in-phase')
    story.on('2026-03-09').does('end-excluded-procedure', { result: '专家同意' }, reviewer)
    // Three working days, 3-05 to 3-09, do not count: 3-16 becomes 3-19.
    expect(story.state()).toMatchObject({
      phase: 'in-review',
      legs: { review: { dates: { promisedDue: '2026-03-19', statutoryDue: '2026-04-02' } } },
    })
  })

  it('past its announced time is flagged, once, and nothing else falls due while it stands', () => {
    const story = aCase().accepted().does('start-excluded-procedure', stop, reviewer).on('2026-03-09', '23:59')
    expect(story.state().excluded[0]?.overran).toBe(false)
    story.on('2026-03-10', '00:00').on('2026-06-30')
    expect(story.state()).toMatchObject({ excluded: [{ overran: true }], crossed: [] })
    expect(story.book.entries.filter(({ type }) => type === 'excluded-procedure-overran')).toHaveLength(1)
  })

  it.each([
    ['of no lawful kind', { kind: 'tea' }, 'excluded-kind-not-lawful'],
    ['longer than the item allows', { days: 31 }, 'excluded-too-long'],
    ['without the time needed', { days: 0 }, 'stop-without-planned-days'],
    ['of art. 45 that the item does not name, on no law', { kind: 'testing' }, 'excluded-basis-missing'],
    ['of art. 45 that the item does not name, on a blank', { kind: 'testing', basis: ' ' }, 'excluded-basis-missing'],
    ['of art. 45 that the item does not name', { kind: 'testing', basis: '特种设备安全法 第二十五条' }, 'done'],
  ])('%s', (_what, parts, code) => {
    expect(
      aCase()
        .accepted()
        .tries('start-excluded-procedure', { ...stop, ...parts }, reviewer),
    ).toBe(code)
  })
})

it('the notice names the law that demands the procedure, never another one of the item', () => {
  const basisOf = (parts: object) => {
    const story = aCase()
      .accepted()
      .does('start-excluded-procedure', { ...stop, ...parts }, reviewer)
    return story.book.state<PaperState>(paperRef(story.state().papers.at(-1)!.id))!.facts.basis
  }
  expect(basisOf({})).toBe('行政许可法 第四十五条')
  expect(basisOf({ kind: 'testing', basis: ' 特种设备安全法 第二十五条 ' })).toBe('特种设备安全法 第二十五条')
})

describe('the extension', () => {
  it('is given once, by the head, within the item’s days, and told with old and new date', () => {
    const story = aCase().accepted()
    expect(story.tries('extend-review', { reason: '复杂', days: 11 }, head)).toBe('extension-too-long')
    expect(story.tries('extend-review', { reason: '复杂', days: 5 }, reviewer)).toBe('act-not-for-role')
    story.on('2026-03-10').does('extend-review', { reason: '复杂', days: 10 }, head)
    expect(story.state().legs.review?.dates).toMatchObject({ statutoryDue: '2026-04-14', promisedDue: '2026-03-30' })
    const notice = story.book.state<PaperState>(paperRef(story.state().papers.at(-1)!.id))
    expect(notice).toMatchObject({ kind: 'extension-notice', facts: { oldDue: '2026-03-30', newDue: '2026-04-14', approver: 'organ-head' } })
    expect(story.tries('extend-review', { reason: '再延', days: 1 }, head)).toBe('review-already-extended')
  })

  it('is not offered by every item, and comes too late after the law’s limit', () => {
    const limits = { ...anItem().limits, extension: null }
    expect(aCase(anItem({ limits })).accepted().tries('extend-review', { reason: '复杂', days: 1 }, head)).toBe('extension-not-offered')
    expect(aCase().accepted().on('2026-03-31').tries('extend-review', { reason: '复杂', days: 1 }, head)).toBe('extension-after-due')
  })
})

describe('lines that time crosses', () => {
  it('are entries, each at its instant, once, even when the server slept', () => {
    const story = aCase().accepted()
    story.on('2026-05-01')
    expect(story.state().crossed.filter(({ leg }) => leg === 'review')).toEqual([
      { leg: 'review', line: 'yellow', at: '2026-03-12', on: '2026-03-12' },
      { leg: 'review', line: 'promised', at: '2026-03-16', on: '2026-03-17' },
      { leg: 'review', line: 'statutory', at: '2026-03-30', on: '2026-03-31' },
    ])
    const lines = story.book.entries
      .filter(({ type }) => /^(promise|statute)-overdue|yellow/.test(type))
      .map(({ type, occurredAt }) => [type, occurredAt])
    expect(lines).toEqual([
      ['yellow-line-crossed', '2026-03-12T00:00:00.000+08:00'],
      ['promise-overdue', '2026-03-17T00:00:00.000+08:00'],
      ['statute-overdue', '2026-03-31T00:00:00.000+08:00'],
    ])
    expect(story.book.timerRefusals).toEqual([])
  })

  it('are crossed anew after an extension moved them', () => {
    const story = aCase().accepted().on('2026-03-17').does('extend-review', { reason: '复杂', days: 5 }, head).on('2026-03-25')
    expect(
      story
        .state()
        .crossed.filter(({ leg, line }) => leg === 'review' && line === 'promised')
        .map(({ at }) => at),
    ).toEqual(['2026-03-16', '2026-03-23'])
  })
})

describe('a new calendar', () => {
  it('moves a limit in months only where its last day comes to be a rest day (民法典 202, 203), and says so in the dated reasons', () => {
    const { limits } = anItem()
    const months = { ...limits, statutory: { ...limits.statutory, days: 3, dayType: 'month' as const }, extension: null }
    const story = aCase(anItem({ limits: months }), '2026-02-27').accepted()
    const moves = (...days: readonly string[]) => {
      story.book.calendar = buildCalendar(
        publishedTables(),
        days.map((day) => ({ day: day as PlainDate, workday: false, document: '秦开办〔2026〕3号', reason: '暴雪' })),
      )
      return story.does('move-deadlines', { calendarVersion: story.book.calendar.version, because: '暴雪' }, agent).state().legs.review!
    }
    expect(story.state().legs.review!.dates.statutoryDue).toBe('2026-05-27')
    // A rest day on the way takes nothing from months; one at their end moves the last day.
    expect(moves('2026-03-04').dates.statutoryDue).toBe('2026-05-27')
    const { leg, dates } = moves('2026-03-04', '2026-05-27')
    expect(dates.statutoryDue).toBe('2026-05-28')
    const due = storedReasons(leg, dates, story.book.calendar).find(({ code }) => code === 'statutory-due')!
    expect(due).toMatchObject({ on: '2026-05-28', detail: { rolledFrom: '2026-05-27' } })
    expect(reasonSentence(due)).toContain('2026年5月27日')
  })

  const snow = buildCalendar(publishedTables(), [{ day: '2026-03-03' as PlainDate, workday: false, document: '秦开办〔2026〕3号', reason: '暴雪' }])

  it('moves the running legs of a case and leaves the ended ones', () => {
    const story = aCase().accepted()
    expect(story.tries('move-deadlines', { calendarVersion: snow.version, because: '暴雪' }, agent)).toBe('calendar-not-in-memory-yet')
    story.book.calendar = snow
    story.does('move-deadlines', { calendarVersion: snow.version, because: '暴雪' }, agent)
    expect(story.state().legs.review?.dates).toMatchObject({ promisedDue: '2026-03-17', statutoryDue: '2026-03-31', calendarVersion: snow.version })
    expect(story.state().legs.notice?.dates.calendarVersion).not.toBe(snow.version)
    expect(story.tries('move-deadlines', { calendarVersion: snow.version, because: '暴雪' }, agent)).toBe('calendar-unchanged')
  })
})
