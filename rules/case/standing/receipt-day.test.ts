import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bureauRef } from '../../people/bureau.ts'
import type { PlainDate } from '../../time/plain-date.ts'
import { calendarOf, fromPool, runs, someDay } from '../../time/testing/arbitraries.ts'
import { certaintyWalked, nextDay, worksOn } from '../../time/testing/day-oracle.ts'
import { receiptDay } from './receipt-day.ts'
import { aBureau, application, calendar, type CaseStory, people, storyOf } from '../testing/a-case.ts'
import { aFiling, anItem } from '../testing/an-item.ts'

const { clerk, citizen, decider, reviewer } = people
const rule = { afterHoursReceipt: 'next-working-day', closesAt: '17:30' } as const
const at = (day: string, time: string) => ({ now: `${day}T${time}:00.000+08:00`, today: day as PlainDate, calendar })
const paper = (material: string) => ({ material, form: 'paper', files: [], originals: 1, copies: 0 })

/** Applied for over the portal in a bureau with this rule. */
function applied(day: string, time: string, item = anItem(), settings: object = rule): CaseStory {
  const book = aBureau([item], day)
  book.put([{ subject: bureauRef, type: 'bureau-changed', version: 1, data: { ...book.state<object>(bureauRef), ...settings } }])
  book.now = `${day}T${time}:00.000+08:00`
  const opened = book.do<{ id: string }>('submit-application', application(item), citizen)
  if ('refusal' in opened) throw new Error(opened.refusal.code)
  return storyOf(book, opened.answer.id, item)
}

describe('what comes after hours, where the bureau counts it from the next working day', () => {
  it.each([
    ['a working day before closing', '2026-03-06', '17:29', '2026-03-06'],
    ['at the closing hour itself', '2026-03-06', '17:30', '2026-03-06'],
    ['a minute later on a Friday', '2026-03-06', '17:31', '2026-03-09'],
    ['on a Saturday', '2026-03-07', '10:00', '2026-03-09'],
    ['on a Saturday at work', '2026-02-14', '10:00', '2026-02-14'],
    ['on the evening before the Spring Festival', '2026-02-14', '23:59', '2026-02-24'],
    ['in the small hours of a working day', '2026-03-09', '00:01', '2026-03-09'],
  ])('%s', (_name, day, time, on) => expect(receiptDay(rule, at(day, time)).on).toBe(on))

  it('counts on the day it came where nothing is set, and where the days until the next are not published', () => {
    for (const settings of [undefined, {}, { afterHoursReceipt: 'same-day', closesAt: '17:30' } as const])
      expect(receiptDay(settings, at('2026-03-06', '20:00'))).toEqual({ on: '2026-03-06', because: null })
    expect(receiptDay(rule, at('2026-12-31', '20:00')).on).toBe('2026-12-31')
  })

  it('a slow walk over the days comes to the same', () => {
    fc.assert(
      fc.property(fromPool, someDay, fc.integer({ min: 0, max: 23 }), (raw, today, hour) => {
        const context = { now: `${today}T${String(hour).padStart(2, '0')}:15:00.000+08:00`, today, calendar: calendarOf(raw) }
        let day = today
        if (!worksOn(raw, today) || hour >= 18)
          do day = nextDay(day)
          while (!worksOn(raw, day))
        const expected = certaintyWalked(raw, today, day) === 'final' ? day : today
        expect(receiptDay({ ...rule, closesAt: '17:59' }, context).on).toBe(expected)
      }),
      { numRuns: runs },
    )
  })
})

describe('a case that came after hours', () => {
  it('keeps the moment it came; its five days run from the next working day, and its papers and reasons say so', () => {
    const story = applied('2026-03-06', '18:20')
    expect(story.state()).toMatchObject({
      origin: { receivedOn: '2026-03-06', countsFrom: '2026-03-09', receivedAt: '2026-03-06T18:20:00.000+08:00' },
      completeOn: '2026-03-09',
      legs: { notice: { leg: { startedOn: '2026-03-09' }, dates: { statutoryDue: '2026-03-16' } } },
    })
    expect(story.state().legs.notice?.leg.startReason).toBe('收到申请之日（当日17:30下班后提交，自下一个工作日计）')
    const receipt = story.book.entries.find(({ type }) => type === 'paper-issued')!
    expect(receipt.data).toMatchObject({
      facts: { countsFrom: '2026-03-09', receivedAt: '18:20', answerBy: { from: '2026-03-09', due: '2026-03-16' } },
    })
    expect(story.on('2026-03-17', '00:00').state()).toMatchObject({ phase: 'in-review', acceptance: { ground: 'deemed', on: '2026-03-09' } })
  })

  it('may be answered and decided before its first day: no day is used', () => {
    const whole = anItem()
    const { limits } = whole
    const item = anItem({
      limits: { ...limits, statutory: { ...limits.statutory, startEvent: 'received' }, promised: { ...limits.promised, startEvent: 'received' } },
    })
    const story = applied('2026-03-07', '10:00', item).accepted()
    expect(story.state()).toMatchObject({
      acceptance: { on: '2026-03-07' },
      legs: { notice: { leg: { endedOn: '2026-03-09' } }, review: { leg: { startedOn: '2026-03-09' } } },
    })
    story.does('pass-step', { step: 'review', ticked: ['place'], opinion: '符合条件。' }, reviewer)
    story.does('grant-case', { basedOnSeq: story.state().seq, content: '准予', conditions: [], opinion: '准予。', ticked: ['lawful'] }, decider)
    expect(story.state().legs.review?.leg.endedOn).toBe('2026-03-09')
    expect(applied('2026-03-07', '10:00').does('withdraw-application', { reason: '不办了' }, citizen).state().phase).toBe('withdrawn')
  })

  it('so for a correction over the portal; at the counter somebody was there to take it in', () => {
    const fault = { material: 'lease', fault: '过期', correction: '换新' }
    const corrected = (who: typeof citizen | typeof clerk) =>
      applied('2026-03-02', '09:00')
        .does('request-supplement', { faults: [fault] }, clerk)
        .on('2026-03-06', '19:00')
        .does('supplement-materials', { materials: [paper('lease')] }, who)
        .state()
    expect(corrected(citizen)).toMatchObject({ completeOn: '2026-03-09', legs: { notice: { leg: { startedOn: '2026-03-09' } } } })
    expect(corrected(clerk)).toMatchObject({ completeOn: '2026-03-06', legs: { notice: { leg: { startedOn: '2026-03-06' } } } })
  })

  it('so for a filing, acknowledged even before', () => {
    const story = applied('2026-03-07', '10:00', aFiling())
    expect(story.state().legs.filing?.leg).toMatchObject({ startedOn: '2026-03-09' })
    expect(story.does('acknowledge-filing', { ticked: ['complete'] }, clerk).state().phase).toBe('filed')
  })
})
